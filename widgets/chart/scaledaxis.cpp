// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/scaledaxis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

/// Behind an outermost value that lies at the end of a logarithmic axis: a part of its span.
constexpr double logRoom = 0.04;

/// Below so many powers of the base the ticks are those of a linear axis.
constexpr double fewPowers = 1.5;
/// A logarithmic axis does not reach further down than this from its upper end: a stray tiny value would
/// flatten everything else.
constexpr double mostDecades = 30;
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = 1e-307; ///< below, numbers lose their digits

double soundBase(double base)
{
    return std::isfinite(base) && base > 1 ? base : 10;
}

ValueRange clamped(const ValueRange &range)
{
    return {std::clamp(range.low, -largest, largest), std::clamp(range.high, -largest, largest)};
}

/// The limits of a linear axis with soft ends and centre.
AxisLimits linearLimits(const std::optional<ValueRange> &values, AxisLimits limits, const AxisShape &shape)
{
    if (shape.softMin && !limits.min && (!values || values->low >= *shape.softMin))
        limits.min = shape.softMin;
    if (shape.softMax && !limits.max && (!values || values->high <= *shape.softMax))
        limits.max = shape.softMax;
    return limits;
}

ScaledAxis linearAxis(std::optional<ValueRange> values, const AxisLimits &wanted, const AxisShape &shape)
{
    AxisLimits limits = linearLimits(values, wanted, shape);
    if (shape.centeredZero) {
        double reach = values ? std::max(std::abs(values->low), std::abs(values->high)) : 1;
        for (const auto &end : {limits.min, limits.max})
            reach = end ? std::max(reach, std::abs(*end)) : reach;
        values = ValueRange{-reach, reach};
        limits.min.reset();
        limits.max.reset();
    }
    const NumberAxis axis = numberAxis(values, limits);
    return {{}, axis.low, axis.high, axis.ticks};
}

/// Powers of the base from low to high (exponents), every so many that there are not too many.
void addPowers(std::vector<double> &ticks, double base, double low, double high, int maxTicks)
{
    const double first = std::ceil(low - 1e-9);
    const double last = std::floor(high + 1e-9);
    const double every = std::max(1.0, std::ceil((last - first + 1) / std::max(maxTicks, 2)));
    for (double k = std::ceil(first / every) * every; k <= last && ticks.size() < 100; k += every) {
        if (const double tick = std::pow(base, k); std::isfinite(tick))
            ticks.push_back(tick);
    }
}

