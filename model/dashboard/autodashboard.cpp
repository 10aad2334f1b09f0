// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"

#include "model/dashboard/familygroups.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/gridflow.h"
#include "model/dashboard/redtiles.h"
#include "model/dashboard/sectionplan.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

/// Panels beyond these cost a refresh more than they tell; what is left is listed in tables.
constexpr std::size_t mostPanels = 52;
/// Of those, kept for the groups about the process and its libraries.
constexpr std::size_t panelsForRuntime = 12;
constexpr std::size_t panelsPerSection = 8;
/// Up to here an endpoint is small enough to draw everything it has.
constexpr std::size_t familiesDrawnInFull = 24;
constexpr std::ptrdiff_t fewMovingFamilies = 16;
/// A group of so few tiles is no section; so many of such tiles fit at the top.
constexpr std::size_t fewTiles = 3;
constexpr std::size_t tilesAtAGlance = 12;
constexpr std::size_t tilesOfAFullLine = 6;
constexpr std::size_t familiesPerTable = 60;

enum class RowState : std::uint8_t
{
    Open,
    Folded
};

PanelSpec heading(std::string id, std::string title, RowState state)
{
    PanelSpec row;
    row.options = RowOptions{state == RowState::Folded};
    row.id = std::move(id);
    row.title = std::move(title);
    return row;
}

/// Takes what belongs into the tables at the end out of the families.
std::vector<MetricFamily> takeStandingFacts(std::vector<MetricFamily> &families)
{
    const auto facts =
        std::stable_partition(families.begin(), families.end(), [](const MetricFamily &family) {
            return !isStandingFact(family) && !family.name.starts_with("scrape_");
        });
    std::vector<MetricFamily> taken(std::make_move_iterator(facts), std::make_move_iterator(families.end()));
    families.erase(facts, families.end());
    return taken;
}

void append(std::vector<MetricFamily> &to, std::vector<MetricFamily> families)
{
    std::move(families.begin(), families.end(), std::back_inserter(to));
}

/// An endpoint at rest shows what it has done before rather than a page of tables.
Folding foldingOf(const std::vector<MetricFamily> &families)
{
    const auto moving = std::count_if(families.begin(), families.end(),
                                      [](const MetricFamily &one) { return !isQuiet(one); });
    if (moving == 0)
        return Folding::Nothing;
    return moving < fewMovingFamilies ? Folding::Unused : Folding::Quiet;
}

bool isTile(const PanelSpec &panel)
{
    return panel.type() == PanelType::Stat || panel.type() == PanelType::Gauge;
}

Abundance abundanceOf(const std::vector<MetricFamily> &families)
{
    return families.size() > familiesDrawnInFull ? Abundance::Plenty : Abundance::Little;
}

class Composer
{
public:
    Composer(const DashboardSubject &subject, Abundance abundance, Folding folding)
        : m_target(subject.targetLabels)
        , m_texts(subject.texts)
        , m_abundance(abundance)
        , m_folding(folding)
    {}

    void addGroup(const FamilyGroup &group)
    {
        const std::size_t limit = group.isRuntime ? mostPanels : mostPanels - panelsForRuntime;
        const std::size_t share = m_abundance == Abundance::Plenty ? panelsPerSection : mostPanels;
        const SectionLimits limits{m_target, m_texts, m_abundance, m_folding,
                                   std::min(share, limit - std::min(limit, m_count))};
        SectionPlan plan = planSection(group, limits);
        if (belongsAtAGlance(plan)) {
            // Away from its heading a tile has to say whose it is.
            FamilyGroup nameless = group;
            nameless.sharedWords = 0;
            plan = planSection(std::move(nameless), limits);
        }
        append(m_over, std::move(plan.over));
        append(m_quiet, std::move(plan.quiet));
        m_count += plan.panels.size();
        if (belongsAtAGlance(plan))
            std::move(plan.panels.begin(), plan.panels.end(), std::back_inserter(m_glance));
        else if (!plan.panels.empty())
            m_sections.push_back({group.title, std::move(plan.panels), group.isRuntime});
    }

    /// Before everything else, without a heading.
    void addHeader(std::vector<PanelSpec> vitals, std::vector<PanelSpec> infos)
    {
        m_count += vitals.size() + infos.size();
        m_vitals = std::move(vitals);
        m_infos = std::move(infos);
    }

    /// Puts the groups in their places; after the last of them.
    void layOut()
    {
        // Few vitals leave room for the tiles of small groups, which say themselves whose they are.
        const bool few = !m_vitals.empty() && m_vitals.size() < tilesOfAFullLine;
        if (few && m_vitals.size() + m_glance.size() <= 2 * tilesOfAFullLine)
            std::ranges::move(std::exchange(m_glance, {}), std::back_inserter(m_vitals));
        m_flow.addSection(std::move(m_vitals));
        m_flow.addLine(std::move(m_infos));
        if (!m_glance.empty())
            addSection({m_texts[AutoText::AtAGlance], std::move(m_glance), false}, RowState::Open);
        // Where the program has metrics of its own, those of its libraries wait to be asked for.
        const bool hasOwn = std::any_of(m_sections.begin(), m_sections.end(),
                                        [](const Section &section) { return !section.isRuntime; });
        for (Section &section : m_sections) {
            const RowState state = hasOwn && section.isRuntime ? RowState::Folded : RowState::Open;
            addSection(std::move(section), state);
        }
        m_sections.clear();
    }

