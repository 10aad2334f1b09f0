// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/graphconfig.h"

namespace sightglass {

/// How values lie along an axis. Plots draw the transformed values on a linear scale, so that a straight line
/// is straight on the screen.
struct AxisTransform
{
    ScaleKind kind = ScaleKind::Linear;
    double linearThreshold = 1; ///< of SymLog, > 0: about linear below, logarithmic above

    /// A configured one; a threshold that is none is 1.
    [[nodiscard]] static AxisTransform of(const ScaleDistribution &scale) noexcept;

    /// Increasing. Log: the decimal logarithm, NaN at zero and below: such a value has no place on the axis.
    /// SymLog: the inverse hyperbolic sine, which has one for every value. Infinities stay what they are.
    [[nodiscard]] double forward(double value) const noexcept;
    [[nodiscard]] double backward(double drawn) const noexcept;

    friend bool operator==(const AxisTransform &, const AxisTransform &) = default;
};

} // namespace sightglass
