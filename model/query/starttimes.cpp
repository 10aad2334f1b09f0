// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/starttimes.h"

#include "model/query/extrapolation.h"
#include "model/query/rangewarnings.h"

namespace sightglass {

namespace {

/// The increase over one window and whether it met a start before the previous sample.
double counterIncrease(const SampleColumns &samples, Window window, bool &overlap)
{
    double result = samples.values[window.end - 1] - samples.values[window.begin];
    for (std::size_t i = window.begin + 1; i < window.end; ++i) {
        const StartedTime previous = startedTime(samples.times, samples.starts, i - 1);
        const StartedTime current = startedTime(samples.times, samples.starts, i);
        overlap = overlap || startsOverlap(previous, current);
        if (samples.values[i] < samples.values[i - 1] || isStartReset(previous, current))
            result += samples.values[i - 1];
    }
    return result;
}

template<RateOutput output>
void rateSinceStart(const RangeCall &call)
{
    const SampleColumns &samples = call.samples;
    bool overlap = false;
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        call.context.spend(window.size());
        if (window.size() == 0)
            continue;
        const TimestampMs rangeEnd = call.ranges.refs.at(step);
        const WindowTimes times{samples.times[window.begin], samples.times[window.end - 1],
                                rangeEnd - call.ranges.rangeMs, rangeEnd};
        const Extent extent = extentOf(times, window.size() - 1);
        const TimestampMs start =
            startWithin(startedTime(samples.times, samples.starts, window.begin), times.rangeStart);
        if (start == 0 && window.size() < 2)
            continue;
        const double first = samples.values[window.begin];
        double result = counterIncrease(samples, window, overlap);
        double factor = 1;
        if (start != 0) {
            result += first;
            factor = startedFactor(extent, static_cast<double>(times.last - start) / 1000);
        } else {
            factor = extrapolationFactor<RateInput::Counter>(extent, first, result);
        }
        if constexpr (output == RateOutput::PerSecond)
            factor /= static_cast<double>(call.ranges.rangeMs) / 1000;
        call.out[step] = result * factor;
    }
    if (overlap)
        warnOfOverlappingStarts(call.remarks);
}

} // namespace

bool isStartReset(StartedTime previous, StartedTime current) noexcept
{
    if (current.start == 0 || current.start >= current.t || current.start < previous.t)
        return false;
    if (current.start > previous.t)
        return true;
    return previous.start != 0 && previous.start < previous.t;
}

bool startsOverlap(StartedTime previous, StartedTime current) noexcept
{
    return current.start != 0 && current.start < previous.t && current.start != previous.start;
}

TimestampMs startWithin(StartedTime first, TimestampMs rangeStart) noexcept
{
    return first.start > rangeStart && first.start < first.t ? first.start : 0;
}

void startedRate(const RangeCall &call)
{
    rateSinceStart<RateOutput::PerSecond>(call);
}

void startedIncrease(const RangeCall &call)
{
    rateSinceStart<RateOutput::Difference>(call);
}

void startedIrate(const RangeCall &call)
{
    const SampleColumns &samples = call.samples;
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        if (window.size() < 2)
            continue;
        const std::size_t last = window.end - 1;
        const double value = samples.values[last];
        const double before = samples.values[last - 1];
        const bool reset =
            value < before || isStartReset(startedTime(samples.times, samples.starts, last - 1),
                                           startedTime(samples.times, samples.starts, last));
        const double seconds = static_cast<double>(samples.times[last] - samples.times[last - 1]) / 1000;
        call.out[step] = (reset ? value : value - before) / seconds;
    }
}

} // namespace sightglass
