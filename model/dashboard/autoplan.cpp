// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autoplan.h"

#include "model/dashboard/familygroups.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytraits.h"
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

/// Takes what belongs into the tables at the end out of the families.
std::vector<MetricFamily> takeStandingFacts(std::vector<MetricFamily> &families)
{
    const auto facts = std::stable_partition(
        families.begin(), families.end(), [](const MetricFamily &family) { return !isStandingFact(family); });
    std::vector<MetricFamily> taken(std::make_move_iterator(facts), std::make_move_iterator(families.end()));
    families.erase(facts, families.end());
    return taken;
}

/// The program's own start time is at the top already.
void takeStartTime(std::vector<FamilyGroup> &groups, std::vector<MetricFamily> &facts)
{
    const MetricFamily *start = startTime(groups);
    if (start == nullptr || isRuntimeName(start->name))
        return;
    for (FamilyGroup &group : groups) {
        const auto found = std::ranges::find(group.families, start->name, &MetricFamily::name);
        if (found == group.families.end())
            continue;
        facts.push_back(std::move(*found));
        group.families.erase(found);
        return;
    }
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

/// Gives the groups their room, and says what is left over.
class Composer
{
public:
    Composer(AutoPlan &plan, Abundance abundance, Folding folding)
        : m_plan(plan)
        , m_abundance(abundance)
        , m_folding(folding)
        , m_count(plan.vitals.size() + plan.infos.size())
    {}

    void addGroup(const FamilyGroup &group)
    {
        const std::size_t limit = group.isRuntime ? mostPanels : mostPanels - panelsForRuntime;
        const std::size_t share = m_abundance == Abundance::Plenty ? panelsPerSection : mostPanels;
        const SectionLimits limits{m_plan.targetLabels, m_plan.texts, m_abundance, m_folding,
                                   std::min(share, limit - std::min(limit, m_count))};
        SectionPlan section = planSection(group, limits);
        if (belongsAtAGlance(section)) {
            // Away from its heading a tile has to say whose it is.
            FamilyGroup nameless = group;
            nameless.sharedWords = 0;
            section = planSection(std::move(nameless), limits);
        }
        append(m_plan.over, std::move(section.over));
        append(m_plan.still, std::move(section.quiet));
        m_count += section.panels.size();
        if (belongsAtAGlance(section))
            std::ranges::move(section.panels, std::back_inserter(m_plan.glance));
        else if (!section.panels.empty())
            m_plan.sections.push_back({group.title, std::move(section.panels), group.isRuntime});
    }

    /// After the last group.
    void finish()
    {
        // Few vitals leave room for the tiles of small groups, which say themselves whose they are.
        std::vector<PanelSpec> &vitals = m_plan.vitals;
        const bool few = !vitals.empty() && vitals.size() < tilesOfAFullLine;
        if (few && vitals.size() + m_plan.glance.size() <= 2 * tilesOfAFullLine)
            std::ranges::move(std::exchange(m_plan.glance, {}), std::back_inserter(vitals));
    }

private:
    [[nodiscard]] bool belongsAtAGlance(const SectionPlan &section) const
    {
        return m_abundance == Abundance::Plenty && !section.panels.empty() &&
               section.panels.size() <= fewTiles &&
               m_plan.glance.size() + section.panels.size() <= tilesAtAGlance &&
               std::all_of(section.panels.begin(), section.panels.end(), isTile);
    }

    AutoPlan &m_plan;
    Abundance m_abundance;
    Folding m_folding;
    std::size_t m_count;
};

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

AutoPlan automaticPlan(const Snapshot &snapshot, const DashboardSubject &subject, TimestampMs now)
{
    AutoPlan plan;
    plan.id = subject.id;
    plan.title = subject.title;
    plan.targetLabels = subject.targetLabels;
    plan.texts = subject.texts;
    std::vector<MetricFamily> families = familiesFor(snapshot, subject, now);
    std::vector<MetricFamily> facts = takeStandingFacts(families);
    const Abundance abundance = abundanceOf(families);
    const Folding folding = foldingOf(families);
    std::vector<FamilyGroup> groups = groupFamilies(std::move(families), subject.texts);
    const RedSubject red = redSubject(groups);
    const PanelContext context{subject.targetLabels, subject.texts, 0};
    plan.vitals = vitalTiles(groups, red, context);
    plan.infos = infoLine(facts, context);
    takeStartTime(groups, facts);
    // What the service is asked for comes before what merely moves more.
    if (red.group != nullptr) {
        const auto first = groups.begin() + (red.group - groups.data());
        std::rotate(groups.begin(), first, first + 1);
    }
    Composer composer(plan, abundance, folding);
    for (const FamilyGroup &group : groups)
        composer.addGroup(group);
    composer.finish();
    const auto constants = std::stable_partition(facts.begin(), facts.end(), [](const MetricFamily &family) {
        return family.type == MetricType::Info;
    });
    std::move(constants, facts.end(), std::back_inserter(plan.still));
    facts.erase(constants, facts.end());
    plan.facts = std::move(facts);
    return plan;
}

} // namespace sightglass
