// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/almostequal.h"

#include "model/core/sample.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

bool almostEqual(double a, double b, double epsilon) noexcept
{
    if (isStaleMarker(a) || isStaleMarker(b))
        return isStaleMarker(a) && isStaleMarker(b);
    if (std::isnan(a) && std::isnan(b))
        return true;
    if (a == b)
        return true;
    constexpr double minNormal = std::numeric_limits<double>::min();
    const double magnitude = std::fabs(a) + std::fabs(b);
    const double difference = std::fabs(a - b);
    if (a == 0 || b == 0 || magnitude < minNormal)
        return difference < epsilon * minNormal;
    return difference / std::min(magnitude, std::numeric_limits<double>::max()) < epsilon;
}

} // namespace sightglass
