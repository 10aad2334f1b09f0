// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/functions.h"
#include "model/query/windows.h"

#include <algorithm>
#include <array>
#include <set>

namespace sightglass {

namespace {

const promql::VectorSelector *directSelector(const promql::Expr &argument)
{
    const promql::Expr &inner = unwrapped(argument);
    if (const auto *matrix = promql::as<promql::MatrixSelector>(&inner))
        return matrix->selector.get();
    return promql::as<promql::VectorSelector>(&inner);
}

/// The labels that the missing series would surely have: those a direct selector asks for with "=" and
/// nothing else. A further matcher on a label takes it away for good.
Labels labelsOfAbsence(const promql::Expr &argument)
{
    const promql::VectorSelector *selector = directSelector(argument);
    if (selector == nullptr)
        return {};
    Labels labels;
    std::set<std::string_view> seen;
    for (const Matcher &matcher : selector->matchers) {
        if (matcher.name == metricNameLabel)
            continue;
        if (matcher.op == MatchOp::Equal && seen.insert(matcher.name).second)
            labels = labels.with(matcher.name, matcher.value);
        else
            labels = labels.without(matcher.name);
    }
    return labels;
}

Value absenceValue(const promql::Call &call, Column points)
{
    Value value;
    if (std::any_of(points.begin(), points.end(), isPresent))
        value.series.push_back({labelsOfAbsence(*call.arguments.at(0)), std::move(points), false});
    return value;
}

Value absent(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const Value vector = vectorArgument(evaluator, call, 0, grid);
    Column points(grid.count, 1.0);
    for (const Series &series : vector.series) {
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (hasValue(series, step))
                points[step] = absentPoint;
        }
    }
    return absenceValue(call, std::move(points));
}

Value absentOverTime(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::Expr &range = *call.arguments.at(0);
    const RangeGrid ranges = evaluator.rangeGrid(range, grid);
    WindowFinder floatFinder(ranges);
    WindowFinder histogramFinder(ranges);
    Column points(grid.count, 1.0);
    evaluator.forEachRange(range, grid, [&](const RangeSeries &series) {
        const std::span<const Window> floats = floatFinder.find(series.samples.times);
        const std::span<const Window> histograms = histogramFinder.find(series.samples.histogramTimes);
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (floats[step].size() + histograms[step].size() > 0)
                points[step] = absentPoint;
        }
    });
    return absenceValue(call, std::move(points));
}

constexpr std::array<FunctionEntry, 2> entries{{
    {"absent", absent},
    {"absent_over_time", absentOverTime},
}};

} // namespace

std::span<const FunctionEntry> absenceFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