    void addTables(AutoText titleText, std::vector<MetricFamily> families)
    {
        std::erase_if(families, [](const MetricFamily &family) {
            return !family.parts.values && !family.parts.averages;
        });
        if (families.empty())
            return;
        const std::string &title = m_texts[titleText];
        m_flow.addHeading(heading("row:" + std::to_string(++m_rows), title, RowState::Folded));
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

    std::vector<MetricFamily> takeOver() { return std::move(m_over); }
    std::vector<MetricFamily> takeQuiet() { return std::move(m_quiet); }
    std::vector<PanelSpec> takePanels() { return m_flow.take(); }

private:
    struct Section
    {
        std::string title;
        std::vector<PanelSpec> panels;
        bool isRuntime = false;
    };

    [[nodiscard]] bool belongsAtAGlance(const SectionPlan &plan) const
    {
        return m_abundance == Abundance::Plenty && !plan.panels.empty() && plan.panels.size() <= fewTiles &&
               m_glance.size() + plan.panels.size() <= tilesAtAGlance &&
               std::all_of(plan.panels.begin(), plan.panels.end(), isTile);
    }

    void addSection(Section section, RowState state)
    {
        m_flow.addHeading(heading("row:" + std::to_string(++m_rows), section.title, state));
        m_flow.addSection(std::move(section.panels));
    }

    const Labels &m_target;
    const AutoTexts &m_texts;
    Abundance m_abundance;
    Folding m_folding;
    std::vector<Section> m_sections;
    std::vector<PanelSpec> m_vitals;
    std::vector<PanelSpec> m_infos;
    std::vector<PanelSpec> m_glance;
    GridFlow m_flow;
    std::vector<MetricFamily> m_over;
    std::vector<MetricFamily> m_quiet;
    std::size_t m_count = 0;
    int m_rows = 0;
    int m_tables = 0;
};

} // namespace

namespace {

bool isShownElsewhere(const MetricFamily &family, const DashboardSubject &subject)
{
    constexpr std::array<const char *, 5> suffixes = {"", "_total", "_bucket", "_sum", "_count"};
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char *suffix) {
        return subject.shownElsewhere.contains(family.name + suffix);
    });
}

/// What this dashboard is about.
std::vector<MetricFamily> familiesFor(const Snapshot &snapshot, const DashboardSubject &subject,
                                      TimestampMs now)
{
    std::vector<MetricFamily> all = collectFamilies(snapshot, subject.targetLabels, now);
    const auto shown = std::stable_partition(all.begin(), all.end(), [&subject](const MetricFamily &family) {
        return !isShownElsewhere(family, subject);
    });
    const bool somethingLeft = std::any_of(
        all.begin(), shown, [](const MetricFamily &family) { return !family.name.starts_with("scrape_"); });
    if (somethingLeft)
        all.erase(shown, all.end());
    return all;
}

} // namespace

DashboardSpec autoDashboard(const Snapshot &snapshot, const DashboardSubject &subject, TimestampMs now)
{
    std::vector<MetricFamily> families = familiesFor(snapshot, subject, now);
    std::vector<MetricFamily> facts = takeStandingFacts(families);
    Composer composer(subject, abundanceOf(families), foldingOf(families));
    std::vector<FamilyGroup> groups = groupFamilies(std::move(families), subject.texts);
    const RedSubject red = redSubject(groups);
    const PanelContext context{subject.targetLabels, subject.texts, 0};
    composer.addHeader(vitalTiles(groups, red, context), infoLine(facts, context));
    // What the service is asked for comes before what merely moves more.
    if (red.group != nullptr) {
        const auto first = groups.begin() + (red.group - groups.data());
        std::rotate(groups.begin(), first, first + 1);
    }
    for (const FamilyGroup &group : groups)
        composer.addGroup(group);
    composer.layOut();
    const auto constants = std::stable_partition(facts.begin(), facts.end(), [](const MetricFamily &family) {
        return family.type == MetricType::Info;
    });
    std::vector<MetricFamily> still = composer.takeQuiet();
    std::move(constants, facts.end(), std::back_inserter(still));
    facts.erase(constants, facts.end());
    composer.addTables(AutoText::MoreMetrics, composer.takeOver());
    composer.addTables(AutoText::UnchangedSoFar, std::move(still));
    composer.addTables(AutoText::About, std::move(facts));
    DashboardSpec dashboard;
    dashboard.id = subject.id;
    dashboard.title = subject.title;
    dashboard.panels = composer.takePanels();
    return dashboard;
}

} // namespace sightglass
