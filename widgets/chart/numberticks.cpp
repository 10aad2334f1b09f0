// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/numberticks.h"

#include "model/core/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double largest = std::numeric_limits<double>::max();

struct Ends
{
    double low;
    double high;
};

Ends bounded(Ends ends)
{
    return {std::clamp(ends.low, -largest, largest), std::clamp(ends.high, -largest, largest)};
}

/// Half the distance of the ends, which is a number also where the whole is none.
double halfSpan(const Ends &ends)
{
    return ends.high / 2 - ends.low / 2;
}

/// Below this share of the largest value the smallest is drawn against zero.
constexpr double zeroPull = 0.6;
constexpr double air = 0.01;
/// Values that differ by less than this share of their size differ by what reckoning them in another order
/// changes: quantiles and rates of an even course do. Whole numbers are counted, and differ in earnest.
constexpr double roundingShare = 5e-10;

bool isLevel(const Ends &ends)
{
    const bool whole = ends.low == std::floor(ends.low) && ends.high == std::floor(ends.high);
    const double size = std::max(std::abs(ends.low), std::abs(ends.high));
    return ends.low == ends.high || (!whole && halfSpan(ends) < size / 2 * roundingShare);
}

Ends wantedEnds(const ValueRange &values)
{
    Ends ends = bounded({values.low, values.high});
    const bool flat = isLevel(ends);
    if (ends.low >= 0 && (flat || ends.low < zeroPull * ends.high))
        ends.low = 0;
    if (ends.high <= 0 && (flat || ends.high > zeroPull * ends.low))
        ends.high = 0;
    if (ends.low == ends.high)
        return {0, 1};
    const double margin = halfSpan(ends) * (2 * air);
    if (ends.high > 0)
        ends.high += margin;
    if (ends.low < 0 || (ends.low > 0 && ends.low > margin))
        ends.low -= margin;
    return bounded(ends);
}

void makeProper(Ends &ends, const AxisLimits &limits)
{
    if (limits.min)
        ends.low = *limits.min;
    if (limits.max)
        ends.high = *limits.max;
    ends = bounded(ends);
    const double scale = std::max({std::abs(ends.low), std::abs(ends.high), 1e-290});
    // A span lost in the rounding of its ends cannot be divided into ticks.
    if (ends.high - ends.low > scale * 1e-12)
        return;
    const double span = std::max(scale * 1e-9, 1e-290);
    if ((limits.max && !limits.min) || ends.low > largest - span)
        ends.low = ends.high - span;
    else
        ends.high = ends.low + span;
}

double roundedStep(const Ends &ends, double minimum, const AxisLimits &limits)
{
    constexpr double prefix = 1024;
    constexpr double manySteps = 64;
    if (limits.seconds > 0)
        return roundDuration(minimum * limits.seconds) / limits.seconds;
    const double largestEnd = std::max(std::abs(ends.low), std::abs(ends.high));
    // Far from zero powers of two are no round numbers of a prefix any more: 1722784 KiB.
    if (limits.base == NumberBase::Binary && minimum >= 1 && largestEnd / minimum > manySteps) {
        const auto prefixOf = [](double value) {
            return std::pow(prefix, std::floor(std::log(value) / std::log(prefix) + 1e-9));
        };
        // In the prefix that values are read in, as long as few digits tell ticks apart: 1.4306 GiB.
        constexpr double finest = 1e-4;
        const double own = prefixOf(largestEnd);
        const double step = roundStep(minimum / own, NumberBase::Decimal);
        if (step > 2 * finest && step < 3 * finest)
            return 5 * finest * own; // 2.5 would need a digit more
        if (step > finest * (1 - 1e-9))
            return step * own;
        // A tenth of a prefix is round enough: 780.5 KiB.
        const double unit = prefixOf(minimum * 10);
        return roundStep(minimum / unit, NumberBase::Decimal) * unit;
    }
    return roundStep(minimum, limits.base);
}

/// The distance of ticks, round in what they are written in; where that is no number any more, the largest
/// round one.
double tickStep(const Ends &ends, const AxisLimits &limits)
{
    constexpr double mostDecimal = 1e308;
    constexpr double mostBinary = 0x1p1023;
    const double minimum = std::min(halfSpan(ends) / std::max(limits.maxTicks - 1, 1), largest / 2) * 2;
    const double step = roundedStep(ends, minimum, limits);
    if (std::isfinite(step))
        return step;
    return limits.base == NumberBase::Binary && limits.seconds == 0 ? mostBinary : mostDecimal;
}

/// The end of an axis, counted in steps from zero upwards, that reaches at least this far.
double endBehind(double steps)
{
    constexpr double part = 0.25;
    const double inner = std::floor(steps);
    return steps > inner && steps <= inner + part ? inner + part : std::ceil(steps);
}

Ends roundEnds(const Ends &ends, double step, const AxisLimits &limits)
{
    const Ends whole{limits.min ? ends.low : std::floor(ends.low / step) * step,
                     limits.max ? ends.high : std::ceil(ends.high / step) * step};
    const Ends near{limits.min ? ends.low : -endBehind(-ends.low / step) * step,
                    limits.max ? ends.high : endBehind(ends.high / step) * step};
    // A single tick tells no scale.
    const bool hasTwo = std::ceil(near.low / step) + 1 <= std::floor(near.high / step);
    return limits.endsOnTicks || !hasTwo ? whole : near;
}

} // namespace

double roundDuration(double minimum)
{
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    constexpr double year = 365 * day;
    constexpr std::array<double, 21> steps{
        1,          2,          5,           10,          15,          30,      minute,
        2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,    2 * hour,
        3 * hour,   6 * hour,   12 * hour,   day,         2 * day,     5 * day, 10 * day};
    if (minimum < 1)
        return roundStep(minimum, NumberBase::Decimal);
    const auto *step =
        std::ranges::find_if(steps, [minimum](double one) { return one >= minimum * (1 - 1e-9); });
    if (step != steps.end())
        return *step;
    const double unit = minimum <= 100 * day ? day : year;
    return roundStep(minimum / unit, NumberBase::Decimal) * unit;
}

void AxisLimits::setUnit(std::string_view unit)
{
    base = isBinaryUnit(unit) ? NumberBase::Binary : NumberBase::Decimal;
    seconds = secondsOf(unit);
}

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
    const double step = tickStep(ends, limits);
    NumberAxis axis;
    const Ends whole = bounded(roundEnds(ends, step, limits));
    axis.low = whole.low;
    axis.high = whole.high;
    const double tolerance = step * 1e-6;
    const double last = std::min(axis.high + tolerance, largest);
    const auto from = std::ceil(std::max(axis.low - tolerance, -largest) / step);
    for (double k = from; k * step <= last && axis.ticks.size() < 100; ++k)
        axis.ticks.push_back(k == 0 ? 0.0 : k * step);
    return axis;
}

} // namespace sightglass
