// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/goformat.h"
#include "model/core/kahansum.h"
#include "model/query/evaluationerror.h"
#include "model/query/rangefunction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

struct Line
{
    double slope = 0;
    double intercept = 0; ///< at the time that counts as 0
};

/// Least squares with compensated sums; x in seconds from `zero`.
Line regression(std::span<const double> values, std::span<const TimestampMs> times, TimestampMs zero)
{
    const bool constant =
        std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
    if (constant) {
        if (std::isinf(values.front()))
            return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
        return {0, values.front()};
    }
    KahanSum sumX;
    KahanSum sumY;
    KahanSum sumXY;
    KahanSum sumX2;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = static_cast<double>(times[i] - zero) / 1000;
        sumX.add(x);
        sumY.add(values[i]);
        sumXY.add(x * values[i]);
        sumX2.add(x * x);
    }
    const auto n = static_cast<double>(values.size());
    const double covariance = sumXY.total() - sumX.total() * sumY.total() / n;
    const double variance = sumX2.total() - sumX.total() * sumX.total() / n;
    const double slope = covariance / variance;
    return {slope, sumY.total() / n - slope * sumX.total() / n};
}

void deriv(const RangeCall &call)
{
    forEachWindow(call, 2, [](auto values, auto times, std::size_t) {
        return regression(values, times, times.front()).slope;
    });
}

void predictLinear(const RangeCall &call)
{
    forEachWindow(call, 2, [&](auto values, auto times, std::size_t step) {
        const Line line = regression(values, times, call.grid.at(step));
        return line.slope * call.parameters[0][step] + line.intercept;
    });
}

void checkFactor(std::string_view kind, std::string_view symbol, double factor)
{
    if (factor <= 0 || factor >= 1)
        throw EvaluationError("invalid " + std::string(kind) + " factor. Expected: 0 < " +
                              std::string(symbol) + " < 1, got: " + goFixed(factor));
}

/// Holt's method: a smoothed level and a smoothed trend. The factors are looked at wherever a range has any
/// sample, be it a histogram.
void doubleExponentialSmoothing(const RangeCall &call)
{
    for (std::size_t step = 0; step < call.windows.size(); ++step) {
        if (call.windows[step].size() + call.histogramWindows[step].size() == 0)
            continue;
        checkFactor("smoothing", "sf", call.parameters[0][step]);
        checkFactor("trend", "tf", call.parameters[1][step]);
    }
    forEachWindow(call, 2, [&](auto values, auto, std::size_t step) {
        const double smoothing = call.parameters[0][step];
        const double trend = call.parameters[1][step];
        double previous = 0;
        double level = values[0];
        double slope = values[1] - values[0];
        for (std::size_t i = 1; i < values.size(); ++i) {
            const double observed = smoothing * values[i];
            if (i > 1)
                slope = trend * (level - previous) + (1 - trend) * slope;
            const double expected = (1 - smoothing) * (level + slope);
            previous = level;
            level = observed + expected;
        }
        return level;
    });
}

constexpr std::array<RangeFunction, 3> functions{{
    {"deriv", deriv},
    {"predict_linear", predictLinear},
    {"double_exponential_smoothing", doubleExponentialSmoothing},
}};

} // namespace

std::span<const RangeFunction> trendFunctions() noexcept
{
    return functions;
}

const RangeFunction *findRangeFunction(std::string_view name) noexcept
{
    for (const auto family : {counterFunctions(), overTimeFunctions(), trendFunctions()}) {
        for (const RangeFunction &function : family) {
            if (function.name == name)
                return &function;
        }
    }
    return nullptr;
}

} // namespace sightglass
