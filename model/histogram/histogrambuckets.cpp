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

double RankedBuckets::count(std::size_t rank) const noexcept
{
    const std::size_t negative = m_histogram.negative.size();
    if (rank < negative)
        return m_histogram.negative.counts[negative - 1 - rank];
    if (rank == negative)
        return m_histogram.zeroCount > 0 ? m_histogram.zeroCount : 0;
    return m_histogram.positive.counts[rank - negative - 1];
}

HistogramBucket RankedBuckets::bucket(std::size_t rank) const noexcept
{
    const std::size_t negative = m_histogram.negative.size();
    if (rank == negative)
        return zeroBucket(m_histogram);
    HistogramBucket bucket = rank < negative ? negativeBucket(m_histogram, negative - 1 - rank)
                                             : positiveBucket(m_histogram, rank - negative - 1);
    clipToZeroBucket(bucket, m_histogram.zeroThreshold);
    return bucket;
}

std::vector<HistogramBucket> ascendingBuckets(const FloatHistogram &histogram)
{
    const RankedBuckets all(histogram);
    std::vector<HistogramBucket> buckets;
    buckets.reserve(all.size());
    for (std::size_t rank = 0; rank < all.size(); ++rank) {
        if (all.count(rank) != 0)
            buckets.push_back(all.bucket(rank));
    }
    return buckets;
}

} // namespace sightglass
