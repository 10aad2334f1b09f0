// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/rangefunction.h"

#include <array>
#include <cmath>
#include <vector>

namespace sightglass {

namespace {

enum class Input
{
    Gauge,
    Counter
};
enum class Output
{
    Difference,
    PerSecond
};

/// Where a counter starts again: the index of the first sample that is below the one before.
void findResets(const std::vector<double> &values, std::vector<std::uint32_t> &resets)
{
    resets.clear();
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i] < values[i - 1])
            resets.push_back(static_cast<std::uint32_t>(i));
    }
}

/// The times of one window in seconds, as extrapolation sees them.
struct Extent
{
    double sampled;
    double toStart;
    double toEnd;
    double average;
};

/// How far the value is drawn out beyond the samples (PromQL reference, section 11). The order of the
/// operations is Prometheus': it decides the last bit.
template<Input input>
double extrapolationFactor(const Extent &extent, double first, double result)
{
    const double threshold = extent.average * 1.1;
    double toStart = extent.toStart;
    double toEnd = extent.toEnd;
    if (toStart >= threshold)
        toStart = extent.average / 2;
    if constexpr (input == Input::Counter) {
        if (result > 0 && first >= 0) {
            const double toZero = extent.sampled * (first / result);
            if (toZero < toStart)
                toStart = toZero;
        }
    }
    if (toEnd >= threshold)
        toEnd = extent.average / 2;
    return extent.sampled == 0 ? 1 : (extent.sampled + toStart + toEnd) / extent.sampled;
}

template<Input input, Output output>
void extrapolatedRate(const RangeCall &call)
{
    const std::vector<double> &values = call.samples.values;
    const std::vector<TimestampMs> &times = call.samples.times;
    thread_local std::vector<std::uint32_t> resets;
    if constexpr (input == Input::Counter)
        findResets(values, resets);
    const double rangeSeconds = static_cast<double>(call.ranges.rangeMs) / 1000;
    std::size_t nextReset = 0;

    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        if (window.size() < 2)
            continue;
        const std::size_t last = window.end - 1;
        double result = values[last] - values[window.begin];
        if constexpr (input == Input::Counter) {
            while (nextReset < resets.size() && resets[nextReset] <= window.begin)
                ++nextReset;
            for (std::size_t i = nextReset; i < resets.size() && resets[i] <= last; ++i)
                result += values[resets[i] - 1];
        }
        const TimestampMs rangeEnd = call.ranges.refs.at(step);
        const double sampled = static_cast<double>(times[last] - times[window.begin]) / 1000;
        const Extent extent{
            sampled, static_cast<double>(times[window.begin] - (rangeEnd - call.ranges.rangeMs)) / 1000,
            static_cast<double>(rangeEnd - times[last]) / 1000,
            sampled / static_cast<double>(window.size() - 1)};
        double factor = extrapolationFactor<input>(extent, values[window.begin], result);
        if constexpr (output == Output::PerSecond)
            factor /= rangeSeconds;
        call.out[step] = result * factor;
    }
}

template<Input input>
void lastDifference(const RangeCall &call)
{
    forEachWindow(call, 2, [](auto values, auto times, std::size_t) {
        const std::size_t n = values.size();
        const std::int64_t distanceMs = times[n - 1] - times[n - 2];
        if (distanceMs == 0)
            return absentPoint;
        if constexpr (input == Input::Gauge)
            return values[n - 1] - values[n - 2];
        const bool reset = values[n - 1] < values[n - 2];
        const double increase = reset ? values[n - 1] : values[n - 1] - values[n - 2];
        return increase / (static_cast<double>(distanceMs) / 1000);
    });
}

/// Counts the places where changed(previous, current), with running counts, so that a long range costs no
/// more than a short one.
template<typename Changed>
void countPlaces(const RangeCall &call, Changed changed)
{
    const std::vector<double> &values = call.samples.values;
    thread_local std::vector<std::uint32_t> before;
    before.assign(values.size() + 1, 0);
    for (std::size_t i = 1; i < values.size(); ++i)
        before[i + 1] = before[i] + (changed(values[i - 1], values[i]) ? 1U : 0U);
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        if (window.size() > 0)
            call.out[step] = before[window.end] - before[window.begin + 1];
    }
}

void changes(const RangeCall &call)
{
    countPlaces(call, [](double previous, double current) {
        return current != previous && !(std::isnan(current) && std::isnan(previous));
    });
}

void resets(const RangeCall &call)
{
    countPlaces(call, [](double previous, double current) { return current < previous; });
}

constexpr std::array<RangeFunction, 7> functions{{
    {"rate", extrapolatedRate<Input::Counter, Output::PerSecond>, RangeName::Counter},
    {"increase", extrapolatedRate<Input::Counter, Output::Difference>, RangeName::Counter},
    {"delta", extrapolatedRate<Input::Gauge, Output::Difference>},
    {"irate", lastDifference<Input::Counter>},
    {"idelta", lastDifference<Input::Gauge>},
    {"changes", changes},
    {"resets", resets},
}};

} // namespace

std::span<const RangeFunction> counterFunctions() noexcept
{
    return functions;
}

} // namespace sightglass
