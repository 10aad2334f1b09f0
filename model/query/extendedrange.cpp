// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/extendedrange.h"

#include "model/query/evaluationerror.h"
#include "model/query/evaluator.h"
#include "model/query/rangewarnings.h"

#include <algorithm>
#include <array>
#include <string>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 5> anchoredFunctions{"changes", "delta", "increase", "rate", "resets"};
constexpr std::array<std::string_view, 3> smoothedFunctions{"delta", "increase", "rate"};

void refuseUnless(std::span<const std::string_view> fit, std::string_view modifier, const promql::Call &call)
{
    if (std::find(fit.begin(), fit.end(), call.function) != fit.end())
        return;
    std::string names;
    for (const std::string_view name : fit)
        names += (names.empty() ? "" : ", ") + std::string(name);
    throw EvaluationError(std::string(modifier) + " modifier can only be used with: " + names +
                              " - not with " + call.function,
                          call.span);
}

/// The floats of a window.
struct FloatWindow
{
    std::span<const double> values;
    std::span<const TimestampMs> times;

    [[nodiscard]] Sample at(std::size_t i) const noexcept { return {times[i], values[i]}; }
};

double leftValue(const FloatWindow &window, CountingSamples counting, RangeBorders borders, RateInput input)
{
    if (borders.smoothed && window.times[counting.first] < borders.start)
        return interpolated(window.at(counting.first), window.at(counting.first + 1), borders.start, input);
    return window.values[counting.first];
}

double rightValue(const FloatWindow &window, CountingSamples counting, RangeBorders borders, RateInput input)
{
    if (borders.smoothed && counting.last > 0 && window.times[counting.last] > borders.end)
        return interpolated(window.at(counting.last - 1), window.at(counting.last), borders.end, input);
    return window.values[counting.last];
}

/// The part of the counting samples that lies strictly between the borders.
CountingSamples inner(const FloatWindow &window, CountingSamples counting, RangeBorders borders)
{
    return {counting.first + (window.times[counting.first] <= borders.start ? 1U : 0U),
            counting.last + (window.times[counting.last] >= borders.end ? 0U : 1U)};
}

template<RateInput input>
double increaseOf(const FloatWindow &window, CountingSamples counting, RangeBorders borders)
{
    const double left = leftValue(window, counting, borders, input);
    const double right = rightValue(window, counting, borders, input);
    const double difference = right - left;
    if constexpr (input == RateInput::Gauge)
        return difference;
    double correction = 0;
    double previous = left;
    const auto [first, end] = inner(window, counting, borders);
    for (std::size_t i = first; i < end; ++i) {
        if (window.values[i] < previous)
            correction += previous;
        previous = window.values[i];
    }
    if (right < previous)
        correction += previous;
    return difference + correction;
}

template<RateInput input, RateOutput output>
void extended(const RangeCall &call)
{
    const double rangeSeconds = static_cast<double>(call.ranges.rangeMs) / 1000;
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window floats = call.windows[step];
        const Window histograms = call.histogramWindows[step];
        call.context.spend(floats.size() + histograms.size());
        if (floats.size() > 0 && histograms.size() > 0) {
            warnOfMixedTypes(call.remarks);
            continue;
        }
        const RangeBorders borders = bordersAt(call.ranges, step);
        if (histograms.size() > 0) {
            if (auto rate = extendedHistogramRate(histogramWindow(call.samples, histograms), borders, input,
                                                  output, call.remarks))
                call.put(step, std::move(rate));
            continue;
        }
        if (floats.size() == 0)
            continue;
        const FloatWindow window{std::span(call.samples.values).subspan(floats.begin, floats.size()),
                                 std::span(call.samples.times).subspan(floats.begin, floats.size())};
        const auto counting = countingSamples(window.times, borders);
        if (!counting)
            continue;
        const double increase = increaseOf<input>(window, *counting, borders);
        call.out[step] = output == RateOutput::PerSecond ? increase / rangeSeconds : increase;
    }
}

} // namespace

void refuseUnfitExtension(const promql::Call &call)
{
    for (const promql::ExprPtr &argument : call.arguments) {
        const auto *matrix = promql::as<promql::MatrixSelector>(&unwrapped(*argument));
        if (matrix == nullptr)
            continue;
        if (matrix->selector->extension == promql::RangeExtension::Anchored)
            refuseUnless(anchoredFunctions, "anchored", call);
        else if (matrix->selector->extension == promql::RangeExtension::Smoothed)
            refuseUnless(smoothedFunctions, "smoothed", call);
    }
}

RangeBorders bordersAt(const RangeGrid &ranges, std::size_t step) noexcept
{
    const TimestampMs end = ranges.refs.at(step);
    return {end - ranges.rangeMs, end, ranges.extension == promql::RangeExtension::Smoothed};
}

std::optional<CountingSamples> countingSamples(std::span<const TimestampMs> times, RangeBorders borders)
{
    const auto beforeLast = times.end() - 1; // the last sample is taken where no other fits
    const auto behindStart = std::upper_bound(times.begin(), beforeLast, borders.start);
    const auto last =
        borders.smoothed ? std::lower_bound(times.begin(), beforeLast, borders.end) : beforeLast;
    CountingSamples counting{static_cast<std::size_t>(behindStart - times.begin()),
                             static_cast<std::size_t>(last - times.begin())};
    if (counting.first > 0)
        --counting.first;
    if (times[counting.last] <= borders.start || (borders.smoothed && times[counting.first] > borders.end))
        return {};
    return counting;
}

void extendedRate(const RangeCall &call)
{
    extended<RateInput::Counter, RateOutput::PerSecond>(call);
}

void extendedIncrease(const RangeCall &call)
{
    extended<RateInput::Counter, RateOutput::Difference>(call);
}

void extendedDelta(const RangeCall &call)
{
    extended<RateInput::Gauge, RateOutput::Difference>(call);
}

double interpolated(const Sample &before, const Sample &after, TimestampMs t, RateInput input) noexcept
{
    const double from = input == RateInput::Counter && after.v < before.v ? 0 : before.v;
    return from +
           (after.v - from) * static_cast<double>(t - before.t) / static_cast<double>(after.t - before.t);
}

std::vector<Sample> extendedSamples(const SampleColumns &samples, const RangeGrid &ranges)
{
    const RangeBorders borders = bordersAt(ranges, 0);
    if (!samples.histogramTimes.empty())
        throw EvaluationError(std::string(borders.smoothed ? "smoothed" : "anchored") +
                              " modifier is not supported with histograms");
    const FloatWindow window{samples.values, samples.times};
    const auto counting = countingSamples(window.times, borders);
    if (!counting)
        return {};
    std::vector<Sample> shown;
    shown.push_back({borders.start, leftValue(window, *counting, borders, RateInput::Gauge)});
    const auto [first, end] = inner(window, *counting, borders);
    for (std::size_t i = first; i < end; ++i)
        shown.push_back(window.at(i));
    shown.push_back({borders.end, rightValue(window, *counting, borders, RateInput::Gauge)});
    return shown;
}

} // namespace sightglass
