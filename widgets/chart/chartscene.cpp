// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartscene.h"

#include "model/core/samplesearch.h"
#include "widgets/chart/linegaps.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>

namespace sightglass {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// Vertical grid lines that only one of the two has, among the columns that both have.
std::vector<std::int64_t> changedGridColumns(const ChartScene &before, const ChartScene &after)
{
    const std::int64_t from = std::max(before.grid.first, after.grid.first);
    const std::int64_t to = std::min(before.grid.end(), after.grid.end());
    const auto within = [from, to](const std::vector<std::int64_t> &columns) {
        const auto begin = std::lower_bound(columns.begin(), columns.end(), from);
        return std::span(begin, std::lower_bound(begin, columns.end(), to));
    };
    std::vector<std::int64_t> changed;
    std::ranges::set_symmetric_difference(within(before.gridColumns), within(after.gridColumns),
                                          std::back_inserter(changed));
    return changed;
}

bool sameLook(const ChartScene &before, const ChartScene &after)
{
    const auto sameSeries = [](const SceneSeries &a, const SceneSeries &b) {
        return a.color == b.color && a.fillOpacity == b.fillOpacity && a.base.empty() == b.base.empty() &&
               a.style == b.style;
    };
    return before.grid.bucketUs == after.grid.bucketUs && before.grid.count == after.grid.count &&
           before.scale == after.scale && before.gapMs == after.gapMs &&
           before.lineWidth == after.lineWidth && before.background == after.background &&
           before.gridColor == after.gridColor && before.gridValues == after.gridValues &&
           before.marks == after.marks && before.strips == after.strips && before.zero == after.zero &&
           before.zeroColor == after.zeroColor && std::ranges::equal(before.series, after.series, sameSeries);
}

/// What of a line changed: everything up to one time (its beginning left the range) and everything from
/// another on.
struct LineChange
{
    TimestampMs upTo = -never;
    TimestampMs from = never;
    // Whether a sample that came or went, or one beside those, may have a dot of its own on either picture.
    bool dotsUpTo = true;
    bool dotsFrom = true;
};

/// How many samples the two have in common, from the first on: those before `sameBefore` without reading
/// them, the others byte by byte.
std::size_t commonSamples(std::span<const Sample> before, std::span<const Sample> after,
                          TimestampMs sameBefore)
{
    const auto sameBytes = [](const Sample &a, const Sample &b) {
        return std::memcmp(&a, &b, sizeof(Sample)) == 0;
    };
    std::size_t known = 0;
    if (sameBefore != unknownBefore && !before.empty() && !after.empty() && before[0].t == after[0].t) {
        known = firstSampleAtOrAfter(after, sameBefore);
        // As many on both sides: else what is said to be known is not of these samples.
        if (known != firstSampleAtOrAfter(before, sameBefore))
            known = 0;
    }
    const std::size_t most = std::min(before.size(), after.size());
    if (most > known &&
        std::memcmp(before.data() + known, after.data() + known, (most - known) * sizeof(Sample)) == 0)
        return most;
    const auto differs = std::mismatch(after.begin() + static_cast<std::ptrdiff_t>(known),
                                       after.begin() + static_cast<std::ptrdiff_t>(most),
                                       before.begin() + static_cast<std::ptrdiff_t>(known), sameBytes);
    return static_cast<std::size_t>(differs.first - after.begin());
}

/// Whether all of the samples, a few, are joined: then none of them has a dot of its own.
bool allJoined(std::span<const Sample> samples, std::int64_t gapMs)
{
    constexpr std::size_t few = 8;
    if (samples.size() < 2 || samples.size() > few)
        return false;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        if (!joined(samples[i - 1], samples[i], gapMs))
            return false;
    }
    return true;
}

LineChange lineChange(const PlotLine &lineBefore, const PlotLine &lineAfter, TimestampMs sameBefore)
{
    // How many samples away one is still felt by the line.
    const std::size_t reach = lineAfter.interpolation == LineInterpolation::Smooth ? 2 : 1;
    const std::span<const Sample> before = lineBefore.samples;
    const std::span<const Sample> after = lineAfter.samples;
    LineChange change;
    if (before.data() == after.data() && before.size() == after.size())
        return change;
    if (after.empty() || before.empty()) {
        if (after.size() != before.size())
            change.from = after.empty() ? before.front().t : after.front().t;
        return change;
    }
    const std::size_t start = firstSampleAtOrAfter(before, after.front().t);
    if (start > 0) {
        change.upTo = after[std::min(reach, after.size()) - 1].t;
        change.dotsUpTo = !allJoined(before.first(std::min(start + 2, before.size())), lineBefore.gapMs) ||
                          !allJoined(after.first(std::min<std::size_t>(2, after.size())), lineAfter.gapMs);
    }
    const auto rest = before.subspan(start);
    const std::size_t same = commonSamples(rest, after, sameBefore);
    if (same == after.size() && same == rest.size())
        return change;
    // The line from the last common sample to the first new one is new as well.
    change.from =
        same > 0 ? after[same - std::min(same, reach)].t : std::min(after.front().t, before.front().t);
    const std::size_t known = same - std::min<std::size_t>(same, 2);
    change.dotsFrom = same < 2 || !allJoined(rest.subspan(known), lineBefore.gapMs) ||
                      !allJoined(after.subspan(known), lineAfter.gapMs);
    return change;
}

