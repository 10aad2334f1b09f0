// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/evaluator.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/aggregation.h"
#include "model/query/binaryoperator.h"
#include "model/query/durationeval.h"
#include "model/query/evaluationcache.h"
#include "model/query/evaluationerror.h"
#include "model/query/functions.h"
#include "model/query/stepinvariance.h"
#include "model/query/windows.h"

#include <algorithm>

namespace sightglass {

namespace {

std::size_t cells(const Value &value)
{
    std::size_t count = 0;
    for (const Series &series : value.series)
        count += series.points.size() + histogramWeight(series);
    return count;
}

void broadcast(Value &value, std::size_t count)
{
    for (Series &series : value.series) {
        series.points.assign(count, double(series.points.front()));
        if (!series.histograms.empty())
            series.histograms.assign(count, HistogramPtr(series.histograms.front()));
    }
}

bool isLiteral(const promql::Expr &expr)
{
    return expr.kind == promql::ExprKind::NumberLiteral || expr.kind == promql::ExprKind::StringLiteral;
}

/// The steps of a subquery's inner expression: multiples of its step after refs.first - range, up to the last
/// reference time. The division truncates towards zero, as Prometheus' does.
Grid innerGrid(const RangeGrid &ranges, std::int64_t stepMs)
{
    const TimestampMs from = ranges.refs.at(0) - ranges.rangeMs;
    const TimestampMs to = ranges.refs.at(ranges.count - 1);
    TimestampMs start = stepMs * (from / stepMs);
    if (start <= from)
        start += stepMs;
    const std::size_t count = to < start ? 0 : static_cast<std::size_t>((to - start) / stepMs) + 1;
    return {start, stepMs, count};
}

/// A histogram as a subquery shows it: what was known of a reset does not hold between its steps.
HistogramPtr withoutResetHint(const HistogramPtr &histogram)
{
    if (histogram->hint != CounterResetHint::Reset && histogram->hint != CounterResetHint::NotReset)
        return histogram;
    auto unhinted = std::make_shared<FloatHistogram>(*histogram);
    unhinted->hint = CounterResetHint::Unknown;
    return unhinted;
}

void collectHistograms(const HistogramColumn &column, const Grid &grid, SampleColumns &samples)
{
    const HistogramPtr *previous = nullptr; // with lookback, one histogram stands at several steps
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (!column[i])
            continue;
        const bool same = previous != nullptr && *previous == column[i];
        samples.histogramTimes.push_back(grid.at(i));
        samples.histograms.push_back(same ? samples.histograms.back() : withoutResetHint(column[i]));
        previous = &column[i];
    }
}

void collectPresent(const Series &series, const Grid &grid, SampleColumns &samples)
{
    samples.clear();
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        if (isAbsent(series.points[i]))
            continue;
        samples.times.push_back(grid.at(i));
        samples.values.push_back(series.points[i]);
    }
    collectHistograms(series.histograms, grid, samples);
}

HistogramPtr negated(const FloatHistogram &histogram)
{
    auto result = std::make_shared<FloatHistogram>(histogram);
    multiplyHistogram(*result, -1);
    return result;
}

} // namespace

const promql::Expr &unwrapped(const promql::Expr &expr) noexcept
{
    const promql::Expr *inner = &expr;
    while (const auto *paren = promql::as<promql::Paren>(inner))
        inner = paren->expr.get();
    return *inner;
}

Value scalarValue(Column points)
{
    Value value;
    value.type = promql::ValueType::Scalar;
    value.series.push_back({Labels(), std::move(points), false});
    return value;
}

Value joined(std::vector<Series> series)
{
    SeriesJoiner joiner;
    for (Series &one : series)
        joiner.add(std::move(one));
    Value value;
    value.series = joiner.take();
    return value;
}

Value Evaluator::evaluate(const promql::Expr &expr, const Grid &grid)
{
    m_context.checkpoint();
    const std::size_t held = m_context.held();
    Value value;
    if (grid.count == 0) {
        value.type = expr.type;
    } else if (grid.count > 1 && !isLiteral(expr) && isStepInvariant(expr)) {
        value = evaluateNode(expr, {grid.start, grid.stepMs, 1});
        broadcast(value, grid.count);
    } else if (m_context.keepsColumnsOf(expr, grid)) {
        value = m_context.cache()->evaluate(expr, grid, m_context,
                                            [&](const Grid &part) { return evaluateNode(expr, part); });
    } else {
        value = evaluateNode(expr, grid);
    }
    holdOnly(held, value);
    return value;
}

void Evaluator::holdOnly(std::size_t before, const Value &value)
{
    m_context.resetHeld(before);
    m_context.hold(cells(value));
}

Column Evaluator::scalarColumn(const promql::Expr &expr, const Grid &grid)
{
    if (grid.count == 0)
        return {};
    return std::move(evaluate(expr, grid).series.at(0).points);
}

const std::string &Evaluator::stringArgument(const promql::Expr &expr)
{
    const auto *literal = promql::as<promql::StringLiteral>(&unwrapped(expr));
    if (literal == nullptr)
        throw EvaluationError("expected a string literal", expr.span);
    return literal->value;
}

