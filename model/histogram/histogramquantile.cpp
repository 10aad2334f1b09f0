// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/histogramstatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Where counting up to a rank ended.
struct Found
{
    HistogramBucket bucket;
    double cumulated = 0;
};

/// Counts buckets up, from the lowest one or the highest one, until there are `rank` observations.
Found bucketOfRank(const FloatHistogram &histogram, double rank, bool fromBelow) noexcept
{
    const RankedBuckets buckets(histogram);
    Found found;
    std::size_t last = buckets.size();
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const std::size_t at = fromBelow ? i : buckets.size() - 1 - i;
        if (buckets.count(at) == 0)
            continue;
        last = at;
        found.cumulated += buckets.count(at);
        if (found.cumulated >= rank)
            break;
    }
    if (last < buckets.size())
        found.bucket = buckets.bucket(last);
    return found;
}

/// A zero bucket beside buckets of one sign only holds observations of that sign.
void narrowZeroBucket(HistogramBucket &bucket, const FloatHistogram &histogram) noexcept
{
    if (!(bucket.lower < 0 && bucket.upper > 0))
        return;
    if (histogram.negative.empty() && !histogram.positive.empty())
        bucket.lower = 0;
    else if (histogram.positive.empty() && !histogram.negative.empty())
        bucket.upper = 0;
}

double interpolated(const HistogramBucket &bucket, double fraction, bool linear) noexcept
{
    if (linear || (bucket.lower <= 0 && bucket.upper >= 0))
        return bucket.lower + (bucket.upper - bucket.lower) * fraction;
    const double logLower = std::log2(std::fabs(bucket.lower));
    const double logUpper = std::log2(std::fabs(bucket.upper));
    if (bucket.lower > 0)
        return std::exp2(logLower + (logUpper - logLower) * fraction);
    return -std::exp2(logUpper + (logLower - logUpper) * (1 - fraction));
}

/// Whether fewer observations lie in the buckets than there were: the rest were NaN.
bool bucketsMissSome(const FloatHistogram &histogram) noexcept
{
    const RankedBuckets buckets(histogram);
    double total = 0;
    for (std::size_t rank = 0; rank < buckets.size(); ++rank)
        total += buckets.count(rank);
    return total < histogram.count;
}

} // namespace

HistogramQuantile histogramQuantile(double q, const FloatHistogram &histogram)
{
    if (q < 0)
        return {-infinity};
    if (q > 1)
        return {infinity};
    if (histogram.count == 0 || std::isnan(q))
        return {notANumber};

    // NaN observations are in no bucket: only counting from below finds the right one then.
    const bool hasNaN = std::isnan(histogram.sum);
    const bool fromBelow = hasNaN || q < 0.5;
    const double rank = (fromBelow ? q : 1 - q) * histogram.count;
    Found found = bucketOfRank(histogram, rank, fromBelow);
    HistogramBucket &bucket = found.bucket;
    if (histogram.usesCustomBuckets()) {
        if (bucket.lower == -infinity && bucket.upper <= 0)
            return {bucket.upper};
        if (bucket.lower == -infinity)
            bucket.lower = 0;
        else if (bucket.upper == infinity)
            return {bucket.lower};
    } else {
        narrowZeroBucket(bucket, histogram);
    }
    const double cumulated = std::min(found.cumulated, histogram.count);
    if (cumulated < rank)
        return hasNaN ? HistogramQuantile{notANumber, true, false} : HistogramQuantile{bucket.upper};
    const double within = fromBelow ? rank - (cumulated - bucket.count) : cumulated - rank;
    const double value = interpolated(bucket, within / bucket.count, histogram.usesCustomBuckets());
    return {value, false, hasNaN && bucketsMissSome(histogram)};
}

} // namespace sightglass
