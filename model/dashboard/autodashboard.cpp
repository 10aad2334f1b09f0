// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"

#include "model/dashboard/familygroups.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/gridflow.h"

#include <algorithm>
#include <iterator>

namespace sightglass {

namespace {

/// Panels beyond these cost a refresh more than they tell; what is left is listed in tables.
constexpr std::size_t mostPanels = 160;
constexpr std::size_t familiesPerTable = 40;

PanelSpec heading(std::string id, std::string title)
{
    PanelSpec row;
    row.id = std::move(id);
    row.title = std::move(title);
    return row;
}

/// Takes what belongs into the tables at the end out of the families.
std::vector<MetricFamily> takeStandingFacts(std::vector<MetricFamily> &families)
{
    const auto facts = std::stable_partition(
        families.begin(), families.end(), [](const MetricFamily &family) { return !isStandingFact(family); });
    std::vector<MetricFamily> taken(std::make_move_iterator(facts), std::make_move_iterator(families.end()));
    families.erase(facts, families.end());
    return taken;
}

class Composer
{
public:
    explicit Composer(const Labels &targetLabels)
        : m_target(targetLabels)
    {}

    void addGroup(const FamilyGroup &group)
    {
        std::vector<PanelSpec> panels;
        for (const MetricFamily &family : group.families) {
            if (m_count + panels.size() >= mostPanels) {
                m_leftOver.push_back(family);
                continue;
            }
            std::vector<PanelSpec> made = familyPanels(family, {m_target, group.sharedWords});
            std::move(made.begin(), made.end(), std::back_inserter(panels));
        }
        if (panels.empty())
            return;
        m_count += panels.size();
        m_flow.addHeading(heading("row:" + std::to_string(++m_rows), group.title));
        m_flow.addSection(std::move(panels));
    }

    void addTables(const std::string &title, std::vector<MetricFamily> families)
    {
        std::erase_if(families, [](const MetricFamily &family) { return !family.parts.values; });
        if (families.empty())
            return;
        m_flow.addHeading(heading("row:" + std::to_string(++m_rows), title));
        std::vector<PanelSpec> tables;
        const std::span<const MetricFamily> all(families);
        for (std::size_t at = 0; at < all.size(); at += familiesPerTable) {
            tables.push_back(
                familyTable(all.subspan(at, std::min(familiesPerTable, all.size() - at)), m_target));
            tables.back().id = "table:" + std::to_string(++m_tables);
            tables.back().title = title;
        }
        m_flow.addSection(std::move(tables));
    }

    std::vector<MetricFamily> takeLeftOver() { return std::move(m_leftOver); }
    std::vector<PanelSpec> takePanels() { return m_flow.take(); }

private:
    const Labels &m_target;
    GridFlow m_flow;
    std::vector<MetricFamily> m_leftOver;
    std::size_t m_count = 0;
    int m_rows = 0;
    int m_tables = 0;
};

} // namespace

DashboardSpec autoDashboard(const Snapshot &snapshot, const DashboardSubject &subject, TimestampMs now)
{
    std::vector<MetricFamily> families = collectFamilies(snapshot, subject.targetLabels, now);
    std::vector<MetricFamily> facts = takeStandingFacts(families);
    Composer composer(subject.targetLabels);
    for (const FamilyGroup &group : groupFamilies(std::move(families)))
        composer.addGroup(group);
    composer.addTables("More metrics", composer.takeLeftOver());
    composer.addTables("Constants and information", std::move(facts));
    DashboardSpec dashboard;
    dashboard.id = subject.id;
    dashboard.title = subject.title;
    dashboard.panels = composer.takePanels();
    return dashboard;
}

} // namespace sightglass
