// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/aggregation.h"

#include "model/query/aggregators.h"
#include "model/query/evaluationerror.h"
#include "model/query/goformat.h"
#include "model/query/grouping.h"
#include "model/query/quantile.h"
#include "model/query/rankedselection.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <cmath>
#include <map>

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

Value reduced(Evaluator &evaluator, const promql::Aggregate &aggregate, const Value &vector, const Grid &grid)
{
    const Grouping grouping(aggregate, vector);
    std::vector<Series> result;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        result.push_back(
            {group.labels, aggregateColumn(aggregate.op, vector, group, grid.count), group.dropName});
    }
    return finish(evaluator, std::move(result));
}

Value quantiles(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column parameter = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    for (const double q : parameter) {
        if (isInvalidQuantile(q))
            evaluator.annotations().warn(invalidQuantileText(q), aggregate.parameter->span);
    }
    const Grouping grouping(aggregate, vector);
    std::vector<Series> result;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        result.push_back({group.labels, quantileColumn(parameter, vector, group), group.dropName});
    }
    return finish(evaluator, std::move(result));
}

/// False where no step has a k of at least 1: then nothing is evaluated. Refuses what is no number of series.
bool checkCounts(const Column &counts)
{
    const bool anyNaN = std::any_of(counts.begin(), counts.end(), [](double k) { return std::isnan(k); });
    const auto [low, high] = std::minmax_element(counts.begin(), counts.end());
    if (counts.empty() || (!anyNaN && *high < 1))
        return false;
    if (anyNaN)
        throw EvaluationError("Parameter value is NaN");
    constexpr double limit = 9'223'372'036'854'775'808.0; // 2^63
    if (*high >= limit)
        throw EvaluationError("Scalar value " + goShortest(*high) + " overflows int64");
    if (*low <= -limit)
        throw EvaluationError("Scalar value " + goShortest(*low) + " underflows int64");
    return true;
}

/// In an instant query the picked series come best first, group by group; a range query's order is that of
/// the input.
Value ranked(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column counts = evaluator.scalarColumn(*aggregate.parameter, grid);
    if (!checkCounts(counts))
        return {};
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    const Grouping grouping(aggregate, vector);
    RankedSelection selection(aggregate.op == AggregateOp::Topk ? Rank::Top : Rank::Bottom);
    std::map<std::size_t, Column> columns;
    std::vector<std::size_t> order;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (counts[step] < 1)
                continue;
            const auto k = static_cast<std::size_t>(counts[step]);
            for (const std::size_t series : selection.pick(k, vector, group, step)) {
                const auto [at, fresh] = columns.try_emplace(series, grid.count, absentPoint);
                at->second[step] = vector.series[series].points[step];
                if (fresh)
                    order.push_back(series);
            }
        }
    }
    Value result;
    for (const std::size_t series : order)
        result.series.push_back(
            {vector.series[series].labels, std::move(columns.at(series)), vector.series[series].dropName});
    return result;
}

Value countValues(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const std::string &label = Evaluator::stringArgument(*aggregate.parameter);
    if (label.empty() || !isValidUtf8(label))
        throw EvaluationError("invalid label name " + goQuoted(label), aggregate.parameter->span);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    const Grouping grouping(aggregate, vector);
    std::vector<Series> result;
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        std::map<std::string, Column> byText;
        for (const std::size_t member : group.members) {
            const Column &points = vector.series[member].points;
            for (std::size_t step = 0; step < grid.count; ++step) {
                if (isAbsent(points[step]))
                    continue;
                Column &counts =
                    byText.try_emplace(decimalText(points[step]), grid.count, absentPoint).first->second;
                counts[step] = isAbsent(counts[step]) ? 1 : counts[step] + 1;
            }
        }
        for (auto &[text, counts] : byText)
            result.push_back({group.labels.with(label, text), std::move(counts), group.dropName});
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
        return ranked(evaluator, aggregate, grid);
    case AggregateOp::CountValues:
        return countValues(evaluator, aggregate, grid);
    case AggregateOp::Limitk:
    case AggregateOp::LimitRatio:
        throwUnsupported("the aggregation " + std::string(promql::aggregateOpText(aggregate.op)),
                         aggregate.span);
    default:
        return reduced(evaluator, aggregate, evaluator.evaluate(*aggregate.expr, grid), grid);
    }
}

} // namespace sightglass
