// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampleholes.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

constexpr std::size_t mostDistances = 4;
constexpr std::size_t fewestDistances = 3;

/// The last times at or before t, more than `from`.
std::span<const TimestampMs> lastTimes(std::span<const TimestampMs> times, TimestampMs from, TimestampMs t)
{
    const auto end = std::ranges::upper_bound(times, t);
    const auto begin = std::upper_bound(times.begin(), end, from);
    const std::span<const TimestampMs> within(begin, end);
    return within.last(std::min(within.size(), mostDistances + 1));
}

} // namespace

bool SampleHoles::isLongerThanUsual(const Read &read, TimestampMs t, std::int64_t lengthMs)
{
    if (lengthMs > m_lookbackMs)
        return true;
    const auto usual = usualMs(read, t);
    return usual && lengthMs > *usual * 2 + *usual / 2;
}

std::optional<std::int64_t> SampleHoles::usualMs(const Read &read, TimestampMs t)
{
    const TimestampMs from = t - m_lookbackMs;
    std::span<const TimestampMs> times = lastTimes(read.times, from, t);
    if (times.size() <= mostDistances && read.from > from + 1) {
        read.series.read({from + 1, t}, m_more);
        times = lastTimes(m_more.times, from, t);
    }
    if (times.size() <= fewestDistances)
        return std::nullopt;
    std::array<std::int64_t, mostDistances> distances{};
    for (std::size_t i = 1; i < times.size(); ++i)
        distances[i - 1] = times[i] - times[i - 1];
    std::ranges::sort(distances, std::ranges::greater());
    return distances[1];
}

} // namespace sightglass
