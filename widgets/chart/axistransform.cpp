// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/axistransform.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

/// From here on the hyperbolic sine is half the exponential function to the last digit.
constexpr double farOut = 300;

/// asinh(value / threshold), also where the quotient is no number any more.
double symmetric(double value, double threshold) noexcept
{
    const double ratio = value / threshold;
    if (!std::isinf(ratio) || std::isinf(value))
        return std::asinh(ratio);
    return std::copysign(std::log(2.0) + std::log(std::abs(value)) - std::log(threshold), value);
}

double fromSymmetric(double drawn, double threshold) noexcept
{
    if (!(std::abs(drawn) > farOut) || std::isinf(drawn))
        return std::sinh(drawn) * threshold;
    const double size = std::exp(std::abs(drawn) - std::log(2.0) + std::log(threshold));
    return std::copysign(std::min(size, std::numeric_limits<double>::max()), drawn);
}

} // namespace

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
        return symmetric(value, linearThreshold);
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
        return fromSymmetric(drawn, linearThreshold);
    }
    return drawn;
}

} // namespace sightglass