Value Evaluator::evaluateNode(const promql::Expr &expr, const Grid &grid)
{
    switch (expr.kind) {
    case promql::ExprKind::NumberLiteral:
        return scalarValue(Column(grid.count, static_cast<const promql::NumberLiteral &>(expr).value));
    case promql::ExprKind::StringLiteral: {
        Value value;
        value.type = promql::ValueType::String;
        value.text = static_cast<const promql::StringLiteral &>(expr).value;
        return value;
    }
    case promql::ExprKind::VectorSelector:
        return m_reader.instant(static_cast<const promql::VectorSelector &>(expr), grid,
                                SelectorYield::Value);
    case promql::ExprKind::Call:
        return evaluateCall(*this, static_cast<const promql::Call &>(expr), grid);
    case promql::ExprKind::Aggregate:
        return evaluateAggregate(*this, static_cast<const promql::Aggregate &>(expr), grid);
    case promql::ExprKind::Binary:
        return evaluateBinary(*this, static_cast<const promql::Binary &>(expr), grid);
    case promql::ExprKind::Unary:
        return evaluateUnary(static_cast<const promql::Unary &>(expr), grid);
    case promql::ExprKind::Paren:
        return evaluate(*static_cast<const promql::Paren &>(expr).expr, grid);
    case promql::ExprKind::MatrixSelector:
    case promql::ExprKind::Subquery:
        break;
    }
    throw EvaluationError("a range vector has no value of its own here", expr.span);
}

Value Evaluator::evaluateUnary(const promql::Unary &unary, const Grid &grid)
{
    Value operand = evaluate(*unary.expr, grid);
    if (!unary.negative)
        return operand;
    for (Series &series : operand.series) {
        for (double &point : series.points)
            point = isAbsent(point) ? absentPoint : -point;
        for (HistogramPtr &histogram : series.histograms) {
            if (histogram)
                histogram = negated(*histogram);
        }
        if (operand.type == promql::ValueType::InstantVector)
            dropName(series, nameRemoval());
    }
    if (operand.type == promql::ValueType::Scalar || nameRemoval() == NameRemoval::Delayed)
        return operand;
    return joined(std::move(operand.series));
}

RangeGrid Evaluator::rangeGrid(const promql::Expr &expr, const Grid &grid)
{
    const promql::Expr &range = unwrapped(expr);
    if (const auto *selector = promql::as<promql::MatrixSelector>(&range))
        return m_reader.rangeGrid(*selector, grid);
    const auto *subquery = promql::as<promql::Subquery>(&range);
    if (subquery == nullptr)
        throw EvaluationError("expected a range vector", range.span);
    const std::int64_t rangeMs =
        evaluateDurationMs(*subquery->range, m_context.steps(), DurationUse::RangeOrStep);
    return {referenceTimes(subquery->shift, grid, m_context.steps()), rangeMs, grid.count};
}

void Evaluator::forEachRange(const promql::Expr &expr, const Grid &grid, const RangeConsumer &consume)
{
    if (!m_context.counter().isOn())
        return readRanges(expr, grid, consume);
    WindowFinder finder(rangeGrid(expr, grid));
    SampleCounter windows(true);
    {
        const SampleCounter::Pause pause(m_context.counter());
        readRanges(expr, grid, [&](const RangeSeries &series) {
            windows.add(series.samples, finder);
            consume(series);
        });
    }
    m_context.counter().add(windows.total());
}

void Evaluator::readRanges(const promql::Expr &expr, const Grid &grid, const RangeConsumer &consume)
{
    const promql::Expr &range = unwrapped(expr);
    if (const auto *selector = promql::as<promql::MatrixSelector>(&range))
        m_reader.forEachRange(*selector, m_reader.rangeGrid(*selector, grid), consume);
    else if (const auto *subquery = promql::as<promql::Subquery>(&range))
        readSubqueryRanges(*subquery, grid, consume);
}

void Evaluator::readSubqueryRanges(const promql::Subquery &subquery, const Grid &grid,
                                   const RangeConsumer &consume)
{
    const RangeGrid ranges = rangeGrid(subquery, grid);
    const std::int64_t stepMs =
        subquery.step ? evaluateDurationMs(*subquery.step, m_context.steps(), DurationUse::RangeOrStep)
                      : m_context.options().defaultSubqueryStepMs;
    const Grid inner = innerGrid(ranges, std::max<std::int64_t>(stepMs, 1));
    const std::size_t held = m_context.held();
    // Whatever it selects, one column of this length must be allowed, or a[100y:1ms] would take the memory
    // first.
    m_context.hold(inner.count);
    const Value value = evaluate(*subquery.expr, inner);
    SampleColumns samples;
    for (const Series &series : value.series) {
        m_context.checkpoint();
        collectPresent(series, inner, samples);
        if (!samples.times.empty() || !samples.histogramTimes.empty())
            consume({series.labels, samples, series.dropName});
    }
    m_context.resetHeld(held);
}

} // namespace sightglass
