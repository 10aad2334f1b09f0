// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/aggregation.h"

#include "model/histogram/histogramtext.h"
#include "model/query/aggregators.h"
#include "model/query/evaluationerror.h"
#include "model/query/goformat.h"
#include "model/query/grouping.h"
#include "model/query/histogramaggregation.h"
#include "model/query/limitratio.h"
#include "model/query/quantile.h"
#include "model/query/rankedselection.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

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

/// False where no step has a k of at least 1: then nothing is picked. Refuses what is no number of series.
bool checkCounts(const Column &counts)
{
    const bool anyNaN = std::any_of(counts.begin(), counts.end(), [](double k) { return std::isnan(k); });
    const auto [low, high] = std::minmax_element(counts.begin(), counts.end());
    if (counts.empty() || (!anyNaN && *high < 1))
        return false;
    if (anyNaN)
        throw EvaluationError("Parameter value is NaN");
    constexpr double limit = 9'223'372'036'854'775'808.0; // 2^63
    if (*low <= -limit)
        throw EvaluationError("Scalar value " + goShortest(*low) + " underflows int64");
    if (*high >= limit)
        throw EvaluationError("Scalar value " + goShortest(*high) + " overflows int64");
    return true;
}

/// Collects some of a vector's elements, series by series. In an instant query the series come out in the
/// order they are picked, group by group.
class Selection
{
public:
    Selection(const Value &vector, std::size_t steps)
        : m_vector(vector)
        , m_steps(steps)
    {}

    void pick(std::size_t index, std::size_t step)
    {
        const Series &from = m_vector.series[index];
        const auto [at, fresh] = m_places.try_emplace(index, m_picked.size());
        if (fresh)
            m_picked.push_back({from.labels, Column(m_steps, absentPoint), from.dropName});
        Series &to = m_picked[at->second];
        to.points[step] = from.points[step];
        if (hasHistogram(from, step))
            putHistogram(to.histograms, m_steps, step, from.histograms[step]);
    }

    [[nodiscard]] Value take()
    {
        Value value;
        value.series = std::move(m_picked);
        return value;
    }

private:
    const Value &m_vector;
    std::size_t m_steps;
    std::vector<Series> m_picked;
    std::map<std::size_t, std::size_t> m_places;
};

Value ranked(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column counts = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkCounts(counts))
        return {};
    informIgnoredHistograms(aggregate.op, vector, evaluator.annotations(), aggregate.span);
    const Grouping grouping(aggregate, vector);
    RankedSelection selection(aggregate.op == AggregateOp::Topk ? Rank::Top : Rank::Bottom);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (counts[step] < 1)
                continue;
            evaluator.context().spend(group.members.size());
            for (const std::size_t series :
                 selection.pick(static_cast<std::size_t>(counts[step]), vector, group, step))
                picked.pick(series, step);
        }
    }
    return picked.take();
}

/// limitk(): the first k of each group.
Value limited(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column counts = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkCounts(counts))
        return {};
    const Grouping grouping(aggregate, vector);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        evaluator.context().checkpoint();
        Column left = counts;
        for (const std::size_t member : group.members) {
            evaluator.context().spend(grid.count);
            for (std::size_t step = 0; step < grid.count; ++step) {
                if (left[step] < 1 || !hasValue(vector.series[member], step))
                    continue;
                left[step] -= 1;
                picked.pick(member, step);
            }
        }
    }
    return picked.take();
}

/// False where every ratio is 0: then there is nothing to pick. Refuses NaN, remarks what is out of range.
bool checkRatios(Evaluator &evaluator, const promql::Expr &parameter, const Column &ratios)
{
    if (std::all_of(ratios.begin(), ratios.end(), [](double ratio) { return ratio == 0; }))
        return false;
    if (std::any_of(ratios.begin(), ratios.end(), [](double ratio) { return std::isnan(ratio); }))
        throw EvaluationError("Ratio value is NaN");
    const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
    const auto warn = [&](double ratio, const char *limit) {
        evaluator.annotations().warn("ratio value should be between -1 and 1, got " + goShortest(ratio) +
                                         ", capping to " + limit,
                                     parameter.span);
    };
    if (*high > 1)
        warn(*high, "1");
    if (*low < -1)
        warn(*low, "-1");
    return true;
}

/// limit_ratio(): grouping makes no difference to which series are picked, only to their order.
Value limitedByRatio(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const Column ratios = evaluator.scalarColumn(*aggregate.parameter, grid);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    if (!checkRatios(evaluator, *aggregate.parameter, ratios))
        return {};
    const Grouping grouping(aggregate, vector);
    Selection picked(vector, grid.count);
    for (const Grouping::Group &group : grouping.groups()) {
        for (const std::size_t member : group.members) {
            evaluator.context().checkpoint();
            const double offset = ratioOffset(vector.series[member].labels);
            for (std::size_t step = 0; step < grid.count; ++step) {
                if (isWithinRatio(std::clamp(ratios[step], -1.0, 1.0), offset) &&
                    hasValue(vector.series[member], step))
                    picked.pick(member, step);
            }
        }
    }
    return picked.take();
}

std::string valueText(const Series &series, std::size_t step)
{
    return hasHistogram(series, step) ? toText(*series.histograms[step]) : decimalText(series.points[step]);
}

/// The value becomes a label first; so it may stand for one that is grouped by, or be left out again.
Value countValues(Evaluator &evaluator, const promql::Aggregate &aggregate, const Grid &grid)
{
    const std::string &label = Evaluator::stringArgument(*aggregate.parameter);
    if (label.empty() || !isValidUtf8(label))
        throw EvaluationError("invalid label name " + goQuoted(label), aggregate.parameter->span);
    promql::Aggregate grouping = aggregate;
    if (!grouping.without)
        grouping.grouping.push_back(label);
    const Value vector = evaluator.evaluate(*aggregate.expr, grid);
    std::map<Labels, Column> counts;
    for (const Series &series : vector.series) {
        evaluator.context().checkpoint();
        std::unordered_map<std::string, Column *> byText;
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (!hasValue(series, step))
                continue;
            const std::string text = valueText(series, step);
            Column *&column = byText[text];
            if (column == nullptr)
                column = &counts
                              .try_emplace(groupLabels(grouping, series.labels.with(label, text)), grid.count,
                                           absentPoint)
                              .first->second;
            double &count = (*column)[step];
            count = isAbsent(count) ? 1 : count + 1;
        }
    }
    Value result;
    for (auto &[labels, column] : counts)
        result.series.push_back({labels, std::move(column)});
    return result;
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
        return limited(evaluator, aggregate, grid);
    case AggregateOp::LimitRatio:
        return limitedByRatio(evaluator, aggregate, grid);
    default:
        return reduced(evaluator, aggregate, evaluator.evaluate(*aggregate.expr, grid), grid);
    }
}

} // namespace sightglass
