// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"

#include "model/dashboard/autoplan.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/gridflow.h"

#include <algorithm>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t familiesPerTable = 60;
constexpr std::size_t tilesOfALine = 6;
constexpr std::size_t labelsOfATile = 2;

enum class RowState : std::uint8_t
{
    Open,
    Folded
};

/// Puts the parts of a plan in their places.
class Layout
{
public:
    explicit Layout(const AutoPlan &plan)
        : m_plan(plan)
    {}

    std::vector<PanelSpec> panels()
    {
        addTop();
        addSection(m_plan.texts[AutoText::AtAGlance], m_plan.glance, RowState::Open);
        // Where the program has metrics of its own, those of its libraries wait to be asked for.
        const bool hasOwn = std::any_of(m_plan.sections.begin(), m_plan.sections.end(),
                                        [](const AutoSection &section) { return !section.isRuntime; });
        const auto waits = [hasOwn](const AutoSection &section) { return hasOwn && section.isRuntime; };
        for (const AutoSection &section : m_plan.sections) {
            if (!waits(section))
                addSection(section.title, section.panels, RowState::Open);
        }
        addSection(m_plan.texts[AutoText::BeganToChange], m_plan.woken, RowState::Open);
        for (const AutoSection &section : m_plan.sections) {
            if (waits(section))
                addSection(section.title, section.panels, RowState::Folded);
        }
        addTables(AutoText::MoreMetrics, m_plan.over);
        addTables(AutoText::UnchangedSoFar, m_plan.still);
        addTables(AutoText::About, m_plan.facts);
        return m_flow.take();
    }

private:
    /// A lone short info is one tile more, rather than a line of its own.
    void addTop()
    {
        const bool isOne = m_plan.infos.size() == 1 && !m_plan.vitals.empty() &&
                           m_plan.vitals.size() < tilesOfALine && isShort(m_plan.infos.front());
        std::vector<PanelSpec> vitals = m_plan.vitals;
        if (isOne)
            vitals.push_back(m_plan.infos.front());
        m_flow.addSection(std::move(vitals));
        if (!isOne)
            m_flow.addLine(m_plan.infos);
    }

    static bool isShort(const PanelSpec &info)
    {
        const std::string &legend = info.queries.front().legend;
        std::size_t labels = 0;
        for (std::size_t at = legend.find("{{"); at != std::string::npos; at = legend.find("{{", at + 2))
            ++labels;
        return labels <= labelsOfATile;
    }

    /// The heading's id is made of its title, so that what the user folds stays folded when others come.
    void addHeading(const std::string &title, RowState state)
    {
        PanelSpec row;
        row.options = RowOptions{state == RowState::Folded};
        row.id = "row:" + title;
        while (!m_rows.insert(row.id).second)
            row.id += '\'';
        row.title = title;
        m_flow.addHeading(std::move(row));
    }

    void addSection(const std::string &title, const std::vector<PanelSpec> &panels, RowState state)
    {
        if (panels.empty())
            return;
        addHeading(title, state);
        m_flow.addSection(panels);
    }

    void addTables(AutoText titleText, std::vector<MetricFamily> families)
    {
        std::erase_if(families, [](const MetricFamily &family) {
            return !family.parts.values && !family.parts.averages;
        });
        const std::string &title = m_plan.texts[titleText];
        std::vector<PanelSpec> tables;
        const std::span<const MetricFamily> all(families);
        for (std::size_t at = 0; at < all.size(); at += familiesPerTable) {
            tables.push_back(familyTable(all.subspan(at, std::min(familiesPerTable, all.size() - at)),
                                         m_plan.targetLabels));
            tables.back().id = "table:" + std::to_string(++m_tables);
            tables.back().title = title;
        }
        addSection(title, tables, RowState::Folded);
    }

    const AutoPlan &m_plan;
    GridFlow m_flow;
    std::set<std::string> m_rows;
    int m_tables = 0;
};

} // namespace

DashboardSpec laidOut(const AutoPlan &plan)
{
    DashboardSpec dashboard;
    dashboard.id = plan.id;
    dashboard.title = plan.title;
    dashboard.panels = Layout(plan).panels();
    return dashboard;
}

DashboardSpec autoDashboard(const Snapshot &snapshot, const DashboardSubject &subject, TimestampMs now)
{
    return laidOut(automaticPlan(snapshot, subject, now));
}

} // namespace sightglass
