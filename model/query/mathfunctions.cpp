// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Go's math.Min and math.Max: an infinity that decides wins over NaN, NaN over numbers, and -0 is below 0.
double goMin(double a, double b)
{
    if (a == -infinity || b == -infinity)
        return -infinity;
    if (std::isnan(a) || std::isnan(b))
        return std::numeric_limits<double>::quiet_NaN();
    if (a == 0 && b == 0)
        return std::signbit(a) ? a : b;
    return a < b ? a : b;
}

double goMax(double a, double b)
{
    if (a == infinity || b == infinity)
        return infinity;
    if (std::isnan(a) || std::isnan(b))
        return std::numeric_limits<double>::quiet_NaN();
    if (a == 0 && b == 0)
        return std::signbit(a) ? b : a;
    return a > b ? a : b;
}

double sign(double x)
{
    if (x < 0)
        return -1;
    return x > 0 ? 1 : x;
}

double degrees(double x)
{
    return x * 180 / std::numbers::pi;
}
double radians(double x)
{
    return x * std::numbers::pi / 180;
}

using NumberFunction = double (*)(double);

template<NumberFunction function>
Value perPoint(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return mapPoints(evaluator, vectorArgument(evaluator, call, 0, grid),
                     [](double x, std::size_t) { return function(x); });
}

Value clamp(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value vector = vectorArgument(evaluator, call, 0, grid);
    const Column low = evaluator.scalarColumn(*call.arguments.at(1), grid);
    const Column high = evaluator.scalarColumn(*call.arguments.at(2), grid);
    return mapPoints(evaluator, std::move(vector), [&](double x, std::size_t step) {
        return high[step] < low[step] ? absentPoint : goMax(low[step], goMin(high[step], x));
    });
}

Value clampMin(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value vector = vectorArgument(evaluator, call, 0, grid);
    const Column low = evaluator.scalarColumn(*call.arguments.at(1), grid);
    return mapPoints(evaluator, std::move(vector),
                     [&](double x, std::size_t step) { return goMax(low[step], x); });
}

Value clampMax(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value vector = vectorArgument(evaluator, call, 0, grid);
    const Column high = evaluator.scalarColumn(*call.arguments.at(1), grid);
    return mapPoints(evaluator, std::move(vector),
                     [&](double x, std::size_t step) { return goMin(high[step], x); });
}

Value roundTo(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value vector = vectorArgument(evaluator, call, 0, grid);
    const Column unit = call.arguments.size() > 1 ? evaluator.scalarColumn(*call.arguments[1], grid)
                                                  : Column(grid.count, 1.0);
    return mapPoints(evaluator, std::move(vector), [&](double x, std::size_t step) {
        const double inverse = 1.0 / unit[step];
        return std::floor(x * inverse + 0.5) / inverse;
    });
}

Value scalarOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const Value vector = vectorArgument(evaluator, call, 0, grid);
    Column points(grid.count, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t step = 0; step < grid.count; ++step) {
        std::size_t present = 0;
        for (const Series &series : vector.series) {
            if (isPresent(series.points[step]) && ++present == 1)
                points[step] = series.points[step];
        }
        if (present != 1)
            points[step] = std::numeric_limits<double>::quiet_NaN();
    }
    return scalarValue(std::move(points));
}

Value vectorOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value value = vectorArgument(evaluator, call, 0, grid);
    value.type = promql::ValueType::InstantVector;
    return value;
}

Value pi(Evaluator &, const promql::Call &, const Grid &grid)
{
    return scalarValue(Column(grid.count, std::numbers::pi));
}

template<double (*pick)(double, double)>
Value pickOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Column left = evaluator.scalarColumn(*call.arguments.at(0), grid);
    const Column right = evaluator.scalarColumn(*call.arguments.at(1), grid);
    std::transform(left.begin(), left.end(), right.begin(), left.begin(), pick);
    return scalarValue(std::move(left));
}

constexpr std::array<FunctionEntry, 27> entries{{
    {"abs", perPoint<std::fabs>},    {"ceil", perPoint<std::ceil>},   {"floor", perPoint<std::floor>},
    {"exp", perPoint<std::exp>},     {"sqrt", perPoint<std::sqrt>},   {"ln", perPoint<std::log>},
    {"log2", perPoint<std::log2>},   {"log10", perPoint<std::log10>}, {"sgn", perPoint<sign>},
    {"sin", perPoint<std::sin>},     {"cos", perPoint<std::cos>},     {"tan", perPoint<std::tan>},
    {"asin", perPoint<std::asin>},   {"acos", perPoint<std::acos>},   {"atan", perPoint<std::atan>},
    {"sinh", perPoint<std::sinh>},   {"cosh", perPoint<std::cosh>},   {"tanh", perPoint<std::tanh>},
    {"asinh", perPoint<std::asinh>}, {"acosh", perPoint<std::acosh>}, {"atanh", perPoint<std::atanh>},
    {"rad", perPoint<radians>},      {"deg", perPoint<degrees>},      {"clamp", clamp},
    {"clamp_min", clampMin},         {"clamp_max", clampMax},         {"round", roundTo},
}};

constexpr std::array<FunctionEntry, 5> scalarEntries{{
    {"scalar", scalarOf},
    {"vector", vectorOf},
    {"pi", pi},
    {"min_of", pickOf<goMin>},
    {"max_of", pickOf<goMax>},
}};

} // namespace

std::span<const FunctionEntry> mathFunctions() noexcept
{
    return entries;
}

std::span<const FunctionEntry> scalarFunctions() noexcept
{
    return scalarEntries;
}

} // namespace sightglass
