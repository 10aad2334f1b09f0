// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/disturbance.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr double inertiaSeconds = 2.5;

} // namespace

Disturbance disturbanceOf(const Weather &weather) noexcept
{
    constexpr Weather usual;
    const double failing = weather.faults.rejectShare + weather.faults.hangShare;
    const double usuallyFailing = usual.faults.rejectShare + usual.faults.hangShare;
    return {.load = weather.load.eventsPerSecond / usual.load.eventsPerSecond,
            .slowness = weather.faults.slowdown / usual.faults.slowdown,
            .errorShare = std::clamp(failing - usuallyFailing, 0.0, 1.0),
            .warmth = std::clamp(weather.load.popularity / usual.load.popularity, 0.0, 1.0)};
}

Disturbance eased(const Disturbance &felt, const Disturbance &target, double seconds) noexcept
{
    const double way = 1 - std::exp(-seconds / inertiaSeconds);
    return {.load = felt.load + way * (target.load - felt.load),
            .slowness = felt.slowness + way * (target.slowness - felt.slowness),
            .errorShare = felt.errorShare + way * (target.errorShare - felt.errorShare),
            .warmth = felt.warmth + way * (target.warmth - felt.warmth)};
}

} // namespace sightglass::demo
