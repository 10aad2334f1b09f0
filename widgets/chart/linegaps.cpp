// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/linegaps.h"

#include <limits>

namespace sightglass {

bool joined(const Sample &a, const Sample &b, std::int64_t gapMs) noexcept
{
    return b.t - a.t <= gapMs && b.t > a.t && std::isfinite(a.v) && std::isfinite(b.v);
}

TimestampMs gapTime(TimestampMs from, TimestampMs to) noexcept
{
    return from + (to - from) / 2;
}

std::vector<Sample> interrupted(std::span<const Sample> samples, std::span<const TimestampMs> gaps,
                                std::int64_t spannedMs)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<Sample> result;
    result.reserve(samples.size() + gaps.size());
    GapWalk walk(gaps);
    for (const Sample &sample : samples) {
        const bool isBroken = walk.isBefore(sample.t) && !result.empty();
        if (isBroken && sample.t - result.back().t > spannedMs)
            result.push_back({gapTime(result.back().t, sample.t), none});
        result.push_back(sample);
    }
    return result;
}

} // namespace sightglass
