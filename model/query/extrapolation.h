// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

namespace sightglass {

enum class RateInput
{
    Gauge,
    Counter
};
enum class RateOutput
{
    Difference,
    PerSecond
};

/// The times of one window in seconds, as extrapolation sees them.
struct Extent
{
    double sampled; ///< from the first to the last sample
    double toStart; ///< from the start of the range to the first sample
    double toEnd;   ///< from the last sample to the end of the range
    double average; ///< between two samples; 0 where there is only one
};

/// Of a window with the samples first … last, `intervals` + 1 of them.
struct WindowTimes
{
    TimestampMs first;
    TimestampMs last;
    TimestampMs rangeStart;
    TimestampMs rangeEnd;
};

[[nodiscard]] inline Extent extentOf(const WindowTimes &times, std::size_t intervals) noexcept
{
    const double sampled = static_cast<double>(times.last - times.first) / 1000;
    return {sampled, static_cast<double>(times.first - times.rangeStart) / 1000,
            static_cast<double>(times.rangeEnd - times.last) / 1000,
            intervals == 0 ? 0 : sampled / static_cast<double>(intervals)};
}

/// How far a value is drawn out to the left and to the right: by the whole way to the range's borders where
/// they are near, by half an average interval where not.
[[nodiscard]] inline double reachedStart(const Extent &extent) noexcept
{
    return extent.toStart >= extent.average * 1.1 ? extent.average / 2 : extent.toStart;
}
[[nodiscard]] inline double reachedEnd(const Extent &extent) noexcept
{
    return extent.toEnd >= extent.average * 1.1 ? extent.average / 2 : extent.toEnd;
}

/// How far the value is drawn out beyond the samples (PromQL reference, section 11), but never below zero for
/// a counter that began with `first` and rose by `result` (of a histogram: its count). The order of the
/// operations is Prometheus': it decides the last bit. Without branches.
template<RateInput input>
[[nodiscard]] inline double extrapolationFactor(double sampled, double toStart, double toEnd, double first,
                                                double result) noexcept
{
    if constexpr (input == RateInput::Counter) {
        const double toZero = sampled * (first / result);
        const bool isNearer = (result > 0) & (first >= 0) & (toZero < toStart);
        toStart = isNearer ? toZero : toStart;
    }
    const double factor = (sampled + toStart + toEnd) / sampled;
    return sampled == 0 ? 1 : factor;
}
template<RateInput input>
[[nodiscard]] inline double extrapolationFactor(const Extent &extent, double first, double result) noexcept
{
    return extrapolationFactor<input>(extent.sampled, reachedStart(extent), reachedEnd(extent), first,
                                      result);
}

/// The same where counting is known to have begun within the range: nothing is drawn out to the left.
[[nodiscard]] inline double startedFactor(const Extent &extent, double sinceStart) noexcept
{
    return sinceStart == 0 ? 1 : (sinceStart + 0.0 + reachedEnd(extent)) / sinceStart;
}

} // namespace sightglass
