// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/kahansum.h"
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/histogramstatistics.h"

#include <cmath>

namespace sightglass {

namespace {

/// The value that stands for a bucket's observations.
double middle(const HistogramBucket &bucket, bool custom) noexcept
{
    if (custom)
        return (bucket.upper + bucket.lower) / 2;
    if (bucket.lower <= 0 && bucket.upper >= 0)
        return 0;
    const double geometric = std::sqrt(bucket.upper * bucket.lower);
    return bucket.upper < 0 ? -geometric : geometric;
}

} // namespace

double histogramVariance(const FloatHistogram &histogram)
{
    const double mean = histogram.sum / histogram.count;
    KahanSum squares;
    for (const HistogramBucket &bucket : ascendingBuckets(histogram)) {
        const double delta = middle(bucket, histogram.usesCustomBuckets()) - mean;
        squares.add(bucket.count * delta * delta);
    }
    return squares.total() / histogram.count;
}

} // namespace sightglass
