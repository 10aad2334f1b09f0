// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "model/histogram/histogramarithmetic.h"

#include <cstddef>

namespace sightglass {

/// What the zero bucket of a histogram would be with a larger threshold.
struct WiderZeroBucket
{
    double threshold = 0; ///< where the asked one fell into a populated bucket, that bucket's far bound
    double count = 0;
};

/// threshold >= histogram.zeroThreshold; exponential histograms only.
[[nodiscard]] WiderZeroBucket widerZeroBucket(const FloatHistogram &histogram, double threshold) noexcept;

/// How many buckets of `side`, from its lowest index on, begin below the threshold.
[[nodiscard]] std::size_t bucketsBeginningBelow(double threshold, const BucketCounts &side,
                                                std::int32_t schema) noexcept;

/// Widens the zero bucket of `histogram` until its threshold and that of `other` agree on a value that is
/// inside no populated bucket of either. Its swallowed buckets go; those of `compensation` (may be null)
/// with them. Returns the zero count that `other` has there.
double reconcileZeroBuckets(FloatHistogram &histogram, HistogramCompensation *compensation,
                            const FloatHistogram &other);

} // namespace sightglass
