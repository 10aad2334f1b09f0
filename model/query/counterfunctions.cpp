// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/counterkernels.h"
#include "model/query/extendedrange.h"
#include "model/query/extrapolation.h"
#include "model/query/histogramrates.h"
#include "model/query/mixedcounts.h"
#include "model/query/rangefunction.h"
#include "model/query/ratesteps.h"
#include "model/query/starttimes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

namespace sightglass {

namespace {

/// Whether any of the values is below the one before it. `count` is even, and there is a value before.
bool anyFalls(const double *values, std::size_t count) noexcept
{
    using Pair [[gnu::vector_size(2 * sizeof(double))]] = double;
    using Mask [[gnu::vector_size(2 * sizeof(double))]] = std::int64_t;
    Mask any{};
    for (std::size_t i = 0; i < count; i += 2) {
        Pair current{};
        Pair before{};
        std::memcpy(&current, values + i, sizeof(current));
        std::memcpy(&before, values + i - 1, sizeof(before));
        any |= current < before;
    }
    return (any[0] | any[1]) != 0;
}

/// Where a counter starts again: the index of the first sample that is below the one before.
void findResets(const std::vector<double> &values, std::vector<std::uint32_t> &resets)
{
    resets.clear();
    const auto look = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (values[i] < values[i - 1])
                resets.push_back(static_cast<std::uint32_t>(i));
        }
    };
    // Most blocks have none, and whether one has any is found without a jump.
    constexpr std::size_t block = 16;
    std::size_t begin = 1;
    for (; begin + block <= values.size(); begin += block) {
        if (anyFalls(values.data() + begin, block))
            look(begin, begin + block);
    }
    look(begin, values.size());
}

/// What a step's result is made of besides times.
struct StepRises
{
    std::vector<double> firsts; ///< values of the windows' first samples
    std::vector<double> rises;  ///< last - first, and for counters what was lost at each reset
};

/// Adds what was lost at each reset inside a window, in their order.
void addLost(const RangeCall &call, std::span<const std::uint32_t> resets, std::vector<double> &rises)
{
    const std::vector<double> &values = call.samples.values;
    std::size_t next = 0;
    for (std::size_t step = 0; step < call.windows.size() && next < resets.size(); ++step) {
        const Window window = call.windows[step];
        while (next < resets.size() && resets[next] <= window.begin)
            ++next;
        for (std::size_t i = next; i < resets.size() && resets[i] < window.end; ++i)
            rises[step] += values[resets[i] - 1];
    }
}

template<RateInput input>
void findRises(const RangeCall &call, StepRises &found)
{
    const std::vector<double> &values = call.samples.values;
    found.firsts.resize(call.windows.size());
    found.rises.resize(call.windows.size());
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        const Window window = call.windows[step];
        const bool any = window.size() > 0;
        found.firsts[step] = any ? values[window.begin] : 0;
        found.rises[step] = any ? values[window.end - 1] - values[window.begin] : 0;
    }
    if constexpr (input == RateInput::Counter) {
        thread_local std::vector<std::uint32_t> resets;
        findResets(values, resets);
        addLost(call, resets, found.rises);
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
