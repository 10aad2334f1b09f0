// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/hittest.h"

#include <algorithm>

namespace sightglass {

std::optional<std::size_t> nearestSample(std::span<const Sample> samples, TimestampMs at,
                                         std::int64_t withinMs) noexcept
{
    auto it =
        std::partition_point(samples.begin(), samples.end(), [at](const Sample &s) { return s.t < at; });
    if (it == samples.end() || (it != samples.begin() && at - (it - 1)->t <= it->t - at)) {
        if (it == samples.begin())
            return std::nullopt;
        --it;
    }
    const std::int64_t distance = it->t > at ? it->t - at : at - it->t;
    if (distance > withinMs)
        return std::nullopt;
    return static_cast<std::size_t>(it - samples.begin());
}

} // namespace sightglass
