// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/functions.h"

#include "model/query/evaluationerror.h"
#include "model/query/extendedrange.h"
#include "model/query/mixedovertime.h"
#include "model/query/quantile.h"
#include "model/query/rangefunction.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <unordered_map>

namespace sightglass {

namespace {

const std::unordered_map<std::string_view, FunctionHandler> &handlers()
{
    static const auto table = [] {
        std::unordered_map<std::string_view, FunctionHandler> all;
        for (const auto family :
             {mathFunctions(), scalarFunctions(), timeFunctions(), labelFunctions(), absenceFunctions(),
              sortFunctions(), histogramFunctions(), infoFunctions()}) {
            for (const FunctionEntry &entry : family)
                all.emplace(entry.name, entry.handler);
        }
        return all;
    }();
    return table;
}

bool isNamedLikeCounter(std::string_view name)
{
    return name.ends_with("_total") || name.ends_with("_sum") || name.ends_with("_count") ||
           name.ends_with("_bucket");
}

bool anyPresent(const Column &points)
{
    return std::any_of(points.begin(), points.end(), isPresent);
}

void warnOfQuantiles(Evaluator &evaluator, const promql::Expr &argument, const Column &quantiles,
                     const Column &results)
{
    for (std::size_t step = 0; step < results.size(); ++step) {
        if (isPresent(results[step]) && isInvalidQuantile(quantiles[step]))
            evaluator.annotations().warn(invalidQuantileText(quantiles[step]), argument.span);
    }
}

/// A range function's series: what to do with its labels and what is remarkable about it.
void finishSeries(Evaluator &evaluator, const RangeFunction &function, const promql::Expr &range,
                  Series &series)
{
    const std::string_view name = series.labels.metricName();
    if (function.naming == RangeName::Counter && !name.empty() && !isNamedLikeCounter(name) &&
        anyPresent(series.points))
        evaluator.annotations().inform(
            "metric might not be a counter, name does not end in _total/_sum/_count/_bucket: \"" +
                std::string(name) + '"',
            range.span);
    if (function.naming != RangeName::Kept)
        dropName(series, evaluator.nameRemoval());
}

Value evaluateRangeFunction(Evaluator &evaluator, const promql::Call &call, const RangeFunction &function,
                            const Grid &grid)
{
    std::vector<Column> parameters;
    const promql::Expr *range = nullptr;
    for (const promql::ExprPtr &argument : call.arguments) {
        if (argument->type == promql::ValueType::RangeVector)
            range = argument.get();
        else
            parameters.push_back(evaluator.scalarColumn(*argument, grid));
    }
    if (range == nullptr)
        throw EvaluationError("expected a range vector", call.span);
    const bool takesQuantile = function.name == "quantile_over_time";
    const RangeGrid ranges = evaluator.rangeGrid(*range, grid);
    WindowFinder finder(ranges);
    WindowFinder histogramFinder(ranges);
    Value result;
    evaluator.forEachRange(*range, grid, [&](const RangeSeries &input) {
        Series series{input.labels, Column(grid.count, absentPoint), input.dropName};
        const RangeRemarks remarks(evaluator.annotations(), range->span, input.labels.metricName());
        runRangeFunction(function,
                         {input.samples, finder.find(input.samples.times),
                          histogramFinder.find(input.samples.histogramTimes), ranges, grid, parameters,
                          series.points, series.histograms, remarks, evaluator.context()});
        if (!hasAnyValue(series))
            return;
        if (takesQuantile)
            warnOfQuantiles(evaluator, *call.arguments.front(), parameters.front(), series.points);
        finishSeries(evaluator, function, *range, series);
        evaluator.context().hold(grid.count + histogramWeight(series));
        result.series.push_back(std::move(series));
    });
    if (evaluator.nameRemoval() == NameRemoval::Immediate && function.naming != RangeName::Kept)
        refuseEqualLabels(result.series);
    return result;
}

} // namespace

Value vectorArgument(Evaluator &evaluator, const promql::Call &call, std::size_t index, const Grid &grid)
{
    return evaluator.evaluate(*call.arguments.at(index), grid);
}

void runRangeFunction(const RangeFunction &function, const RangeCall &call)
{
    const bool hasHistograms = !call.samples.histogramTimes.empty();
    if (call.ranges.extension != promql::RangeExtension::None && function.extended != nullptr) {
        function.extended(call);
    } else if (hasHistograms && function.mixed != nullptr) {
        function.mixed(call);
    } else if (!call.samples.starts.empty() && function.started != nullptr) {
        function.started(call);
    } else {
        function.kernel(call);
        if (hasHistograms)
            informOfIgnored(call);
    }
}

Value evaluateCall(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    refuseUnfitExtension(call);
    if (const RangeFunction *function = findRangeFunction(call.function))
        return evaluateRangeFunction(evaluator, call, *function, grid);
    const auto handler = handlers().find(call.function);
    if (handler == handlers().end())
        throw EvaluationError("unknown function with name " + goQuoted(call.function), call.span);
    return handler->second(evaluator, call, grid);
}

} // namespace sightglass
