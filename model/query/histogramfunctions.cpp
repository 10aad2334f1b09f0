// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramstatistics.h"
#include "model/query/functions.h"
#include "model/query/histogramevaluation.h"
#include "model/query/quantile.h"
#include "parser/base/numbertext.h"

#include <array>
#include <cmath>
#include <map>

namespace sightglass {

namespace {

using Place = HistogramEvaluation::Place;

Value finish(Evaluator &evaluator, std::vector<Series> series)
{
    for (Series &one : series)
        dropName(one, evaluator.nameRemoval());
    return joined(std::move(series));
}

void warnOfQuantiles(Evaluator &evaluator, const promql::Expr &argument, const Column &quantiles)
{
    for (const double q : quantiles) {
        if (isInvalidQuantile(q))
            evaluator.annotations().warn(invalidQuantileText(q), argument.span);
    }
}

/// The quantiles of each histogram of a vector: by quantile the series that come out.
std::vector<std::vector<Series>> quantilesOf(Evaluator &evaluator, const promql::Expr &argument,
                                             const std::vector<Column> &quantiles, const Grid &grid)
{
    const Value vector = evaluator.evaluate(argument, grid);
    HistogramEvaluation histograms(evaluator, vector, argument, grid);
    Annotations &annotations = evaluator.annotations();
    const auto native = [&](const FloatHistogram &histogram, const Place &place) {
        const HistogramQuantile answer = histogramQuantile(quantiles[place.answer][place.step], histogram);
        if (answer.nanBecauseOfNaN)
            annotations.inform(
                withMetricName("input to histogram_quantile has NaN observations, result is NaN",
                               place.metric),
                argument.span);
        if (answer.skewedByNaN)
            annotations.inform(
                withMetricName("input to histogram_quantile has NaN observations, result is skewed higher",
                               place.metric),
                argument.span);
        return answer.value;
    };
    const auto classic = [&](std::vector<Bucket> &buckets, const Place &place) {
        BucketQuantile answer = bucketQuantile(quantiles[place.answer][place.step], buckets);
        if (answer.repair) {
            answer.repair->time = grid.at(place.step);
            annotations.informRepaired(*answer.repair, place.metric, argument.span);
        }
        return answer.value;
    };
    return histograms.compute(quantiles.size(), native, classic);
}

Value quantileOfHistograms(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const std::vector<Column> quantiles{evaluator.scalarColumn(*call.arguments.at(0), grid)};
    warnOfQuantiles(evaluator, *call.arguments.at(0), quantiles.front());
    return finish(evaluator, quantilesOf(evaluator, *call.arguments.at(1), quantiles, grid).front());
}

/// Adds the series with the label saying which quantile it is; the quantile may change from step to step.
void addByQuantile(const Series &series, const std::string &label, const Column &quantiles,
                   std::vector<Series> &result)
{
    std::map<std::string, Series> byText;
    for (std::size_t step = 0; step < series.points.size(); ++step) {
        if (isAbsent(series.points[step]))
            continue;
        const std::string text = formatOpenMetricsFloat(quantiles[step]);
        const auto [at, fresh] = byText.try_emplace(text);
        if (fresh)
            at->second = {series.labels.with(label, text), Column(series.points.size(), absentPoint),
                          series.dropName};
        at->second.points[step] = series.points[step];
    }
    for (auto &[text, labelled] : byText)
        result.push_back(std::move(labelled));
}

/// histogram_quantiles(v, "label", q …): the label tells which quantile of the histogram it is.
Value quantilesOfHistograms(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const std::string &label = Evaluator::stringArgument(*call.arguments.at(1));
    std::vector<Column> quantiles;
    for (std::size_t i = 2; i < call.arguments.size(); ++i) {
        quantiles.push_back(evaluator.scalarColumn(*call.arguments[i], grid));
        warnOfQuantiles(evaluator, *call.arguments[i], quantiles.back());
    }
    const auto answers = quantilesOf(evaluator, *call.arguments.at(0), quantiles, grid);
    std::vector<Series> result;
    for (std::size_t answer = 0; answer < answers.size(); ++answer) {
        for (const Series &series : answers[answer])
            addByQuantile(series, label, quantiles[answer], result);
    }
    return finish(evaluator, std::move(result));
}

Value fractionOfHistograms(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::Expr &argument = *call.arguments.at(2);
    const Column lower = evaluator.scalarColumn(*call.arguments.at(0), grid);
    const Column upper = evaluator.scalarColumn(*call.arguments.at(1), grid);
    const Value vector = evaluator.evaluate(argument, grid);
    HistogramEvaluation histograms(evaluator, vector, argument, grid);
    const auto native = [&](const FloatHistogram &histogram, const Place &place) {
        const HistogramFraction answer = histogramFraction(lower[place.step], upper[place.step], histogram);
        if (answer.excludesNaN)
            evaluator.annotations().inform(
                withMetricName(
                    "input to histogram_fraction has NaN observations, which are excluded from all "
                    "fractions",
                    place.metric),
                argument.span);
        return answer.value;
    };
    const auto classic = [&](std::vector<Bucket> &buckets, const Place &place) {
        return bucketFraction(lower[place.step], upper[place.step], buckets);
    };
    return finish(evaluator, histograms.compute(1, native, classic).front());
}

/// histogram_count and its kin look at native histograms only: floats yield nothing. They take the name away,
/// but neither __type__ nor __unit__.
template<typename Compute>
Value ofNativeHistograms(Evaluator &evaluator, const promql::Call &call, const Grid &grid, Compute compute)
{
    Value vector = vectorArgument(evaluator, call, 0, grid);
    std::vector<Series> result;
    for (Series &series : vector.series) {
        evaluator.context().checkpoint();
        if (series.histograms.empty())
            continue;
        for (std::size_t step = 0; step < grid.count; ++step)
            series.points[step] =
                hasHistogram(series, step) ? compute(*series.histograms[step]) : absentPoint;
        series.histograms.clear();
        if (evaluator.nameRemoval() == NameRemoval::Delayed)
            series.dropName = true;
        else
            series.labels = series.labels.without(metricNameLabel);
        result.push_back(std::move(series));
    }
    return joined(std::move(result));
}

Value countOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return ofNativeHistograms(evaluator, call, grid,
                              [](const FloatHistogram &histogram) { return histogram.count; });
}

Value sumOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return ofNativeHistograms(evaluator, call, grid,
                              [](const FloatHistogram &histogram) { return histogram.sum; });
}

Value averageOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return ofNativeHistograms(evaluator, call, grid, [](const FloatHistogram &histogram) {
        return histogram.sum / histogram.count;
    });
}

Value deviationOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return ofNativeHistograms(evaluator, call, grid, [](const FloatHistogram &histogram) {
        return std::sqrt(histogramVariance(histogram));
    });
}

Value varianceOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    return ofNativeHistograms(evaluator, call, grid, histogramVariance);
}

constexpr std::array<FunctionEntry, 8> entries{{
    {"histogram_quantile", quantileOfHistograms},
    {"histogram_quantiles", quantilesOfHistograms},
    {"histogram_fraction", fractionOfHistograms},
    {"histogram_count", countOf},
    {"histogram_sum", sumOf},
    {"histogram_avg", averageOf},
    {"histogram_stddev", deviationOf},
    {"histogram_stdvar", varianceOf},
}};

} // namespace

std::span<const FunctionEntry> histogramFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
