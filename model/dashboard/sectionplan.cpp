// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sectionplan.h"

#include "model/dashboard/bundles.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/ratios.h"
#include "model/dashboard/redwords.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostTiles = 4;
constexpr std::string_view bundleId = "bundle:";
constexpr std::size_t fewestOfTrouble = 2;
/// So many lone counters of one group are easier to read together.
constexpr std::size_t manyLoneCounters = 6;

using Families = std::vector<MetricFamily>;

template<typename Predicate>
Families take(Families &families, Predicate predicate)
{
    const auto taken =
        std::stable_partition(families.begin(), families.end(),
                              [&predicate](const MetricFamily &family) { return !predicate(family); });
    Families result(std::make_move_iterator(taken), std::make_move_iterator(families.end()));
    families.erase(taken, families.end());
    return result;
}

void append(Families &to, Families families)
{
    std::move(families.begin(), families.end(), std::back_inserter(to));
}

bool isLone(const MetricFamily &family)
{
    return family.series <= 1;
}

bool isLoneCounter(const MetricFamily &family)
{
    return isLone(family) && family.type == MetricType::Counter;
}

bool isLoneValue(const MetricFamily &family)
{
    return isLone(family) && isPlainValue(family) && !ratioScale(family) && !timestampScale(family);
}

/// A number that deserves a tile even where nothing moves.
bool isHeadline(const MetricFamily &family)
{
    return isLone(family) && (ratioScale(family) || timestampScale(family));
}

bool isTile(const MetricFamily &family)
{
    return isLoneValue(family) || isHeadline(family);
}

/// Where there is no room for all, every kind has its turn: rates, errors and durations first.
enum class Kind : std::uint8_t
{
    Tile,
    Rate,
    Trouble, ///< counters of what goes wrong, and moves
    Bundle,
    Duration,
    Rest
};

struct Turn
{
    std::size_t first = 0;
    std::size_t every = 1;
};

Turn turnOf(Kind kind)
{
    switch (kind) {
    case Kind::Rate:
        return {0, 4};
    case Kind::Trouble:
        return {1, 6};
    case Kind::Duration:
        return {2, 6};
    case Kind::Tile:
        return {3, 2};
    case Kind::Bundle:
        return {4, 4};
    case Kind::Rest:
        return {5, 4};
    }
    return {};
}

/// What would be drawn together.
struct Candidate
{
    Kind kind = Kind::Rest;
    std::vector<PanelSpec> panels;
    Families families;
    std::size_t turn = 0;
};

bool isTimed(const MetricFamily &family)
{
    const bool distribution = family.type == MetricType::Histogram || family.type == MetricType::Summary;
    return distribution && family.parts.averages;
}

class Planner
{
public:
    Planner(FamilyGroup group, const SectionLimits &limits)
        : m_limits(limits)
        , m_families(std::move(group.families))
        , m_context{limits.targetLabels, limits.texts, group.sharedWords}
    {}

    SectionPlan plan()
    {
        Families trouble = takeQuiet();
        dropTwins();
        addSilent(trouble);
        Families tiles = take(m_families, isTile);
        Bundling values = bundled(take(tiles, isLoneValue), m_limits.texts);
        append(tiles, std::move(values.single));
        append(m_plan.over, std::move(values.over));
        addTiles(std::move(tiles));
        addCounters(
            take(m_families, [](const MetricFamily &one) { return one.type == MetricType::Counter; }));
        const bool hasGraphs = std::ranges::any_of(
            m_candidates, [](const Candidate &candidate) { return candidate.kind != Kind::Tile; });
        addTrouble(std::move(trouble), hasGraphs);
        addBundles(values.bundles);
        for (MetricFamily &family : m_families)
            add(isTimed(family) ? Kind::Duration : Kind::Rest, std::move(family));
        fill();
        tellApart(m_plan.panels);
        return std::move(m_plan);
    }

private:
    /// Sets aside what does not move; what counts failures and is kept all the same is the result.
    Families takeQuiet()
    {
        Families trouble;
        if (m_limits.abundance == Abundance::Plenty) {
            m_plan.quiet = take(m_families, [this](const MetricFamily &family) {
                const bool folds = m_limits.folding == Folding::Quiet || isUnused(family);
                return isQuiet(family) && folds && !isHeadline(family) && !isKept(family);
            });
            trouble = take(m_families,
                           [this](const MetricFamily &family) { return isKept(family) && isQuiet(family); });
        } else if (m_limits.folding != Folding::Nothing) {
            m_plan.quiet = take(
                m_families, [this](const MetricFamily &family) { return isDead(family) && !isKept(family); });
            // That there are no errors is worth a place.
            trouble = take(m_families, [this](const MetricFamily &family) {
                return isKept(family) && isQuiet(family) && isUnused(family);
            });
        }
        return trouble;
    }

    /// "reads_total" beside "reads_bytes_total": the words that a unit says otherwise.
    void tellApart(std::vector<PanelSpec> &panels) const
    {
        std::map<std::string, std::set<std::string>, std::less<>> named;
        for (const PanelSpec &panel : panels)
            named[panel.title].insert(familyOf(panel));
        for (PanelSpec &panel : panels) {
            if (named[panel.title].size() < 2 || panel.id.starts_with(bundleId))
                continue;
            const std::string family = familyOf(panel);
            const std::string longer = fullTitle(family, m_context.sharedWords);
            const bool isQuantiles = panel.id.size() > family.size() && panel.id.ends_with(quantilesId);
            panel.title = longer + (isQuantiles ? quantilesTitle : "");
        }
    }

    static std::string familyOf(const PanelSpec &panel)
    {
        for (const std::string_view part : {heatmapId, quantilesId}) {
            if (panel.id.ends_with(part))
                return panel.id.substr(0, panel.id.size() - part.size());
        }
        return panel.id;
    }

