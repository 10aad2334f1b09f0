// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/zerobucket.h"

#include "model/histogram/histogrambuckets.h"

namespace sightglass {

namespace {

/// Adds what `threshold` covers of one side to `count`. A populated bucket that the threshold lies in raises
/// it to its own far bound; returns whether that happened.
bool swallow(const BucketCounts &side, std::int32_t schema, WiderZeroBucket &zero) noexcept
{
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (exponentialBound(side.indices[i] - 1, schema) >= zero.threshold)
            return false;
        zero.count += side.counts[i];
        const double farBound = exponentialBound(side.indices[i], schema);
        if (farBound <= zero.threshold)
            continue;
        if (side.counts[i] == 0)
            return false;
        zero.threshold = farBound;
        return true;
    }
    return false;
}

template<typename T>
void dropFirst(std::vector<T> &values, std::size_t n)
{
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n));
}

void swallowCompensation(std::vector<double> &side, std::size_t n, double &zeroCount)
{
    for (std::size_t i = 0; i < n; ++i)
        zeroCount += side[i];
    dropFirst(side, n);
}

void widenTo(FloatHistogram &histogram, HistogramCompensation *compensation, const WiderZeroBucket &zero)
{
    histogram.zeroThreshold = zero.threshold;
    histogram.zeroCount = zero.count;
    const std::size_t positive = bucketsBeginningBelow(zero.threshold, histogram.positive, histogram.schema);
    const std::size_t negative = bucketsBeginningBelow(zero.threshold, histogram.negative, histogram.schema);
    dropFirst(histogram.positive.indices, positive);
    dropFirst(histogram.positive.counts, positive);
    dropFirst(histogram.negative.indices, negative);
    dropFirst(histogram.negative.counts, negative);
    if (compensation == nullptr)
        return;
    swallowCompensation(compensation->positive, positive, compensation->zeroCount);
    swallowCompensation(compensation->negative, negative, compensation->zeroCount);
}

} // namespace

WiderZeroBucket widerZeroBucket(const FloatHistogram &histogram, double threshold) noexcept
{
    WiderZeroBucket zero{threshold, histogram.zeroCount};
    if (threshold == histogram.zeroThreshold)
        return zero;
    for (;;) {
        zero.count = histogram.zeroCount;
        swallow(histogram.positive, histogram.schema, zero);
        // A threshold that the negative side raised may cover more of the positive one.
        if (!swallow(histogram.negative, histogram.schema, zero))
            return zero;
    }
}

std::size_t bucketsBeginningBelow(double threshold, const BucketCounts &side, std::int32_t schema) noexcept
{
    std::size_t n = 0;
    while (n < side.size() && exponentialBound(side.indices[n] - 1, schema) < threshold)
        ++n;
    return n;
}

double reconcileZeroBuckets(FloatHistogram &histogram, HistogramCompensation *compensation,
                            const FloatHistogram &other)
{
    WiderZeroBucket theirs{other.zeroThreshold, other.zeroCount};
    while (theirs.threshold != histogram.zeroThreshold) {
        if (histogram.zeroThreshold > theirs.threshold)
            theirs = widerZeroBucket(other, histogram.zeroThreshold);
        else if (theirs.threshold > histogram.zeroThreshold)
            widenTo(histogram, compensation, widerZeroBucket(histogram, theirs.threshold));
        else
            break; // NaN: nothing to agree on
    }
    return theirs.count;
}

} // namespace sightglass
