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

std::vector<SeriesExemplars> ExemplarView::select(std::span<const std::vector<Matcher>> matcherSets,
                                                  TimeRange range) const
{
    using Place = std::uint32_t;
    constexpr Place unknown = std::numeric_limits<Place>::max();
    constexpr Place refused = unknown - 1;
    const SeriesFilter filter(matcherSets);
    std::vector<Place> placeOf(m_contents.seriesNumbers, unknown);
    std::vector<SeriesExemplars> found;
    for (std::size_t i = m_contents.first; i < m_contents.end; ++i) {
        const StoredExemplar &stored =
            m_contents.chunks[i / ExemplarChunk::size]->items[i % ExemplarChunk::size];
        if (stored.exemplar.t < range.from || stored.exemplar.t > range.to)
            continue;
        Place &place = placeOf[stored.number];
        if (place == unknown) {
            place = filter.accepts(stored.series) ? static_cast<Place>(found.size()) : refused;
            if (place != refused)
                found.push_back({stored.series, {}});
        }
        if (place != refused)
            found[place].exemplars.push_back(stored.exemplar);
    }
    std::sort(found.begin(), found.end(),
              [](const SeriesExemplars &a, const SeriesExemplars &b) { return a.series < b.series; });
    return found;
}

} // namespace sightglass
