// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/samplespacing.h"

#include "parser/promql/exprparts.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

/// Distances that are looked at of one series: enough that a late scrape or a pause says nothing.
constexpr std::size_t mostDistances = 16;
constexpr std::size_t fewestDistances = 4;
constexpr std::size_t mostSeries = 8;
constexpr std::size_t mostSelectors = 8;
/// Samples lie further back than expected where there are too few: how much further is looked each time.
constexpr std::int64_t widening = 16;

/// The times of the newest samples up to the range's end, of either kind; enough of them to tell, or all.
std::vector<TimestampMs> newestTimes(const SeriesView &series, TimeRange range, std::int64_t aboutMs)
{
    SampleColumns columns;
    std::int64_t length = static_cast<std::int64_t>(mostDistances + 1) * std::max<std::int64_t>(aboutMs, 1);
    while (true) {
        const TimestampMs from = std::max(range.from, range.to - length);
        series.read({from, range.to}, columns);
        const bool isEnough = std::max(columns.times.size(), columns.histogramTimes.size()) > fewestDistances;
        if (isEnough || from == range.from)
            break;
        length *= widening;
    }
    return columns.times.size() >= columns.histogramTimes.size() ? columns.times : columns.histogramTimes;
}

/// What the times of a series tell. The first scrape of a target comes at once, the second in its turn: of a
/// few distances the widest is the regular one, and none is less than expected.
std::int64_t usualDistance(std::span<const TimestampMs> times, std::int64_t aboutMs)
{
    if (times.size() < 2 || times.size() > fewestDistances)
        return medianDistance(times);
    std::int64_t widest = aboutMs;
    for (std::size_t i = 1; i < times.size(); ++i)
        widest = std::max(widest, times[i] - times[i - 1]);
    return widest;
}

/// To two digits, and what is all but the expected distance as that.
std::int64_t rounded(std::int64_t distance, std::int64_t aboutMs)
{
    constexpr std::int64_t share = 20;
    if (std::abs(distance - aboutMs) <= aboutMs / share)
        return aboutMs;
    std::int64_t unit = 1;
    while (distance / unit >= 100)
        unit *= 10;
    return (distance + unit / 2) / unit * unit;
}

} // namespace

std::int64_t medianDistance(std::span<const TimestampMs> times)
{
    std::array<std::int64_t, mostDistances> distances{};
    std::size_t count = 0;
    for (std::size_t i = times.size(); i > 1 && count < distances.size(); --i)
        distances[count++] = times[i - 1] - times[i - 2];
    if (count == 0)
        return 0;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>((count - 1) / 2);
    std::nth_element(distances.begin(), middle, distances.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

SampleSpacing sampleSpacing(const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs, TimeRange range,
                            std::int64_t aboutMs)
{
    SampleSpacing spacing;
    std::size_t selectors = 0;
    for (const promql::ExprPtr &expr : exprs) {
        for (const promql::VectorSelector *selector : promql::selectorsOf(*expr)) {
            if (++selectors > mostSelectors)
                return spacing;
            const auto views = snapshot.select(selector->matchers, range);
            // Some from everywhere: neighbours are mostly of one target.
            const std::size_t every = std::max<std::size_t>((views.size() + mostSeries - 1) / mostSeries, 1);
            for (std::size_t i = 0; i < views.size(); i += every) {
                const std::int64_t distance =
                    rounded(usualDistance(newestTimes(*views[i], range, aboutMs), aboutMs), aboutMs);
                if (distance <= 0)
                    continue;
                spacing.leastMs = spacing.leastMs == 0 ? distance : std::min(spacing.leastMs, distance);
                spacing.mostMs = std::max(spacing.mostMs, distance);
            }
        }
    }
    return spacing;
}

} // namespace sightglass
