// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/exposedhistogram.h"

#include "model/histogram/bucketmerge.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

/// How many empty buckets in a row stay where there are full ones on both sides: Prometheus' parsers call
/// Compact(2) on what they convert from whole classic counts, Compact(0) on all else.
std::size_t emptyBucketsKept(const NativeHistogram &exposed)
{
    const bool isConverted = exposed.schema == NativeHistogram::customBoundsSchema;
    return isConverted && !exposed.isFloat ? 2 : 0;
}

BucketCounts countsOf(const NativeBuckets &buckets, std::size_t emptyKept)
{
    BucketCounts counts;
    counts.indices.reserve(buckets.size());
    counts.counts.reserve(buckets.size());
    std::vector<std::int32_t> empty;
    forEachBucket(buckets, [&](std::int32_t index, double count) {
        if (count == 0)
            return empty.push_back(index);
        if (empty.size() <= emptyKept && !counts.indices.empty()) {
            for (const std::int32_t between : empty)
                counts.push(between, 0);
        }
        empty.clear();
        counts.push(index, count);
    });
    return counts;
}

/// Offsets of several billions would wrap: no bucket of a finite number is anywhere near.
bool hasSaneIndices(const BucketCounts &buckets)
{
    constexpr std::int32_t farthest = 1 << 28;
    const std::vector<std::int32_t> &indices = buckets.indices;
    return indices.empty() ||
           (indices.front() >= -farthest && indices.back() <= farthest &&
            std::adjacent_find(indices.begin(), indices.end(), std::greater_equal<>()) == indices.end());
}

void coarsenTo(FloatHistogram &histogram, std::int32_t schema)
{
    const int steps = histogram.schema - schema;
    histogram.positive = coarserBuckets(std::move(histogram.positive), steps);
    histogram.negative = coarserBuckets(std::move(histogram.negative), steps);
    histogram.schema = schema;
}

/// The finest schema whose buckets still grow by the factor.
std::int32_t finestSchema(double minBucketFactor)
{
    if (minBucketFactor <= 1)
        return maxExponentialSchema;
    const double schema = std::floor(-std::log2(std::log2(minBucketFactor)));
    return static_cast<std::int32_t>(std::clamp(schema, static_cast<double>(minExponentialSchema),
                                                static_cast<double>(maxExponentialSchema)));
}

/// False where nothing helps.
bool keepWithin(FloatHistogram &histogram, std::uint64_t limit)
{
    const auto fits = [&] { return histogram.positive.size() + histogram.negative.size() <= limit; };
    while (!fits()) {
        if (histogram.usesCustomBuckets() || histogram.schema <= minExponentialSchema)
            return false;
        coarsenTo(histogram, histogram.schema - 1);
    }
    return true;
}

} // namespace

Result<HistogramPtr> storedHistogram(const NativeHistogram &exposed, const SampleRules &rules)
{
    if (std::optional<std::string> problem = nativeHistogramProblem(exposed))
        return Error{ErrorCode::InvalidSeries, {std::move(*problem)}, {}, {}};
    FloatHistogram histogram;
    histogram.hint = exposed.isGauge ? CounterResetHint::Gauge : CounterResetHint::Unknown;
    histogram.schema = exposed.schema;
    histogram.zeroThreshold = exposed.zeroThreshold;
    histogram.zeroCount = exposed.zeroBucketCount();
    histogram.count = exposed.totalCount();
    histogram.sum = exposed.sum;
    histogram.positive = countsOf(exposed.positive, emptyBucketsKept(exposed));
    histogram.negative = countsOf(exposed.negative, emptyBucketsKept(exposed));
    if (!hasSaneIndices(histogram.positive) || !hasSaneIndices(histogram.negative))
        return Error{ErrorCode::InvalidSeries, {"histogram has buckets beyond all numbers"}, {}, {}};
    histogram.customBounds.assign(exposed.customBounds.begin(), exposed.customBounds.end());
    const std::int32_t finest = finestSchema(rules.nativeHistogramMinBucketFactor);
    if (!histogram.usesCustomBuckets() && histogram.schema > finest)
        coarsenTo(histogram, finest);
    if (rules.limits.nativeHistogramBuckets > 0 &&
        !keepWithin(histogram, rules.limits.nativeHistogramBuckets))
        return HistogramPtr();
    return std::make_shared<const FloatHistogram>(std::move(histogram));
}

} // namespace sightglass
