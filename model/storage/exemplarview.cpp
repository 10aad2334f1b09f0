// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/exemplarview.h"

#include "model/storage/labelmatcher.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

/// Decides on series by any of several sets of matchers.
class SeriesFilter
{
public:
    explicit SeriesFilter(std::span<const std::vector<Matcher>> matcherSets)
    {
        for (const std::vector<Matcher> &matchers : matcherSets) {
            std::vector<LabelMatcher> &set = m_sets.emplace_back();
            for (const Matcher &matcher : matchers)
                set.emplace_back(matcher);
        }
    }

    [[nodiscard]] bool accepts(const Labels &labels) const
    {
        return std::any_of(m_sets.begin(), m_sets.end(), [&labels](const std::vector<LabelMatcher> &set) {
            return std::all_of(set.begin(), set.end(),
                               [&labels](const LabelMatcher &matcher) { return matcher.matches(labels); });
        });
    }

private:
    std::vector<std::vector<LabelMatcher>> m_sets;
};

} // namespace

ExemplarView::ExemplarView(Contents contents) noexcept
    : m_contents(std::move(contents))
{}

template<typename Wants, typename See>
void ExemplarView::walk(std::span<const std::vector<Matcher>> matcherSets, TimeRange range, Wants wants,
                        See see) const
{
    enum class Verdict : unsigned char
    {
        Unknown,
        Wanted,
        Refused
    };
    const SeriesFilter filter(matcherSets);
    std::vector<Verdict> verdicts(m_contents.seriesNumbers, Verdict::Unknown);
    for (std::size_t i = m_contents.first; i < m_contents.end; ++i) {
        const StoredExemplar &stored =
            m_contents.chunks[i / ExemplarChunk::size]->items[i % ExemplarChunk::size];
        if (stored.exemplar.t < range.from || stored.exemplar.t > range.to)
            continue;
        Verdict &verdict = verdicts[stored.number];
        if (verdict == Verdict::Unknown) {
            const bool wanted = filter.accepts(stored.series) && wants(stored.series);
            verdict = wanted ? Verdict::Wanted : Verdict::Refused;
        }
        if (verdict == Verdict::Wanted)
            see(stored);
    }
}

void ExemplarView::visit(std::span<const std::vector<Matcher>> matcherSets, TimeRange range,
                         ExemplarVisitor &visitor) const
{
    walk(
        matcherSets, range, [&visitor](const Labels &series) { return visitor.wants(series); },
        [&visitor](const StoredExemplar &stored) { visitor.visit(stored.series, stored.exemplar); });
}

std::vector<SeriesExemplars> ExemplarView::select(std::span<const std::vector<Matcher>> matcherSets,
                                                  TimeRange range) const
{
    constexpr std::size_t unknown = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> placeOf(m_contents.seriesNumbers, unknown);
    std::vector<SeriesExemplars> found;
    const auto add = [&](const StoredExemplar &stored) {
        std::size_t &place = placeOf[stored.number];
        if (place == unknown) {
            place = found.size();
            found.push_back({stored.series, {}});
        }
        found[place].exemplars.push_back(stored.exemplar);
    };
    walk(
        matcherSets, range, [](const Labels &) { return true; }, add);
    std::sort(found.begin(), found.end(),
              [](const SeriesExemplars &a, const SeriesExemplars &b) { return a.series < b.series; });
    return found;
}

} // namespace sightglass