    /// A point in time that is there in seconds, too, is not shown twice.
    void dropTwins()
    {
        std::set<std::string> names;
        for (const MetricFamily &family : m_families)
            names.insert(family.name);
        append(m_plan.over, take(m_families, [&names](const MetricFamily &family) {
                   return timestampScale(family) && names.contains(family.name + "_seconds");
               }));
    }

    [[nodiscard]] bool isKept(const MetricFamily &family) const
    {
        return m_limits.kept.contains(family.name);
    }

    void add(Kind kind, std::vector<PanelSpec> panels, Families families)
    {
        const Turn turn = turnOf(kind);
        m_candidates.push_back(
            {kind, std::move(panels), std::move(families), turn.first + m_counts[kind]++ * turn.every});
    }

    void add(Kind kind, MetricFamily family)
    {
        std::vector<PanelSpec> panels = familyPanels(family, m_context);
        // Where there is little room the quantiles tell more than the heatmap.
        if (panels.size() > 1 && m_limits.mostPanels <= little)
            panels.erase(panels.begin(), panels.end() - 1);
        Families families;
        families.push_back(std::move(family));
        add(kind, std::move(panels), std::move(families));
    }

    void addBundles(const std::vector<Bundle> &bundles, Kind kind = Kind::Bundle)
    {
        for (const Bundle &bundle : bundles)
            add(kind, {bundlePanel(bundle, m_context)}, bundle.families);
    }

    /// Few silent counters, and those of a small page, have a tile each, which says so.
    void addSilent(Families &trouble)
    {
        if (m_limits.abundance == Abundance::Plenty && trouble.size() >= fewestOfTrouble)
            return;
        for (MetricFamily &family : std::exchange(trouble, {})) {
            PanelSpec panel = silentCounterPanel(family, m_context);
            Families families;
            families.push_back(std::move(family));
            add(Kind::Tile, {std::move(panel)}, std::move(families));
        }
    }

    void addTiles(Families tiles)
    {
        std::stable_sort(tiles.begin(), tiles.end(), [](const MetricFamily &a, const MetricFamily &b) {
            return std::pair(isHeadline(b), b.activity) < std::pair(isHeadline(a), a.activity);
        });
        const std::size_t most =
            m_limits.abundance == Abundance::Plenty ? mostTiles : std::max(mostTiles, tiles.size());
        while (tiles.size() > most) {
            m_plan.over.push_back(std::move(tiles.back()));
            tiles.pop_back();
        }
        for (MetricFamily &family : tiles)
            add(Kind::Tile, std::move(family));
    }

    void addCounters(Families counters)
    {
        // What is asked for, then what of it fails, then all else that is counted.
        std::ranges::stable_sort(counters, std::greater(), [](const MetricFamily &family) {
            return countsTrouble(family) ? 0 : workScore(redWords(family.name));
        });
        if (counters.size() > 1) {
            std::stable_partition(counters.begin() + 1, counters.end(), countsTrouble);
        }
        Families lone = take(counters, isLoneCounter);
        if (lone.size() >= manyLoneCounters) {
            Bundling rates = bundled(std::move(lone), m_limits.texts);
            addBundles(rates.bundles, Kind::Rate);
            append(m_plan.over, std::move(rates.over));
            lone = std::move(rates.single);
        }
        append(counters, std::move(lone));
        for (MetricFamily &family : counters) {
            const Kind kind = countsTrouble(family) ? Kind::Trouble : Kind::Rate;
            add(kind, std::move(family));
        }
    }

    /// Only beside graphs: a section of nothing but silent errors says nothing.
    void addTrouble(Families trouble, bool hasGraphs)
    {
        if (trouble.empty() || !hasGraphs) {
            append(m_plan.quiet, std::move(trouble));
            return;
        }
        Bundle bundle;
        bundle.title = m_limits.texts[AutoText::Trouble];
        bundle.candidates = trouble.size();
        while (trouble.size() > linesInBundle) {
            m_plan.quiet.push_back(std::move(trouble.back()));
            trouble.pop_back();
        }
        bundle.families = std::move(trouble);
        PanelSpec panel = bundlePanel(bundle, m_context);
        panel.field.unit = "ops";
        panel.field.mappings = {{noneForZero(m_limits.texts)}};
        add(Kind::Trouble, {std::move(panel)}, std::move(bundle.families));
    }

    /// Takes what there is room for, turn by turn; what is drawn keeps its order.
    void fill()
    {
        std::vector<std::size_t> turns(m_candidates.size());
        std::iota(turns.begin(), turns.end(), std::size_t{0});
        std::ranges::stable_sort(turns, {}, [this](std::size_t at) { return m_candidates[at].turn; });
        std::vector<bool> isIn(m_candidates.size(), false);
        std::size_t count = 0;
        for (const std::size_t at : turns) {
            if (count >= m_limits.mostPanels)
                break;
            isIn[at] = true;
            count += m_candidates[at].panels.size();
        }
        for (std::size_t at = 0; at < m_candidates.size(); ++at) {
            if (isIn[at])
                std::ranges::move(m_candidates[at].panels, std::back_inserter(m_plan.panels));
            else
                append(m_plan.over, std::move(m_candidates[at].families));
        }
    }

    static constexpr std::size_t little = 4;

    const SectionLimits &m_limits;
    Families m_families;
    PanelContext m_context;
    SectionPlan m_plan;
    std::vector<Candidate> m_candidates;
    std::map<Kind, std::size_t> m_counts;
};

} // namespace

SectionPlan planSection(FamilyGroup group, const SectionLimits &limits)
{
    return Planner(std::move(group), limits).plan();
}

} // namespace sightglass
