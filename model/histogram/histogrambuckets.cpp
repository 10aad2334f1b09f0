// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogrambuckets.h"

#include <limits>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void clipToZeroBucket(HistogramBucket &bucket, double threshold) noexcept
{
    if (bucket.lower > 0 && bucket.lower < threshold)
        bucket.lower = threshold;
    if (bucket.upper < 0 && bucket.upper > -threshold)
        bucket.upper = -threshold;
}

} // namespace

double bucketUpperBound(const FloatHistogram &histogram, std::int32_t index) noexcept
{
    if (!histogram.usesCustomBuckets())
        return exponentialBound(index, histogram.schema);
    if (index < 0)
        return -infinity;
    const auto at = static_cast<std::size_t>(index);
    return at < histogram.customBounds.size() ? histogram.customBounds[at] : infinity;
}

HistogramBucket positiveBucket(const FloatHistogram &histogram, std::size_t at) noexcept
{
    const std::int32_t index = histogram.positive.indices[at];
    HistogramBucket bucket;
    bucket.lower = bucketUpperBound(histogram, index - 1);
    bucket.upper = bucketUpperBound(histogram, index);
    bucket.count = histogram.positive.counts[at];
    bucket.lowerInclusive = histogram.usesCustomBuckets() && index == 0;
    bucket.upperInclusive = true;
    return bucket;
}

HistogramBucket negativeBucket(const FloatHistogram &histogram, std::size_t at) noexcept
{
    const std::int32_t index = histogram.negative.indices[at];
    HistogramBucket bucket;
    bucket.lower = -bucketUpperBound(histogram, index);
    bucket.upper = -bucketUpperBound(histogram, index - 1);
    bucket.count = histogram.negative.counts[at];
    bucket.lowerInclusive = true;
    return bucket;
}

HistogramBucket zeroBucket(const FloatHistogram &histogram) noexcept
{
    return {-histogram.zeroThreshold, histogram.zeroThreshold, histogram.zeroCount, true, true};
}

std::vector<HistogramBucket> ascendingBuckets(const FloatHistogram &histogram)
{
    std::vector<HistogramBucket> buckets;
    buckets.reserve(histogram.negative.size() + histogram.positive.size() + 1);
    const auto add = [&](HistogramBucket bucket) {
        clipToZeroBucket(bucket, histogram.zeroThreshold);
        buckets.push_back(bucket);
    };
    for (std::size_t at = histogram.negative.size(); at-- > 0;) {
        if (histogram.negative.counts[at] != 0)
            add(negativeBucket(histogram, at));
    }
    if (histogram.zeroCount > 0)
        buckets.push_back(zeroBucket(histogram));
    for (std::size_t at = 0; at < histogram.positive.size(); ++at) {
        if (histogram.positive.counts[at] != 0)
            add(positiveBucket(histogram, at));
    }
    return buckets;
}

} // namespace sightglass
