// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/decimate.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// Which numbers are round: 1, 2, 2.5, 5 times a power of ten, or powers of two (units with binary prefixes).
enum class NumberBase : unsigned char
{
    Decimal,
    Binary
};

/// What the ends of an axis have to respect.
struct AxisLimits
{
    std::optional<double> min; ///< fixed by the user
    std::optional<double> max;
    NumberBase base = NumberBase::Decimal;
    double seconds = 0; ///< of a duration, how long 1 is: round are minutes, hours, days; 0: no duration
    int maxTicks = 6;   ///< >= 2
    bool endsOnTicks = false; ///< both ends are round where they are not fixed, as where they are written

    /// Says what is round by the unit that labels are written in.
    void setUnit(std::string_view unit);
};

/// A vertical axis: low < high, ticks ascending and within [low, high].
struct NumberAxis
{
    double low = 0;
    double high = 1;
    std::vector<double> ticks;

    friend bool operator==(const NumberAxis &, const NumberAxis &) = default;
};

/// The smallest round number that is at least `minimum` (> 0, finite).
[[nodiscard]] double roundStep(double minimum, NumberBase base);

/// The smallest round duration that is at least so many seconds (> 0, finite): parts of a second are decimal,
/// then come 1, 2, 5, 10, 15 and 30 seconds and minutes, 1, 2, 3, 6 and 12 hours, days, years.
[[nodiscard]] double roundDuration(double minimum);

/// An axis for these values: ends on round numbers unless the user fixed them (beyond the largest double
/// there is none: it ends there, and high - low may be no number), starts at zero where the values are
/// positive and zero is near enough not to flatten them, leaves a little air, and never has zero length.
/// Where the values pass a tick by less than a quarter of a step, the axis ends that quarter behind it: a
/// value of -0.2 among hundreds costs no room for a whole step below zero. No values: 0 to 1.
[[nodiscard]] NumberAxis numberAxis(const std::optional<ValueRange> &values, const AxisLimits &limits);

} // namespace sightglass
