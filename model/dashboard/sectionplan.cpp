// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sectionplan.h"

#include "model/dashboard/bundles.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/ratios.h"

#include <algorithm>
#include <iterator>
#include <map>
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
        Families trouble;
        if (m_limits.abundance == Abundance::Plenty) {
            m_plan.quiet = take(m_families, [this](const MetricFamily &family) {
                const bool folds = m_limits.folding == Folding::Quiet || isUnused(family);
                return isQuiet(family) && folds && !isHeadline(family) && !isKept(family);
            });
            trouble = take(m_families,
                           [this](const MetricFamily &family) { return isKept(family) && isQuiet(family); });
            if (trouble.size() < fewestOfTrouble)
                append(m_families, std::exchange(trouble, {}));
        } else if (m_limits.folding != Folding::Nothing) {
            // That there are no errors is worth a graph.
            m_plan.quiet = take(
                m_families, [this](const MetricFamily &family) { return isDead(family) && !isKept(family); });
        }
        dropTwins();
        Families tiles = take(m_families, isTile);
        Bundling values = bundled(take(tiles, isLoneValue), m_limits.texts);
        append(tiles, std::move(values.single));
        append(m_plan.over, std::move(values.over));
        addTiles(std::move(tiles));
        addCounters(
            take(m_families, [](const MetricFamily &one) { return one.type == MetricType::Counter; }));
        addTrouble(std::move(trouble));
        addBundles(values.bundles);
        addEach(std::move(m_families));
        tellApart(m_plan.panels);
        return std::move(m_plan);
    }

private:
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

    [[nodiscard]] bool isFull() const { return m_plan.panels.size() >= m_limits.mostPanels; }

    void addEach(Families families)
    {
        for (MetricFamily &family : families) {
            if (isFull()) {
                m_plan.over.push_back(std::move(family));
                continue;
            }
            std::vector<PanelSpec> made = familyPanels(family, m_context);
            std::move(made.begin(), made.end(), std::back_inserter(m_plan.panels));
        }
    }

    void addBundles(const std::vector<Bundle> &bundles)
    {
        for (const Bundle &bundle : bundles) {
            if (isFull())
                append(m_plan.over, bundle.families);
            else
                m_plan.panels.push_back(bundlePanel(bundle, m_context));
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
        addEach(std::move(tiles));
        m_tiles = m_plan.panels.size();
    }

    void addCounters(Families counters)
    {
        Families lone = take(counters, isLoneCounter);
        if (lone.size() < manyLoneCounters) {
            append(counters, std::move(lone));
            addEach(std::move(counters));
            return;
        }
        Bundling rates = bundled(std::move(lone), m_limits.texts);
        addBundles(rates.bundles);
        append(m_plan.over, std::move(rates.over));
        append(counters, std::move(rates.single));
        addEach(std::move(counters));
    }

    /// Only beside graphs: a section of nothing but silent errors says nothing.
    void addTrouble(Families trouble)
    {
        if (trouble.empty() || m_plan.panels.size() <= m_tiles || isFull()) {
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
        m_plan.panels.push_back(std::move(panel));
    }

    const SectionLimits &m_limits;
    Families m_families;
    PanelContext m_context;
    SectionPlan m_plan;
    std::size_t m_tiles = 0;
};

} // namespace

SectionPlan planSection(FamilyGroup group, const SectionLimits &limits)
{
    return Planner(std::move(group), limits).plan();
}

} // namespace sightglass
