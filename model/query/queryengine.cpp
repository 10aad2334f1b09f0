// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"

#include "model/query/evaluationcache.h"
#include "model/query/evaluationerror.h"
#include "model/query/evaluator.h"
#include "model/query/extendedrange.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace sightglass {

namespace {

/// Delayed name removal: the labels go now, and what then has equal labels is one series or an error.
void removeDelayedNames(Value &value)
{
    const bool any = std::any_of(value.series.begin(), value.series.end(),
                                 [](const Series &series) { return series.dropName; });
    if (!any)
        return;
    for (Series &series : value.series) {
        if (series.dropName)
            series.labels = withoutMetadataLabels(series.labels);
        series.dropName = false;
    }
    // In order, as they mostly still are, none is twice.
    if (std::ranges::adjacent_find(value.series, std::ranges::greater_equal(), &Series::labels) !=
        value.series.end())
        value.series = joined(std::move(value.series)).series;
}

void sortMatrix(QueryResult &result)
{
    const auto begin = std::chrono::steady_clock::now();
    // Mostly they are in order already, as the store selects them.
    const auto labelsOf = [](const MatrixSeries &series) -> const Labels & { return series.labels; };
    if (!std::ranges::is_sorted(result.matrix, {}, labelsOf))
        std::ranges::stable_sort(result.matrix, {}, labelsOf);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    result.statistics.sortSeconds = taken.count();
}

std::vector<VectorElement> vectorAt(const Value &value)
{
    std::vector<VectorElement> vector;
    for (const Series &series : value.series) {
        if (hasHistogram(series, 0))
            vector.push_back({series.labels, 0, series.histograms.front()});
        else if (isPresent(series.points.front()))
            vector.push_back({series.labels, series.points.front()});
    }
    return vector;
}

/// Takes the value apart, column by column, so that the result finds room in the memory of what it replaces.
std::vector<MatrixSeries> matrixOf(Value value, const Grid &grid)
{
    std::vector<MatrixSeries> matrix;
    matrix.reserve(value.series.size());
    for (Series &taken : value.series) {
        const Series series = std::move(taken);
        if (!hasAnyValue(series))
            continue;
        MatrixSeries &out = matrix.emplace_back();
        out.labels = series.labels;
        out.samples.reserve(
            static_cast<std::size_t>(std::count_if(series.points.begin(), series.points.end(), isPresent)));
        for (std::size_t step = 0; step < series.points.size(); ++step) {
            if (isPresent(series.points[step]))
                out.samples.push_back({grid.at(step), series.points[step]});
            else if (hasHistogram(series, step))
                out.histograms.push_back({grid.at(step), series.histograms[step]});
        }
    }
    return matrix;
}

std::size_t weightOf(const MatrixSeries &series)
{
    std::size_t weight = series.samples.size();
    for (const HistogramSample &sample : series.histograms)
        weight += sampleWeight(*sample.histogram);
    return weight;
}

/// The raw samples of a range vector, as an instant query of one shows them.
std::vector<MatrixSeries> rawSamples(Evaluator &evaluator, const promql::Expr &expr, const Grid &grid)
{
    const RangeGrid ranges = evaluator.rangeGrid(expr, grid);
    const TimestampMs to = ranges.refs.at(0);
    const auto inRange = [&](TimestampMs t) { return t > to - ranges.rangeMs && t <= to; };
    std::vector<MatrixSeries> matrix;
    const auto take = [&](const RangeSeries &series) {
        MatrixSeries out{series.dropName ? withoutMetadataLabels(series.labels) : series.labels, {}};
        if (ranges.extension != promql::RangeExtension::None) {
            out.samples = extendedSamples(series.samples, ranges);
            if (!out.samples.empty())
                matrix.push_back(std::move(out));
            return;
        }
        for (std::size_t i = 0; i < series.samples.times.size(); ++i) {
            if (inRange(series.samples.times[i]))
                out.samples.push_back({series.samples.times[i], series.samples.values[i]});
        }
        for (std::size_t i = 0; i < series.samples.histogramTimes.size(); ++i) {
            if (inRange(series.samples.histogramTimes[i]))
                out.histograms.push_back({series.samples.histogramTimes[i], series.samples.histograms[i]});
        }
        evaluator.context().hold(weightOf(out));
        if (!out.samples.empty() || !out.histograms.empty())
            matrix.push_back(std::move(out));
    };
    if (unwrapped(expr).kind == promql::ExprKind::Subquery)
        evaluator.readRanges(expr, grid, take); // as Prometheus counts samples
    else
        evaluator.forEachRange(expr, grid, take);
    return matrix;
}

QueryResult instantResult(Evaluator &evaluator, const promql::Expr &expr, const Grid &grid)
{
    QueryResult result;
    result.type = expr.type;
    if (expr.type == promql::ValueType::RangeVector) {
        result.matrix = rawSamples(evaluator, expr, grid);
        sortMatrix(result);
        return result;
    }
    Value value = evaluator.evaluate(expr, grid);
    removeDelayedNames(value);
    if (expr.type == promql::ValueType::Scalar)
        result.scalar = {grid.start, value.series.at(0).points.at(0)};
    else if (expr.type == promql::ValueType::String)
        result.string = std::move(value.text);
    else
        result.vector = vectorAt(value);
    return result;
}

QueryResult rangeResult(Evaluator &evaluator, const promql::Expr &expr, const Grid &grid)
{
    QueryResult result;
    result.type = promql::ValueType::RangeVector;
    Value value = evaluator.evaluate(expr, grid);
    removeDelayedNames(value);
    result.matrix = matrixOf(std::move(value), grid);
    sortMatrix(result);
    return result;
}

/// Exceptions end here.
template<typename Run>
Result<QueryResult> guarded(EvaluationContext &context, Run run)
{
    try {
        Evaluator evaluator(context);
        QueryResult result = run(evaluator);
        result.annotations = context.annotations().take();
        result.statistics.samples = context.counter().total();
        result.statistics.peakSamples = context.peak();
        return result;
    } catch (const EvaluationError &ended) {
        return ended.error();
    } catch (const std::exception &unexpected) {
        return Error{ErrorCode::QueryFailed, {unexpected.what()}, {}, {}};
    }
}

bool isQueryTime(TimestampMs t)
{
    return t >= -farthestTime && t <= farthestTime;
}

Error failure(std::string text, SourceSpan span = {})
{
    return Error{ErrorCode::QueryFailed, {std::move(text)}, span, {}};
}

std::string_view typeText(promql::ValueType type)
{
    return type == promql::ValueType::String ? "string" : "range vector";
}

/// What keeps an expression from being evaluated over these steps.
std::optional<Error> rangeError(const promql::Expr &expr, StepRange steps)
{
    if (expr.type != promql::ValueType::Scalar && expr.type != promql::ValueType::InstantVector)
        return failure("invalid expression type \"" + std::string(typeText(expr.type)) +
                           "\" for range query, must be Scalar or instant Vector",
                       expr.span);
    if (steps.stepMs <= 0)
        return failure("zero or negative query resolution step widths are not accepted");
    if (!isQueryTime(steps.start) || !isQueryTime(steps.end))
        return failure("time is out of range");
    return std::nullopt;
}

std::size_t countOf(StepRange steps)
{
    return steps.end < steps.start ? 0
                                   : static_cast<std::size_t>((steps.end - steps.start) / steps.stepMs) + 1;
}

} // namespace

