// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/kahansum.h"
#include "model/query/mixedovertime.h"
#include "model/query/quantile.h"
#include "model/query/rangefunction.h"
#include "model/query/slidingsum.h"
#include "model/query/windowextremes.h"
#include "model/query/windowsums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace sightglass {

namespace {

double sumOf(std::span<const double> values)
{
    KahanSum sum;
    for (const double value : values)
        sum.add(value);
    return std::isinf(sum.sum) ? sum.sum : sum.total();
}

double meanOf(std::span<const double> values)
{
    KahanMean mean;
    for (const double value : values)
        mean.add(value);
    return mean.mean();
}

/// finish(sum, window size) of each window's sum. In parts, so that a query can be cancelled in between.
template<typename Finish>
void finishSums(const RangeCall &call, Finish finish)
{
    constexpr std::size_t samplesPerPart = std::size_t{1} << 22U;
    const WindowSums windowSums(call.samples.values);
    std::vector<KahanSum> sums;
    for (std::size_t begin = 0, end = 0; begin < call.windows.size(); begin = end) {
        std::size_t samples = 0;
        while (end < call.windows.size() && samples < samplesPerPart)
            samples += call.windows[end++].size();
        call.context.spend(samples);
        windowSums.of(call.windows.subspan(begin, end - begin), sums);
        for (std::size_t step = begin; step < end; ++step) {
            if (call.windows[step].size() > 0)
                call.out[step] = finish(sums[step - begin], static_cast<double>(call.windows[step].size()));
        }
    }
}

void sumOverTime(const RangeCall &call)
{
    const std::vector<double> &values = call.samples.values;
    if (const SlidingSum exact(values); exact.usable()) {
        forEachWindow(call, 1, [&](auto window, auto, std::size_t) { return exact.of(window); });
    } else if (isSummable(values)) {
        finishSums(call, [](const KahanSum &sum, double) { return sum.total(); });
    } else {
        forEachWindow(call, 1, [](auto window, auto, std::size_t) { return sumOf(window); });
    }
}

void avgOverTime(const RangeCall &call)
{
    const std::vector<double> &values = call.samples.values;
    if (const SlidingSum exact(values); exact.usable()) {
        forEachWindow(call, 1, [&](auto window, auto, std::size_t) {
            return exact.of(window) / static_cast<double>(window.size());
        });
    } else if (isSummable(values)) {
        finishSums(call, [](const KahanSum &sum, double count) {
            return sum.sum / count + sum.compensation / count;
        });
    } else {
        forEachWindow(call, 1, [](auto window, auto, std::size_t) { return meanOf(window); });
    }
}

void minOverTime(const RangeCall &call)
{
    extremesOfWindows(call.samples.values, call.windows, Extreme::Lowest, call.out);
}

void maxOverTime(const RangeCall &call)
{
    extremesOfWindows(call.samples.values, call.windows, Extreme::Highest, call.out);
}

void countOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto values, auto, std::size_t) { return static_cast<double>(values.size()); });
}

void presentOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto, auto, std::size_t) { return 1.0; });
}

void lastOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto values, auto, std::size_t) { return values.back(); });
}

void firstOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto values, auto, std::size_t) { return values.front(); });
}

/// Welford's method with a compensated mean and sum of squares.
double varianceOf(std::span<const double> values)
{
    double count = 0;
    KahanSum mean;
    KahanSum squares;
    for (const double value : values) {
        count += 1;
        const double delta = value - mean.total();
        mean.add(delta / count);
        squares.add(delta * (value - mean.total()));
    }
    return squares.total() / count;
}

void stdvarOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto values, auto, std::size_t) { return varianceOf(values); });
}

void stddevOverTime(const RangeCall &call)
{
    forEachWindow(call, 1, [](auto values, auto, std::size_t) { return std::sqrt(varianceOf(values)); });
}

void quantileOverTime(const RangeCall &call)
{
    std::vector<double> scratch;
    forEachWindow(call, 1, [&](auto values, auto, std::size_t step) {
        scratch.assign(values.begin(), values.end());
        return quantileOf(call.parameters[0][step], scratch);
    });
}

void madOverTime(const RangeCall &call)
{
    std::vector<double> scratch;
    forEachWindow(call, 1, [&](auto values, auto, std::size_t) {
        if (std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); }))
            return std::numeric_limits<double>::quiet_NaN();
        scratch.assign(values.begin(), values.end());
        const double median = quantileOf(0.5, scratch);
        for (double &value : scratch)
            value = std::fabs(value - median);
        return quantileOf(0.5, scratch);
    });
}

template<typename Beats>
void timeOfExtreme(const RangeCall &call, Beats beats)
{
    forEachWindow(call, 1, [&](auto values, auto times, std::size_t) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < values.size(); ++i) {
            if (!beats(values[best], values[i]) && !std::isnan(values[i]))
                best = i;
            else if (std::isnan(values[best]))
                best = i;
        }
        return static_cast<double>(times[best]) / 1000;
    });
}

void timeOfMinOverTime(const RangeCall &call)
{
    timeOfExtreme(call, [](double a, double b) { return a < b; });
}

void timeOfMaxOverTime(const RangeCall &call)
{
    timeOfExtreme(call, [](double a, double b) { return a > b; });
}

void timeOfFirstOverTime(const RangeCall &call)
{
    forEachWindow(call, 1,
                  [](auto, auto times, std::size_t) { return static_cast<double>(times.front()) / 1000; });
}

void timeOfLastOverTime(const RangeCall &call)
{
    forEachWindow(call, 1,
                  [](auto, auto times, std::size_t) { return static_cast<double>(times.back()) / 1000; });
}

void mixedSum(const RangeCall &call)
{
    mixedSumOverTime(call, sumOverTime);
}

void mixedAvg(const RangeCall &call)
{
    mixedAvgOverTime(call, avgOverTime);
}

constexpr std::array<RangeFunction, 16> functions{{
    {"sum_over_time", sumOverTime, RangeName::Dropped, mixedSum},
    {"avg_over_time", avgOverTime, RangeName::Dropped, mixedAvg},
    {"min_over_time", minOverTime},
    {"max_over_time", maxOverTime},
    {"count_over_time", countOverTime, RangeName::Dropped, mixedCountOverTime},
    {"present_over_time", presentOverTime, RangeName::Dropped, mixedPresentOverTime},
    {"last_over_time", lastOverTime, RangeName::Kept, mixedLastOverTime},
    {"first_over_time", firstOverTime, RangeName::Kept, mixedFirstOverTime},
    {"stddev_over_time", stddevOverTime},
    {"stdvar_over_time", stdvarOverTime},
    {"quantile_over_time", quantileOverTime},
    {"mad_over_time", madOverTime},
    {"ts_of_min_over_time", timeOfMinOverTime},
    {"ts_of_max_over_time", timeOfMaxOverTime},
    {"ts_of_first_over_time", timeOfFirstOverTime, RangeName::Dropped, mixedTimeOfFirst},
    {"ts_of_last_over_time", timeOfLastOverTime, RangeName::Dropped, mixedTimeOfLast},
}};

} // namespace

std::span<const RangeFunction> overTimeFunctions() noexcept
{
    return functions;
}

} // namespace sightglass
