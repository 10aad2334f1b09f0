// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/numberticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

constexpr double largest = 1e300;

struct Ends
{
    double low;
    double high;
};

/// Below this share of the largest value the smallest is drawn against zero.
constexpr double zeroPull = 0.6;
constexpr double air = 0.01;

Ends wantedEnds(const ValueRange &values)
{
    Ends ends{std::clamp(values.low, -largest, largest), std::clamp(values.high, -largest, largest)};
    const bool flat = ends.low == ends.high;
    if (ends.low >= 0 && (flat || ends.low < zeroPull * ends.high))
        ends.low = 0;
    if (ends.high <= 0 && (flat || ends.high > zeroPull * ends.low))
        ends.high = 0;
    if (ends.low == ends.high)
        return {0, 1};
    const double margin = (ends.high - ends.low) * air;
    if (ends.high > 0)
        ends.high += margin;
    if (ends.low < 0 || (ends.low > 0 && ends.low > margin))
        ends.low -= margin;
    return ends;
}

void makeProper(Ends &ends, const AxisLimits &limits)
{
    if (limits.min)
        ends.low = std::clamp(*limits.min, -largest, largest);
    if (limits.max)
        ends.high = std::clamp(*limits.max, -largest, largest);
    const double scale = std::max({std::abs(ends.low), std::abs(ends.high), 1e-290});
    // A span lost in the rounding of its ends cannot be divided into ticks.
    if (ends.high - ends.low > scale * 1e-12)
        return;
    const double span = std::max(scale * 1e-9, 1e-290);
    if (limits.max && !limits.min)
        ends.low = ends.high - span;
    else
        ends.high = ends.low + span;
}

} // namespace

double roundStep(double minimum, NumberBase base)
{
    if (base == NumberBase::Binary && minimum >= 1)
        return std::exp2(std::ceil(std::log2(minimum) - 1e-9));
    const double power = std::pow(10.0, std::floor(std::log10(minimum)));
    constexpr std::array<double, 4> steps{1, 2, 2.5, 5};
    for (const double step : steps) {
        if (step * power >= minimum * (1 - 1e-9))
            return step * power;
    }
    return 10 * power;
}

NumberAxis numberAxis(const std::optional<ValueRange> &values, const AxisLimits &limits)
{
    Ends ends = values ? wantedEnds(*values) : Ends{0, 1};
    makeProper(ends, limits);
    const double step = roundStep((ends.high - ends.low) / std::max(limits.maxTicks - 1, 1), limits.base);
    NumberAxis axis;
    axis.low = limits.min ? ends.low : std::floor(ends.low / step) * step;
    axis.high = limits.max ? ends.high : std::ceil(ends.high / step) * step;
    const double tolerance = step * 1e-6;
    const auto from = std::ceil((axis.low - tolerance) / step);
    for (double k = from; k * step <= axis.high + tolerance && axis.ticks.size() < 100; ++k)
        axis.ticks.push_back(k == 0 ? 0.0 : k * step);
    return axis;
}

} // namespace sightglass
