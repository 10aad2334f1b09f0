// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/retryschedule.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

std::optional<Milliseconds> RetrySchedule::delayAfter(unsigned failures, double jitter) const noexcept
{
    if (failures == 0 || failures >= attempts)
        return std::nullopt;
    const double doubled = std::ldexp(static_cast<double>(base.count()), static_cast<int>(failures - 1));
    const double capped = std::min(doubled, static_cast<double>(longest.count()));
    const double spread = capped * (0.8 + 0.4 * std::clamp(jitter, 0.0, 1.0));
    return Milliseconds(std::llround(spread));
}

} // namespace sightglass::demo
