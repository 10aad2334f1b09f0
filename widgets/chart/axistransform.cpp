// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/axistransform.h"

#include <cmath>
#include <limits>

namespace sightglass {

AxisTransform AxisTransform::of(const ScaleDistribution &scale) noexcept
{
    const bool sound = std::isfinite(scale.linearThreshold) && scale.linearThreshold > 0;
    return {scale.kind, sound ? scale.linearThreshold : 1};
}

double AxisTransform::forward(double value) const noexcept
{
    switch (kind) {
    case ScaleKind::Linear:
        return value;
    case ScaleKind::Log:
        return value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
    case ScaleKind::SymLog:
        return std::asinh(value / linearThreshold);
    }
    return value;
}

double AxisTransform::backward(double drawn) const noexcept
{
    switch (kind) {
    case ScaleKind::Linear:
        return drawn;
    case ScaleKind::Log:
        return std::pow(10.0, drawn);
    case ScaleKind::SymLog:
        return std::sinh(drawn) * linearThreshold;
    }
    return drawn;
}

} // namespace sightglass
