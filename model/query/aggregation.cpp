// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/aggregation.h"

#include "model/query/aggregators.h"
#include "model/query/countvalues.h"
#include "model/query/grouping.h"
#include "model/query/histogramaggregation.h"
#include "model/query/quantile.h"
#include "model/query/selectingaggregations.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sightglass {

namespace {

using promql::AggregateOp;

Value finish(Evaluator &evaluator, std::vector<Series> series)
{
    if (evaluator.nameRemoval() == NameRemoval::Immediate)
        return joined(std::move(series));
    Value value;
    value.series = std::move(series);
    return value;
}

bool addsHistograms(AggregateOp op)
{
    return op == AggregateOp::Sum || op == AggregateOp::Avg;
}

bool countsHistograms(AggregateOp op)
{
    return op == AggregateOp::Count || op == AggregateOp::Group;
}

Value reduced(Evaluator &evaluator, const promql::Aggregate &aggregate, const Value &vector, const Grid &grid)
{
    const AggregateOp op = aggregate.op;
    const SourceSpan span = aggregate.expr->span;
    if (!addsHistograms(op) && !countsHistograms(op))
        informIgnoredHistograms(op, vector, evaluator.annotations(), span);
    const Grouping grouping(aggregate, vector);
    std::vector<Series> result;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        Series series{group.labels, aggregateColumn(op, vector, group, grid.count), group.dropName};
        if (addsHistograms(op) && hasHistograms(vector, group))
            aggregateHistograms(op, vector, group, series, evaluator.annotations(), span);
        result.push_back(std::move(series));
    }
    return finish(evaluator, std::move(result));
}

/// Of all values of the parameter Prometheus remarks the extremes.
void warnOfQuantiles(Evaluator &evaluator, const promql::Expr &parameter, const Column &quantiles)
{
    double lowest = 0;
    double highest = 1;
    for (const double q : quantiles) {
        if (std::isnan(q))
            evaluator.annotations().warn(invalidQuantileText(q), parameter.span);
        lowest = std::min(lowest, q);
        highest = std::max(highest, q);
    }
    for (const double q : {highest, lowest}) {
        if (isInvalidQuantile(q))
            evaluator.annotations().warn(invalidQuantileText(q), parameter.span);
    }
}

Value quantiles(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column parameter = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    warnOfQuantiles(evaluator, *aggregate.parameter, parameter);
    informIgnoredHistograms(aggregate.op, vector, evaluator.annotations(), aggregate.expr->span);
    const Grouping grouping(aggregate, vector);
    std::vector<Series> result;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        result.push_back({group.labels, quantileColumn(parameter, vector, group), group.dropName});
    }
    return finish(evaluator, std::move(result));
}

} // namespace

Value evaluateAggregate(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    switch (aggregate.op) {
    case AggregateOp::Quantile:
        return quantiles(evaluator, aggregate, grid);
    case AggregateOp::Topk:
    case AggregateOp::Bottomk:
        return evaluateRanked(evaluator, aggregate, grid);
    case AggregateOp::CountValues:
        return evaluateCountValues(evaluator, aggregate, grid);
    case AggregateOp::Limitk:
        return evaluateLimited(evaluator, aggregate, grid);
    case AggregateOp::LimitRatio:
        return evaluateLimitedByRatio(evaluator, aggregate, grid);
    default:
        return reduced(evaluator, aggregate, evaluator.evaluate(*aggregate.expr, grid), grid);
    }
}

} // namespace sightglass
