// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/counterkernels.h"
#include "model/query/extendedrange.h"
#include "model/query/extrapolation.h"
#include "model/query/histogramrates.h"
#include "model/query/mixedcounts.h"
#include "model/query/rangefunction.h"
#include "model/query/ratesteps.h"
#include "model/query/starttimes.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sightglass {

namespace {

/// Where a counter starts again: the index of the first sample that is below the one before.
void findResets(const std::vector<double> &values, std::vector<std::uint32_t> &resets)
{
    resets.clear();
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i] < values[i - 1])
            resets.push_back(static_cast<std::uint32_t>(i));
    }
}

/// What a step's result is made of besides times.
struct StepRises
{
    std::vector<double> firsts; ///< values of the windows' first samples
    std::vector<double> rises;  ///< last - first, and for counters what was lost at each reset
};

template<RateInput input>
void findRises(const RangeCall &call, StepRises &found)
{
    const std::vector<double> &values = call.samples.values;
    thread_local std::vector<std::uint32_t> resets;
    if constexpr (input == RateInput::Counter)
        findResets(values, resets);
    found.firsts.assign(call.windows.size(), 0);
    found.rises.assign(call.windows.size(), 0);
    std::size_t nextReset = 0;
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        if (window.size() < 2)
            continue;
        const std::size_t last = window.end - 1;
        double rise = values[last] - values[window.begin];
        if constexpr (input == RateInput::Counter) {
            while (nextReset < resets.size() && resets[nextReset] <= window.begin)
                ++nextReset;
            for (std::size_t i = nextReset; i < resets.size() && resets[i] <= last; ++i)
                rise += values[resets[i] - 1];
        }
        found.firsts[step] = values[window.begin];
        found.rises[step] = rise;
    }
}

template<RateInput input, RateOutput output>
void extrapolatedRate(const RangeCall &call)
{
    thread_local RateSteps steps;
    thread_local StepRises found;
    steps.find(call.samples.times, call.windows, call.ranges);
    findRises<input>(call, found);
    const double rangeSeconds = static_cast<double>(call.ranges.rangeMs) / 1000;
    const std::uint64_t *const present = steps.present().data();
    const double *const sampled = steps.sampled().data();
    const double *const toStart = steps.toStart().data();
    const double *const toEnd = steps.toEnd().data();
    const double *const firsts = found.firsts.data();
    const double *const rises = found.rises.data();
    double *const out = call.out.data();
    // All steps are computed and some then thrown away: so several of them are computed at once.
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        double factor =
            extrapolationFactor<input>(sampled[step], toStart[step], toEnd[step], firsts[step], rises[step]);
        if constexpr (output == RateOutput::PerSecond)
            factor /= rangeSeconds;
        const auto bits = std::bit_cast<std::uint64_t>(rises[step] * factor);
        out[step] = std::bit_cast<double>((bits & present[step]) | (absentBits & ~present[step]));
    }
}

template<RateInput input>
void lastDifference(const RangeCall &call)
{
    forEachWindow(call, 2, [](auto values, auto times, std::size_t) {
        const std::size_t n = values.size();
        const std::int64_t distanceMs = times[n - 1] - times[n - 2];
        if (distanceMs == 0)
            return absentPoint;
        if constexpr (input == RateInput::Gauge)
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
    {"rate", rateOfFloats, RangeName::Counter, mixedRate, startedRate, extendedRate},
    {"increase", increaseOfFloats, RangeName::Counter, mixedIncrease, startedIncrease, extendedIncrease},
    {"delta", deltaOfFloats, RangeName::Dropped, mixedDelta, nullptr, extendedDelta},
    {"irate", irateOfFloats, RangeName::Dropped, mixedIrate, startedIrate},
    {"idelta", ideltaOfFloats, RangeName::Dropped, mixedIdelta},
    {"changes", changes, RangeName::Dropped, mixedChanges, nullptr, mixedChanges},
    {"resets", resets, RangeName::Dropped, mixedResets, mixedResets, mixedResets},
}};

} // namespace

void rateOfFloats(const RangeCall &call)
{
    extrapolatedRate<RateInput::Counter, RateOutput::PerSecond>(call);
}

void increaseOfFloats(const RangeCall &call)
{
    extrapolatedRate<RateInput::Counter, RateOutput::Difference>(call);
}

void deltaOfFloats(const RangeCall &call)
{
    extrapolatedRate<RateInput::Gauge, RateOutput::Difference>(call);
}

void irateOfFloats(const RangeCall &call)
{
    lastDifference<RateInput::Counter>(call);
}

void ideltaOfFloats(const RangeCall &call)
{
    lastDifference<RateInput::Gauge>(call);
}

std::span<const RangeFunction> counterFunctions() noexcept
{
    return functions;
}

} // namespace sightglass
