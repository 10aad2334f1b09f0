// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramarithmetic.h"
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/histogramstatistics.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

enum class Scale
{
    Linear,
    Logarithmic
};

enum class Keep
{
    Below,
    Above
};

/// What stays of a bucket: how many observations, and the value that stands for them in the sum.
struct Kept
{
    double count = 0;
    double middle = 0;
};

double middle(double lower, double upper, Scale scale) noexcept
{
    if (std::isinf(lower) && std::isinf(upper))
        return 0;
    if (std::isinf(lower))
        return upper > 0 ? upper / 2 : upper;
    if (std::isinf(upper))
        return lower;
    if (scale == Scale::Linear)
        return (lower + upper) / 2;
    const double geometric = std::sqrt(std::fabs(lower * upper));
    return lower < 0 ? -geometric : geometric;
}

/// The share of a bucket's width, on its scale, that lies below `bound`.
double shareBelow(const HistogramBucket &bucket, double bound, Scale scale) noexcept
{
    if (scale == Scale::Linear)
        return (bound - bucket.lower) / (bucket.upper - bucket.lower);
    const double logLower = std::log2(std::fabs(bucket.lower));
    const double logUpper = std::log2(std::fabs(bucket.upper));
    const double logBound = std::log2(std::fabs(bound));
    return bound > 0 ? (logBound - logLower) / (logUpper - logLower)
                     : 1 - (logBound - logUpper) / (logLower - logUpper);
}

/// Splits a bucket (-Inf, upper]: its observations are taken to be above 0 where they can be.
Kept splitFirst(const HistogramBucket &bucket, double bound, Keep keep) noexcept
{
    const bool reachesUp = bucket.upper > 0 && !std::isinf(bucket.upper);
    if (keep == Keep::Below) {
        if (reachesUp && bound > 0)
            return {bucket.count * bound / bucket.upper, bound / 2};
        return bucket.upper <= 0 ? Kept{bucket.count, bound} : Kept{};
    }
    if (bound >= 0 && !std::isinf(bucket.upper))
        return {bucket.count * (1 - bound / bucket.upper), (bound + bucket.upper) / 2};
    return {};
}

/// Splits a bucket that contains `bound` strictly inside.
Kept split(const HistogramBucket &bucket, double bound, Keep keep, Scale scale) noexcept
{
    if (std::isinf(bucket.lower))
        return splitFirst(bucket, bound, keep);
    if (std::isinf(bucket.upper))
        return keep == Keep::Below ? Kept{} : Kept{bucket.count, bound};
    const double share = shareBelow(bucket, bound, scale);
    if (keep == Keep::Below)
        return {bucket.count * share, middle(bucket.lower, bound, scale)};
    return {bucket.count * (1 - share), middle(bound, bucket.upper, scale)};
}

Kept trimmed(const HistogramBucket &bucket, double bound, Keep keep, Scale scale) noexcept
{
    const bool whole = keep == Keep::Below ? bucket.upper <= bound : bucket.lower >= bound;
    if (whole)
        return {bucket.count, middle(bucket.lower, bucket.upper, scale)};
    const bool parted = keep == Keep::Below ? bucket.lower < bound : bucket.upper > bound;
    return parted ? split(bucket, bound, keep, scale) : Kept{};
}

/// Trims all buckets, and sums up what stays.
class Trimmer
{
public:
    Trimmer(FloatHistogram &histogram, double bound, Keep keep) noexcept
        : m_histogram(histogram)
        , m_bound(bound)
        , m_keep(keep)
    {}

    void run()
    {
        // Before the buckets are trimmed: it depends on which there are.
        HistogramBucket zero = zeroBucket(m_histogram);
        const bool positive = isPopulated(m_histogram.positive);
        const bool negative = isPopulated(m_histogram.negative);
        if (positive && !negative)
            zero.lower = 0;
        if (negative && !positive)
            zero.upper = 0;
        const Scale scale = m_histogram.usesCustomBuckets() ? Scale::Linear : Scale::Logarithmic;
        for (std::size_t at = 0; at < m_histogram.positive.size(); ++at)
            trim(m_histogram.positive.counts[at], positiveBucket(m_histogram, at), scale);
        for (std::size_t at = 0; at < m_histogram.negative.size(); ++at)
            trim(m_histogram.negative.counts[at], negativeBucket(m_histogram, at), scale);
        if (zero.count > 0)
            trim(m_histogram.zeroCount, zero, Scale::Linear);
        if (!m_changed)
            return;
        m_histogram.count = m_count;
        m_histogram.sum = m_sum;
        compact(m_histogram);
    }

private:
    static bool isPopulated(const BucketCounts &side)
    {
        return std::ranges::any_of(side.counts, [](double count) { return count != 0; });
    }

    void trim(double &count, const HistogramBucket &bucket, Scale scale) noexcept
    {
        if (count == 0)
            return;
        const Kept kept = trimmed(bucket, m_bound, m_keep, scale);
        m_changed = m_changed || kept.count != count;
        count = kept.count;
        m_count += kept.count;
        m_sum += kept.middle * kept.count;
    }

    FloatHistogram &m_histogram;
    double m_bound;
    Keep m_keep;
    double m_count = 0;
    double m_sum = 0;
    bool m_changed = false;
};

} // namespace

void trimAbove(FloatHistogram &histogram, double bound)
{
    Trimmer(histogram, bound, Keep::Below).run();
}

void trimBelow(FloatHistogram &histogram, double bound)
{
    Trimmer(histogram, bound, Keep::Above).run();
}

} // namespace sightglass
