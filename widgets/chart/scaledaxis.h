// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/axistransform.h"
#include "widgets/chart/numberticks.h"

namespace sightglass {

/// What is configured of a vertical axis beside what AxisLimits hold.
struct AxisShape
{
    ScaleDistribution scale;
    std::optional<double> softMin; ///< reached at least, and not passed by rounding or air
    std::optional<double> softMax;
    bool centeredZero = false; ///< both ends equally far from zero; linear and symlog axes only
    bool roomAround = false; ///< of a logarithmic axis: no value lies at its ends, which would cut it in half
};

/// A vertical axis on any scale: `low` and `high` are transformed values, `ticks` (ascending, between them)
/// are values as they are read.
struct ScaledAxis
{
    AxisTransform transform;
    double low = 0;
    double high = 1;
    std::vector<double> ticks;

    /// Where a value lies: 0 at the top, 1 at the bottom; NaN where it has no place.
    [[nodiscard]] double position(double value) const noexcept
    {
        return (high / 2 - transform.forward(value) / 2) / (high / 2 - low / 2);
    }

    friend bool operator==(const ScaledAxis &, const ScaledAxis &) = default;
};

/// An axis for these values, which are as they are read. A logarithmic axis ends on powers of its base (see
/// also AxisShape::roomAround) unless the user fixed an end above zero; where only a
/// part of a power is seen, its ticks are the round numbers in it. Values of zero and below do not count
/// there. A symmetric one has ticks at zero and at powers on both sides.
[[nodiscard]] ScaledAxis scaledAxis(const std::optional<ValueRange> &values, const AxisLimits &limits,
                                    const AxisShape &shape);

} // namespace sightglass
