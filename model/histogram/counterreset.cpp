// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/bucketmerge.h"
#include "model/histogram/histogramarithmetic.h"
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/zerobucket.h"

namespace sightglass {

namespace {

/// Whether a populated bucket of `previous`, from its place `first` on, is missing or smaller in `current`.
bool anyDecreased(const BucketCounts &current, const BucketCounts &previous, std::size_t first = 0)
{
    std::size_t at = 0;
    for (std::size_t i = first; i < previous.size(); ++i) {
        while (at < current.size() && current.indices[at] < previous.indices[i])
            ++at;
        const bool present = at < current.size() && current.indices[at] == previous.indices[i];
        if (present ? current.counts[at] < previous.counts[i] : previous.counts[i] != 0)
            return true;
    }
    return false;
}

bool customDecreased(const FloatHistogram &current, const FloatHistogram &previous)
{
    if (current.customBounds == previous.customBounds)
        return anyDecreased(current.positive, previous.positive);
    const std::vector<double> common = commonBounds(current.customBounds, previous.customBounds);
    BucketCounts now = current.positive;
    BucketCounts before = previous.positive;
    rebinBuckets({now}, current.customBounds, common);
    rebinBuckets({before}, previous.customBounds, common);
    return anyDecreased(now, before);
}

/// One side of two exponential histograms, the former one finer by `steps`; buckets within current's zero
/// bucket do not count.
bool sideDecreased(const FloatHistogram &current, const BucketCounts &now, const BucketCounts &before,
                   int steps)
{
    if (steps > 0)
        return sideDecreased(current, now, coarserBuckets(before, steps), 0);
    std::size_t first = 0;
    while (first < before.size() &&
           exponentialBound(before.indices[first], current.schema) <= current.zeroThreshold)
        ++first;
    return anyDecreased(now, before, first);
}

bool exponentialDecreased(const FloatHistogram &current, const FloatHistogram &previous)
{
    if (current.schema > previous.schema || current.zeroThreshold < previous.zeroThreshold)
        return true;
    const WiderZeroBucket before = widerZeroBucket(previous, current.zeroThreshold);
    if (before.threshold != current.zeroThreshold || current.zeroCount < before.count)
        return true;
    const int steps = previous.schema - current.schema;
    return sideDecreased(current, current.positive, previous.positive, steps) ||
           sideDecreased(current, current.negative, previous.negative, steps);
}

} // namespace

bool isCounterReset(const FloatHistogram &current, const FloatHistogram &previous)
{
    if (current.hint == CounterResetHint::Reset)
        return true;
    if (current.hint == CounterResetHint::NotReset)
        return false;
    if (current.count < previous.count || current.usesCustomBuckets() != previous.usesCustomBuckets())
        return true;
    return current.usesCustomBuckets() ? customDecreased(current, previous)
                                       : exponentialDecreased(current, previous);
}

} // namespace sightglass
