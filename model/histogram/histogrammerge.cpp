// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogrammerge.h"

#include "model/histogram/bucketmerge.h"
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/zerobucket.h"

#include <utility>

namespace sightglass {

namespace {

/// The hint of a sum; returns whether the two contradict each other.
bool joinHints(FloatHistogram &a, const FloatHistogram &b) noexcept
{
    if (a.hint == b.hint || a.hint == CounterResetHint::Gauge)
        return false;
    if (b.hint == CounterResetHint::Gauge) {
        a.hint = CounterResetHint::Gauge;
        return false;
    }
    const bool collide = a.hint != CounterResetHint::Unknown && b.hint != CounterResetHint::Unknown;
    a.hint = CounterResetHint::Unknown;
    return collide;
}

BucketSum positiveOf(FloatHistogram &a, HistogramCompensation *compensation) noexcept
{
    return {a.positive, compensation != nullptr ? &compensation->positive : nullptr};
}

BucketSum negativeOf(FloatHistogram &a, HistogramCompensation *compensation) noexcept
{
    return {a.negative, compensation != nullptr ? &compensation->negative : nullptr};
}

/// Adds the buckets of b, custom as a's; returns whether bounds had to be reconciled.
bool addCustomBuckets(FloatHistogram &a, HistogramCompensation *compensation, const FloatHistogram &b,
                      double sign)
{
    const BucketSum sum = positiveOf(a, compensation);
    if (a.customBounds == b.customBounds) {
        addBuckets(sum, b.positive, sign);
        return false;
    }
    std::vector<double> common = commonBounds(a.customBounds, b.customBounds);
    BucketCounts addend = b.positive;
    rebinBuckets({addend}, b.customBounds, common);
    rebinBuckets(sum, a.customBounds, common);
    addBuckets(sum, addend, sign);
    a.customBounds = std::move(common);
    return true;
}

/// Buckets that lie within a zero bucket of this threshold are in its count already.
BucketCounts outside(double threshold, const BucketCounts &side, std::int32_t schema)
{
    BucketCounts kept;
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (exponentialBound(side.indices[i], schema) > threshold)
            kept.push(side.indices[i], side.counts[i]);
    }
    return kept;
}

/// Adds one side of another histogram, whose schema is finer by `steps`.
void addSide(BucketSum sum, const BucketCounts &side, int steps, const FloatHistogram &a, double sign)
{
    if (side.empty())
        return;
    if (steps > 0) {
        addSide(sum, coarserBuckets(side, steps), 0, a, sign);
        return;
    }
    if (exponentialBound(side.indices.front(), a.schema) <= a.zeroThreshold)
        addBuckets(sum, outside(a.zeroThreshold, side, a.schema), sign);
    else
        addBuckets(sum, side, sign);
}

void addExponentialBuckets(FloatHistogram &a, HistogramCompensation *compensation, const FloatHistogram &b,
                           double sign)
{
    const BucketSum positive = positiveOf(a, compensation);
    const BucketSum negative = negativeOf(a, compensation);
    if (b.schema < a.schema) {
        coarsenBuckets(positive, a.schema - b.schema);
        coarsenBuckets(negative, a.schema - b.schema);
        a.schema = b.schema;
    }
    const int steps = b.schema - a.schema;
    addSide(positive, b.positive, steps, a, sign);
    addSide(negative, b.negative, steps, a, sign);
}

} // namespace

HistogramMerge mergeHistogram(FloatHistogram &a, HistogramCompensation *compensation, const FloatHistogram &b,
                              double sign)
{
    HistogramMerge merge;
    if (a.usesCustomBuckets() != b.usesCustomBuckets()) {
        merge.outcome = HistogramMerge::Outcome::IncompatibleSchemas;
        return merge;
    }
    if (compensation != nullptr) {
        compensation->positive.resize(a.positive.size());
        compensation->negative.resize(a.negative.size());
    }
    merge.resetsCollide = joinHints(a, b);
    if (a.usesCustomBuckets()) {
        merge.boundsReconciled = addCustomBuckets(a, compensation, b, sign);
    } else {
        const double zeroCount = reconcileZeroBuckets(a, compensation, b);
        increment(a.zeroCount, compensation != nullptr ? &compensation->zeroCount : nullptr,
                  sign * zeroCount);
        addExponentialBuckets(a, compensation, b, sign);
    }
    increment(a.count, compensation != nullptr ? &compensation->count : nullptr, sign * b.count);
    increment(a.sum, compensation != nullptr ? &compensation->sum : nullptr, sign * b.sum);
    return merge;
}

} // namespace sightglass
