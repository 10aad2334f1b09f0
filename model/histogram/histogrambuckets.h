// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// One bucket with its bounds. The zero bucket includes both; positive and custom ones include the upper (the
/// first custom one the lower too), negative ones the lower.
struct HistogramBucket
{
    double lower = 0;
    double upper = 0;
    double count = 0;
    bool lowerInclusive = false;
    bool upperInclusive = false;
};

/// The upper bound of bucket `index`, bit-exact as Prometheus has it (a table of fractional bounds, not pow):
/// the bucket whose bound would be 2^1024 ends at the largest double, the one above at +Inf. Custom: beyond
/// the last bound +Inf, below the first -Inf.
[[nodiscard]] double bucketUpperBound(const FloatHistogram &histogram, std::int32_t index) noexcept;
[[nodiscard]] double exponentialBound(std::int32_t index, std::int32_t schema) noexcept;

/// One bucket by its place in the histogram's lists, its bounds as they are (not clipped to the zero bucket).
/// at < size()
[[nodiscard]] HistogramBucket positiveBucket(const FloatHistogram &histogram, std::size_t at) noexcept;
[[nodiscard]] HistogramBucket negativeBucket(const FloatHistogram &histogram, std::size_t at) noexcept;
[[nodiscard]] HistogramBucket zeroBucket(const FloatHistogram &histogram) noexcept;

/// All buckets of a histogram by their rank: negative ones, the zero bucket, positive ones; empty ones too.
/// Bounds are only worked out when asked for: many who look for one bucket need no other's. The histogram
/// must outlive it.
class RankedBuckets
{
public:
    explicit RankedBuckets(const FloatHistogram &histogram) noexcept
        : m_histogram(histogram)
    {}

    [[nodiscard]] std::size_t size() const noexcept
    {
        return m_histogram.negative.size() + 1 + m_histogram.positive.size();
    }

    /// 0 for a zero bucket of less.
    [[nodiscard]] double count(std::size_t rank) const noexcept;

    /// Bounds that reach into the zero bucket are clipped to its threshold.
    [[nodiscard]] HistogramBucket bucket(std::size_t rank) const noexcept;

private:
    const FloatHistogram &m_histogram;
};

/// All buckets with a count other than 0 in ascending order: negative ones, the zero bucket (where its count
/// is above 0), positive ones. Bounds that reach into the zero bucket are clipped to its threshold.
[[nodiscard]] std::vector<HistogramBucket> ascendingBuckets(const FloatHistogram &histogram);

} // namespace sightglass
