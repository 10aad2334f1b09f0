// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/histogramstatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// How many observations of a bucket, of `before` ones in those below it, are not above `value`.
double linearRank(const HistogramBucket &bucket, double before, double value) noexcept
{
    // Of an infinitely wide bucket nothing is known: all of it counts as below.
    if (bucket.lower == -infinity)
        return bucket.count;
    return before + bucket.count * (value - bucket.lower) / (bucket.upper - bucket.lower);
}

double exponentialRank(const HistogramBucket &bucket, double before, double value) noexcept
{
    const double logLower = std::log2(std::fabs(bucket.lower));
    const double logUpper = std::log2(std::fabs(bucket.upper));
    const double logValue = std::log2(std::fabs(value));
    const double fraction = value > 0 ? (logValue - logLower) / (logUpper - logLower)
                                      : 1 - (logValue - logUpper) / (logLower - logUpper);
    return before + bucket.count * fraction;
}

/// Finds the rank of one value while buckets pass by, lowest first.
class RankFinder
{
public:
    explicit RankFinder(double value) noexcept
        : m_value(value)
    {}

    void pass(const HistogramBucket &bucket, double before, bool linear) noexcept
    {
        if (m_found)
            return;
        m_found = bucket.upper > m_value || bucket.lower >= m_value;
        if (bucket.lower >= m_value)
            m_rank = before;
        else if (bucket.upper > m_value)
            m_rank = linear ? linearRank(bucket, before, m_value) : exponentialRank(bucket, before, m_value);
    }

    [[nodiscard]] double rankWithin(double total) const noexcept { return m_rank > total ? total : m_rank; }

private:
    double m_value;
    double m_rank = infinity; ///< above all buckets until one is found
    bool m_found = false;
};

/// The bucket around 0, beside buckets of one sign only, holds observations of that sign.
void narrow(HistogramBucket &bucket, const FloatHistogram &histogram) noexcept
{
    if (histogram.negative.empty() && !histogram.positive.empty())
        bucket.lower = 0;
    else if (histogram.positive.empty() && !histogram.negative.empty())
        bucket.upper = 0;
}

} // namespace

HistogramFraction histogramFraction(double lower, double upper, const FloatHistogram &histogram)
{
    if (histogram.count == 0 || std::isnan(lower) || std::isnan(upper))
        return {std::numeric_limits<double>::quiet_NaN()};
    if (lower >= upper)
        return {0};
    RankFinder lowerRank(lower);
    RankFinder upperRank(upper);
    double total = 0;
    for (HistogramBucket bucket : ascendingBuckets(histogram)) {
        const bool aroundZero = bucket.lower <= 0 && bucket.upper >= 0;
        if (aroundZero)
            narrow(bucket, histogram);
        const bool linear = aroundZero || histogram.usesCustomBuckets();
        lowerRank.pass(bucket, total, linear);
        upperRank.pass(bucket, total, linear);
        total += bucket.count;
    }
    const double between = upperRank.rankWithin(total) - lowerRank.rankWithin(total);
    return {between / histogram.count, std::isnan(histogram.sum) && total < histogram.count};
}

} // namespace sightglass