/// Between the powers of ten there is room for 2 and 5.
std::vector<double> withSteps(const std::vector<double> &powers, double low, double high)
{
    std::vector<double> ticks;
    const auto add = [&ticks, low, high](double tick) {
        if (std::isfinite(tick) && tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
            ticks.push_back(tick);
    };
    if (!powers.empty()) {
        add(powers.front() / 5);
        add(powers.front() / 2);
    }
    for (const double power : powers) {
        add(power);
        add(2 * power);
        add(5 * power);
    }
    return ticks;
}

ScaledAxis logAxis(const std::optional<ValueRange> &positive, const AxisLimits &limits,
                   const AxisShape &shape)
{
    const double base = soundBase(shape.scale.logBase);
    const double unit = std::log10(base); // decades of a power
    ScaledAxis axis;
    axis.transform = AxisTransform::of(shape.scale);
    ValueRange range = positive ? clamped(*positive) : ValueRange{1, base};
    range.low = std::max(range.low, smallest);
    range.high = std::max(range.high, range.low);
    if (shape.softMin && *shape.softMin > 0)
        range.low = std::min(range.low, *shape.softMin);
    if (shape.softMax && *shape.softMax > 0)
        range.high = std::max(range.high, *shape.softMax);
    const bool fixedLow = limits.min && *limits.min > 0;
    const bool fixedHigh = limits.max && *limits.max > 0;
    double low = std::log10(fixedLow ? std::clamp(*limits.min, smallest, largest) : range.low) / unit;
    double high = std::log10(fixedHigh ? std::clamp(*limits.max, smallest, largest) : range.high) / unit;
    low = fixedLow ? low : std::floor(low + 1e-9);
    // There is no power above the largest number.
    high = fixedHigh ? high : std::min(std::ceil(high - 1e-9), std::log10(largest) / unit);
    if (!(high > low)) {
        if ((fixedHigh && !fixedLow) || high + 1 > std::log10(largest) / unit)
            low = high - 1;
        else
            high = low + 1;
    }
    // The lowest value is no line of the axis' own.
    const double lowest = std::log10(range.low) / unit;
    const bool isSoft = shape.softMin && *shape.softMin > 0 && *shape.softMin <= range.low;
    if (shape.roomAround && positive && !fixedLow && !isSoft && lowest - low < logRoom * (high - low))
        low -= logRoom * (high - low);
    const double highest = std::log10(range.high) / unit;
    const bool isSoftHigh = shape.softMax && *shape.softMax >= range.high;
    if (shape.roomAround && positive && !fixedHigh && !isSoftHigh && high - highest < logRoom * (high - low))
        high = std::min(high + logRoom * (high - low), std::log10(largest) / unit);
    if (!fixedLow)
        low = std::max(low, high - mostDecades / unit);
    axis.low = low * unit;
    axis.high = high * unit;
    if (high - low < fewPowers && (fixedLow || fixedHigh || high - low < 1)) {
        AxisLimits ends = limits;
        ends.min = axis.transform.backward(axis.low);
        ends.max = std::min(axis.transform.backward(axis.high), largest);
        axis.ticks = numberAxis(std::nullopt, ends).ticks;
        std::erase_if(axis.ticks, [](double tick) { return tick <= 0; });
        if (axis.ticks.size() > 1)
            return axis;
        axis.ticks.clear();
    }
    addPowers(axis.ticks, base, low, high, limits.maxTicks);
    const bool room = base == 10 && (high - low) * 3 <= limits.maxTicks;
    if (room)
        axis.ticks =
            withSteps(axis.ticks, axis.transform.backward(axis.low), axis.transform.backward(axis.high));
    return axis;
}

/// About zero the powers lie close together: those without room go, zero stays.
void dropCrowded(ScaledAxis &axis, int maxTicks)
{
    const double room = (axis.high - axis.low) * 0.6 / std::max(maxTicks, 2);
    std::vector<double> kept;
    const auto keep = [&axis, &kept, room](double tick) {
        const double place = axis.transform.forward(tick);
        const bool crowded = std::ranges::any_of(kept, [&axis, place, room](double other) {
            return std::abs(axis.transform.forward(other) - place) < room;
        });
        if (!crowded)
            kept.push_back(tick);
    };
    if (std::ranges::find(axis.ticks, 0.0) != axis.ticks.end())
        keep(0);
    for (const double tick : axis.ticks) {
        if (tick > 0)
            keep(tick);
    }
    for (auto tick = axis.ticks.rbegin(); tick != axis.ticks.rend(); ++tick) {
        if (*tick < 0)
            keep(*tick);
    }
    std::ranges::sort(kept);
    axis.ticks = std::move(kept);
}

ScaledAxis symmetricAxis(const std::optional<ValueRange> &values, const AxisLimits &limits,
                         const AxisShape &shape)
{
    ScaledAxis axis;
    axis.transform = AxisTransform::of(shape.scale);
    const double base = soundBase(shape.scale.logBase);
    const double threshold = axis.transform.linearThreshold;
    const AxisLimits soft = linearLimits(values, limits, shape);
    ValueRange range = values ? clamped(*values) : ValueRange{0, threshold * base};
    const auto outward = [base, threshold](double end) {
        const double size = std::abs(end);
        if (size <= threshold)
            return end;
        const double power = std::ceil(std::log(size / threshold) / std::log(base) - 1e-9);
        return std::copysign(threshold * std::pow(base, power), end);
    };
    range.low = soft.min ? *soft.min : std::min(outward(range.low), 0.0);
    range.high = soft.max ? *soft.max : std::max(outward(range.high), 0.0);
    range = clamped(range);
    if (shape.centeredZero) {
        range.high = std::max(std::abs(range.low), std::abs(range.high));
        range.low = -range.high;
    }
    // A span lost in the rounding of its ends is none.
    if (!(range.high - range.low > std::max(smallest, std::abs(range.low) * 1e-9))) {
        const double span = std::max(threshold, std::abs(range.low) * 1e-6);
        if (range.low > largest - span)
            range.low = range.high - span;
        else
            range.high = range.low + span;
    }
    axis.low = axis.transform.forward(range.low);
    axis.high = axis.transform.forward(range.high);
    const bool both = range.low < 0 && range.high > 0;
    const int each = std::max(2, both ? limits.maxTicks / 2 : limits.maxTicks - 1);
    const auto powers = [&](double end) {
        std::vector<double> ticks;
        if (end > threshold)
            addPowers(ticks, base, 0, std::log(end / threshold) / std::log(base), each);
        return ticks;
    };
    const auto below = powers(-range.low);
    for (auto tick = below.rbegin(); tick != below.rend(); ++tick)
        axis.ticks.push_back(-*tick * threshold);
    if (range.low <= 0 && range.high >= 0)
        axis.ticks.push_back(0);
    for (const double tick : powers(range.high))
        axis.ticks.push_back(tick * threshold);
    std::erase_if(axis.ticks, [&range](double tick) { return tick < range.low || tick > range.high; });
    dropCrowded(axis, limits.maxTicks);
    if (axis.ticks.size() < 2) {
        AxisLimits ends = limits;
        ends.min = range.low;
        ends.max = range.high;
        axis.ticks = numberAxis(std::nullopt, ends).ticks;
    }
    return axis;
}

} // namespace

ScaledAxis scaledAxis(const std::optional<ValueRange> &values, const AxisLimits &limits,
                      const AxisShape &shape)
{
    switch (shape.scale.kind) {
    case ScaleKind::Linear:
        break;
    case ScaleKind::Log:
        return logAxis(values && values->high > 0 ? values : std::nullopt, limits, shape);
    case ScaleKind::SymLog:
        return symmetricAxis(values, limits, shape);
    }
    return linearAxis(values, limits, shape);
}

} // namespace sightglass
