// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/bucketgroups.h"
#include "model/query/classichistogram.h"
#include "model/query/functions.h"
#include "model/query/quantile.h"

#include <array>
#include <cmath>

namespace sightglass {

namespace {

/// Annotations name the metric only where the name is still there at the end of an operation.
std::string_view remarkedName(Evaluator &evaluator, const Labels &labels)
{
    return evaluator.nameRemoval() == NameRemoval::Delayed ? labels.metricName() : std::string_view();
}

Value finish(Evaluator &evaluator, std::vector<Series> series)
{
    for (Series &one : series)
        dropName(one, evaluator.nameRemoval());
    if (evaluator.nameRemoval() == NameRemoval::Delayed) {
        Value value;
        value.series = std::move(series);
        return value;
    }
    return joined(std::move(series));
}

/// Every bucket group at every step it has a bucket at: compute(buckets, step, labels) is its value.
template<typename Compute>
Value perHistogram(Evaluator &evaluator, const Value &vector, const promql::Expr &argument, const Grid &grid,
                   Compute compute)
{
    const BucketGroups groups(vector, [&](const Labels &labels) {
        evaluator.annotations().warn(
            withMetricName("bucket label \"le\" is missing or has a malformed value of \"" +
                               std::string(labels.value("le")) + '"',
                           remarkedName(evaluator, labels)),
            argument.span);
    });
    std::vector<Series> result;
    std::vector<Bucket> buckets;
    for (const BucketGroups::Group &group : groups.all()) {
        evaluator.context().checkpoint();
        Series series{group.labels, Column(grid.count, absentPoint), group.dropName};
        for (std::size_t step = 0; step < grid.count; ++step) {
            buckets.clear();
            for (const BucketGroups::Member &member : group.members) {
                const double count = (*member.points)[step];
                if (isPresent(count))
                    buckets.push_back({member.upperBound, count});
            }
            if (!buckets.empty())
                series.points[step] = compute(buckets, step, group.labels);
        }
        result.push_back(std::move(series));
    }
    return finish(evaluator, std::move(result));
}

Value histogramQuantile(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::Expr &argument = *call.arguments.at(1);
    const Column quantiles = evaluator.scalarColumn(*call.arguments.at(0), grid);
    for (const double q : quantiles) {
        if (isInvalidQuantile(q))
            evaluator.annotations().warn(invalidQuantileText(q), call.arguments.at(0)->span);
    }
    const Value vector = evaluator.evaluate(argument, grid);
    return perHistogram(evaluator, vector, argument, grid,
                        [&](std::vector<Bucket> &buckets, std::size_t step, const Labels &labels) {
                            BucketQuantile answer = bucketQuantile(quantiles[step], buckets);
                            if (answer.repair) {
                                answer.repair->time = grid.at(step);
                                evaluator.annotations().informRepaired(
                                    *answer.repair, remarkedName(evaluator, labels), argument.span);
                            }
                            return answer.value;
                        });
}

Value histogramFraction(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::Expr &argument = *call.arguments.at(2);
    const Column lower = evaluator.scalarColumn(*call.arguments.at(0), grid);
    const Column upper = evaluator.scalarColumn(*call.arguments.at(1), grid);
    const Value vector = evaluator.evaluate(argument, grid);
    return perHistogram(evaluator, vector, argument, grid,
                        [&](std::vector<Bucket> &buckets, std::size_t step, const Labels &) {
                            return bucketFraction(lower[step], upper[step], buckets);
                        });
}

/// histogram_count and its kin look at native histograms only: floats yield nothing.
Value ofNativeHistograms(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    Value value = vectorArgument(evaluator, call, 0, grid);
    value.series.clear();
    return value;
}

constexpr std::array<FunctionEntry, 7> entries{{
    {"histogram_quantile", histogramQuantile},
    {"histogram_fraction", histogramFraction},
    {"histogram_count", ofNativeHistograms},
    {"histogram_sum", ofNativeHistograms},
    {"histogram_avg", ofNativeHistograms},
    {"histogram_stddev", ofNativeHistograms},
    {"histogram_stdvar", ofNativeHistograms},
}};

} // namespace

std::span<const FunctionEntry> histogramFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
