// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramarithmetic.h"

#include "model/histogram/bucketmerge.h"
#include "model/histogram/histogrammerge.h"

namespace sightglass {

namespace {

template<typename Operation>
void apply(FloatHistogram &histogram, const Operation &operation)
{
    histogram.zeroCount = operation(histogram.zeroCount);
    histogram.count = operation(histogram.count);
    histogram.sum = operation(histogram.sum);
    for (double &count : histogram.positive.counts)
        count = operation(count);
    for (double &count : histogram.negative.counts)
        count = operation(count);
}

void dropEmpty(BucketCounts &side)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (side.counts[i] == 0)
            continue;
        side.indices[kept] = side.indices[i];
        side.counts[kept] = side.counts[i];
        ++kept;
    }
    side.indices.resize(kept);
    side.counts.resize(kept);
}

} // namespace

HistogramMerge addHistogram(FloatHistogram &a, const FloatHistogram &b)
{
    return mergeHistogram(a, nullptr, b, 1);
}

HistogramMerge subtractHistogram(FloatHistogram &a, const FloatHistogram &b)
{
    return mergeHistogram(a, nullptr, b, -1);
}

void multiplyHistogram(FloatHistogram &histogram, double factor)
{
    apply(histogram, [factor](double x) { return x * factor; });
    if (factor < 0)
        histogram.hint = CounterResetHint::Gauge;
}

void divideHistogram(FloatHistogram &histogram, double divisor)
{
    if (divisor == 0) {
        histogram.positive = {};
        histogram.negative = {};
    }
    apply(histogram, [divisor](double x) { return x / divisor; });
    if (divisor < 0)
        histogram.hint = CounterResetHint::Gauge;
}

void reduceSchema(FloatHistogram &histogram, std::int32_t schema)
{
    if (histogram.usesCustomBuckets() || schema >= histogram.schema)
        return;
    coarsenBuckets({histogram.positive}, histogram.schema - schema);
    coarsenBuckets({histogram.negative}, histogram.schema - schema);
    histogram.schema = schema;
}

void compact(FloatHistogram &histogram)
{
    dropEmpty(histogram.positive);
    dropEmpty(histogram.negative);
}

} // namespace sightglass
