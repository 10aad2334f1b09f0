// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autoplan.h"

#include "model/dashboard/familygroups.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/redtiles.h"
#include "model/dashboard/sectionplan.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <set>
#include <utility>

namespace sightglass {

namespace {

/// Panels beyond these cost a refresh more than they tell; what is left is listed in tables.
constexpr std::size_t mostPanels = 52;
/// Of those, kept for the groups about the process and its libraries.
constexpr std::size_t panelsForRuntime = 12;
constexpr std::size_t panelsPerSection = 8;
/// Where many groups share the room: a rate, errors and a duration.
constexpr std::size_t fewestPanels = 3;
/// Up to here an endpoint is small enough to draw everything it has.
constexpr std::size_t familiesDrawnInFull = 24;
constexpr std::size_t fewMovingFamilies = 16;
/// A group of so few tiles is no section; so many of such tiles fit at the top.
constexpr std::size_t fewTiles = 3;
constexpr std::size_t tilesAtAGlance = 12;
constexpr std::size_t tilesOfAFullLine = 6;

/// Takes the families that the predicate is true of.
template<typename Predicate>
std::vector<MetricFamily> take(std::vector<MetricFamily> &families, Predicate predicate)
{
    const auto from =
        std::stable_partition(families.begin(), families.end(),
                              [&predicate](const MetricFamily &family) { return !predicate(family); });
    std::vector<MetricFamily> taken(std::make_move_iterator(from), std::make_move_iterator(families.end()));
    families.erase(from, families.end());
    return taken;
}

/// The program's own start time is at the top already.
void takeStartTime(std::vector<FamilyGroup> &groups, std::vector<MetricFamily> &facts)
{
    const MetricFamily *start = startTime(groups);
    if (start == nullptr)
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

/// What moves at an endpoint, and what is folded away because of it.
class Motion
{
public:
    explicit Motion(const std::vector<MetricFamily> &families)
    {
        for (const MetricFamily &family : families) {
            const bool moves = !isQuiet(family);
            const bool isOwn = !isRuntimeName(family.name);
            m_moving += moves ? 1 : 0;
            m_own += isOwn ? 1 : 0;
            m_ownMoving += isOwn && moves ? 1 : 0;
        }
    }

    /// A program at rest shows what it has done before rather than a page of tables.
    [[nodiscard]] bool isAtRest() const { return m_moving == 0 || (m_own > 0 && m_ownMoving == 0); }

    [[nodiscard]] Folding foldingOf(const FamilyGroup &group) const
    {
        if (m_moving == 0)
            return Folding::Nothing;
        const bool few = m_moving < fewMovingFamilies;
        return few || (!group.isRuntime && isAtRest()) ? Folding::Unused : Folding::Quiet;
    }

    [[nodiscard]] bool folds(const MetricFamily &family) const
    {
        if (!isConstant(family) || m_moving == 0)
            return false;
        return !isAtRest() || isRuntimeName(family.name) || isUnused(family);
    }

private:
    std::size_t m_moving = 0;
    std::size_t m_own = 0; ///< of the program's own
    std::size_t m_ownMoving = 0;
};

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
    Composer(AutoPlan &plan, Abundance abundance, const std::set<std::string, std::less<>> &kept)
        : m_plan(plan)
        , m_abundance(abundance)
        , m_kept(kept)
        , m_count(plan.vitals.size() + plan.infos.size())
    {}

    void addGroups(const std::vector<FamilyGroup> &groups, const Motion &motion)
    {
        const bool isPlenty = m_abundance == Abundance::Plenty;
        const std::size_t own = isPlenty ? ownShare(groups, motion) : mostPanels;
        for (const FamilyGroup &group : groups) {
            const std::size_t limit = group.isRuntime ? mostPanels : mostPanels - panelsForRuntime;
            const std::size_t share = group.isRuntime && isPlenty ? panelsPerSection : own;
            addGroup(group, motion.foldingOf(group), std::min(share, limit - std::min(limit, m_count)));
        }
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
    /// The most that each group of the program's own may have so that all have something; none is cut to less
    /// than its rates, errors and durations.
    [[nodiscard]] std::size_t ownShare(const std::vector<FamilyGroup> &groups, const Motion &motion) const
    {
        std::vector<std::size_t> wanted;
        for (const FamilyGroup &group : groups) {
            if (group.isRuntime)
                continue;
            const SectionLimits limits{m_plan.targetLabels,     m_plan.texts,     m_abundance,
                                       motion.foldingOf(group), panelsPerSection, m_kept};
            wanted.push_back(planSection(group, limits).panels.size());
        }
        const std::size_t room =
            mostPanels - panelsForRuntime - std::min(mostPanels - panelsForRuntime, m_count);
        const auto taken = [&wanted](std::size_t share) {
            std::size_t sum = 0;
            for (const std::size_t panels : wanted)
                sum += std::min(panels, share);
            return sum;
        };
        std::size_t share = panelsPerSection;
        while (share > fewestPanels && taken(share) > room)
            --share;
        return share;
    }

    void addGroup(const FamilyGroup &group, Folding folding, std::size_t most)
    {
        const SectionLimits limits{m_plan.targetLabels, m_plan.texts, m_abundance, folding, most, m_kept};
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

    [[nodiscard]] bool belongsAtAGlance(const SectionPlan &section) const
    {
        return m_abundance == Abundance::Plenty && !section.panels.empty() &&
               section.panels.size() <= fewTiles &&
               m_plan.glance.size() + section.panels.size() <= tilesAtAGlance &&
               std::all_of(section.panels.begin(), section.panels.end(), isTile);
    }

    AutoPlan &m_plan;
    Abundance m_abundance;
    const std::set<std::string, std::less<>> &m_kept;
    std::size_t m_count;
};

bool isShownElsewhere(const MetricFamily &family, const DashboardSubject &subject)
{
    constexpr std::array<const char *, 5> suffixes = {"", "_total", "_bucket", "_sum", "_count"};
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char *suffix) {
        return subject.shownElsewhere.contains(family.name + suffix);
    });
}

/// What the service is asked for comes before what merely moves more.
void putFirst(std::vector<FamilyGroup> &groups, const RedSubject &red)
{
    if (red.requests == nullptr)
        return;
    const auto first = std::ranges::find_if(groups, [&red](const FamilyGroup &group) {
        return std::ranges::find(group.families, red.requests->name, &MetricFamily::name) !=
               group.families.end();
    });
    if (first != groups.end())
        std::rotate(groups.begin(), first, first + 1);
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
    plan.facts = take(families, isFactByName);
    const Motion motion(families);
    plan.isAtRest = motion.isAtRest();
    const PanelContext context{subject.targetLabels, subject.texts, 0};
    plan.infos = infoLine(plan.facts, context);
    // The numbers at the top are of all that there is: memory that stands still is still in use.
    const std::vector<FamilyGroup> all = groupFamilies(families, subject.texts);
    const RedSubject red = redSubject(all);
    plan.vitals = vitalTiles(all, red, context);
    std::vector<MetricFamily> constants = take(families, [&](const MetricFamily &family) {
        return motion.folds(family) && !red.failures.contains(family.name);
    });
    const Abundance abundance = abundanceOf(families);
    std::vector<FamilyGroup> groups = groupFamilies(std::move(families), subject.texts);
    takeStartTime(groups, constants);
    putFirst(groups, red);
    Composer composer(plan, abundance, red.failures);
    composer.addGroups(groups, motion);
    composer.finish();
    append(constants,
           take(plan.facts, [](const MetricFamily &family) { return family.type != MetricType::Info; }));
    append(plan.still, std::move(constants));
    return plan;
}

} // namespace sightglass