QueryEngine::QueryEngine(QueryOptions options, std::shared_ptr<EvaluationCache> cache)
    : m_options(options)
    , m_cache(std::move(cache))
{}

Result<QueryResult> QueryEngine::instant(const Snapshot &snapshot, const promql::Expr &expr, TimestampMs t,
                                         std::stop_token cancel) const
{
    return step(snapshot, expr, {t, t, 0}, t, std::move(cancel));
}

Result<QueryResult> QueryEngine::step(const Snapshot &snapshot, const promql::Expr &expr, StepRange query,
                                      TimestampMs t, std::stop_token cancel) const
{
    if (!isQueryTime(query.start) || !isQueryTime(query.end) || !isQueryTime(t))
        return failure("time is out of range");
    EvaluationContext context(snapshot, m_options, query, std::move(cancel));
    context.setStatisticsSelectors(selectorsOfStatistics(expr));
    return guarded(context, [&](Evaluator &evaluator) { return instantResult(evaluator, expr, {t, 0, 1}); });
}

Result<QueryResult> QueryEngine::range(const Snapshot &snapshot, const promql::Expr &expr, StepRange steps,
                                       std::stop_token cancel) const
{
    if (const auto error = rangeError(expr, steps))
        return *error;
    const std::size_t count = countOf(steps);
    if (count > m_options.maxSteps)
        return failure("exceeded maximum resolution of " + std::to_string(m_options.maxSteps) +
                       " points per timeseries. Try decreasing the query resolution (?step=XX)");
    EvaluationContext context(snapshot, m_options, steps, std::move(cancel), m_cache.get());
    context.setStatisticsSelectors(selectorsOfStatistics(expr));
    return guarded(context, [&](Evaluator &evaluator) {
        return rangeResult(evaluator, expr, {steps.start, steps.stepMs, count});
    });
}

Result<QueryResult> QueryEngine::part(const Snapshot &snapshot, const promql::Expr &expr, StepRange query,
                                      StepRange steps, std::stop_token cancel) const
{
    if (const auto error = rangeError(expr, steps))
        return *error;
    EvaluationContext context(snapshot, m_options, query, std::move(cancel));
    context.setStatisticsSelectors(selectorsOfStatistics(expr));
    return guarded(context, [&](Evaluator &evaluator) {
        return rangeResult(evaluator, expr, {steps.start, steps.stepMs, countOf(steps)});
    });
}

} // namespace sightglass