/// How many columns away a sample can leave traces that is joined to its neighbours: only a line reaches into
/// the columns beside it then.
int joinedMargin(const ChartScene &scene, const SceneSeries &series) noexcept
{
    if (series.style.drawing != DrawStyle::Line || series.style.pointRadius > 0)
        return rasterMargin(scene);
    return std::max(1, static_cast<int>(std::ceil(scene.widthOf(series) / 2)));
}

/// The columns that differ because of what changed of lines: those before one, and those from another on.
class ChangedEnds
{
public:
    ChangedEnds(const ChartScene &after, std::int64_t left, std::int64_t right)
        : m_scene(after)
        , m_margin(rasterMargin(after))
        , m_left(left)
        , m_right(right)
    {}

    void add(const LineChange &change, const SceneSeries &series)
    {
        if (change.upTo == -never && change.from == never)
            return;
        const int joined = joinedMargin(m_scene, series);
        if (change.upTo != -never)
            m_left = std::max(m_left,
                              m_scene.grid.columnOf(change.upTo) + (change.dotsUpTo ? m_margin : joined) + 1);
        if (change.from != never)
            m_right =
                std::min(m_right, m_scene.grid.columnOf(change.from) - (change.dotsFrom ? m_margin : joined));
    }

    [[nodiscard]] std::int64_t left() const noexcept { return m_left; }
    [[nodiscard]] std::int64_t right() const noexcept { return m_right; }

private:
    const ChartScene &m_scene;
    int m_margin;
    std::int64_t m_left;  ///< exclusive
    std::int64_t m_right; ///< inclusive
};

} // namespace

int rasterMargin(const ChartScene &scene) noexcept
{
    // Dots and bars wider than this would need a tile of their own.
    constexpr double widest = 4096;
    double reach = scene.lineWidth * 1.5;
    for (const SceneSeries &series : scene.series) {
        reach = std::max({reach, scene.widthOf(series) * 1.5, series.style.pointRadius});
        const auto bar = std::max(series.style.bar.beforeUs, series.style.bar.afterUs);
        if (series.style.drawing == DrawStyle::Bars)
            reach = std::max(reach, static_cast<double>(bar / scene.grid.bucketUs) + 1);
    }
    return static_cast<int>(std::min(reach, widest)) + 1;
}

std::vector<ColumnRange> changedColumns(const ChartScene &before, const ChartScene &after,
                                        std::span<const TimestampMs> sameBefore)
{
    const ColumnRange all{after.grid.first, after.grid.end()};
    const bool apart = before.grid.end() <= after.grid.first || after.grid.end() <= before.grid.first;
    if (apart || !sameLook(before, after))
        return {all};
    const int margin = rasterMargin(after);
    ChangedEnds ends(
        after,
        std::max(all.from, before.grid.first > after.grid.first ? before.grid.first + margin : all.from),
        std::max(all.from, before.grid.end() < after.grid.end() ? before.grid.end() - margin : all.to));
    for (std::size_t i = 0; i < after.series.size(); ++i) {
        const SceneSeries &series = after.series[i];
        const TimestampMs known = i < sameBefore.size() ? sameBefore[i] : unknownBefore;
        ends.add(lineChange(before.lineOf(before.series[i]), after.lineOf(series), known), series);
        ends.add(lineChange(before.baseOf(before.series[i]), after.baseOf(series), unknownBefore), series);
    }
    std::vector<ColumnRange> ranges;
    std::int64_t left = ends.left();
    std::int64_t right = ends.right();
    for (const std::int64_t column : changedGridColumns(before, after)) {
        if (column - all.from < all.to - column)
            left = std::max(left, column + 1);
        else
            right = std::min(right, column);
    }
    left = std::min(left, all.to);
    right = std::max(right, all.from);
    if (left >= right)
        return {all};
    if (left > all.from)
        ranges.push_back({all.from, left});
    if (right < all.to)
        ranges.push_back({right, all.to});
    return ranges;
}

} // namespace sightglass
