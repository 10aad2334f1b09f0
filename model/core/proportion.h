// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace sightglass {

/// How far on the way from `low` to `high` a value lies: 0 at low, 1 at high, not clamped. Right for all
/// finite ends, also those whose distance is no number any more (-1.7e308 to 1.7e308). NaN where the ends are
/// equal and the value is theirs, and for NaN.
[[nodiscard]] inline double shareOfSpan(double low, double high, double value) noexcept
{
    const double span = high - low;
    return std::isfinite(span) ? (value - low) / span : (value / 2 - low / 2) / (high / 2 - low / 2);
}

/// The other way round: what lies at `share` (0 to 1) of the way from `low` to `high`.
[[nodiscard]] inline double valueInSpan(double low, double high, double share) noexcept
{
    const double span = high - low;
    return std::isfinite(span) ? low + share * span : 2 * (low / 2 + share * (high / 2 - low / 2));
}

} // namespace sightglass
