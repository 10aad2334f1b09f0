// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/classichistogram.h"

#include "model/query/almostequal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

void mergeEqualBounds(std::vector<Bucket> &buckets)
{
    std::size_t last = 0;
    for (std::size_t i = 1; i < buckets.size(); ++i) {
        if (buckets[i].upperBound == buckets[last].upperBound)
            buckets[last].count += buckets[i].count;
        else
            buckets[++last] = buckets[i];
    }
    buckets.resize(std::min(buckets.size(), last + 1));
}

std::optional<MonotonicityRepair> makeMonotonic(std::vector<Bucket> &buckets)
{
    constexpr double smallDifference = 1e-12;
    std::optional<MonotonicityRepair> repair;
    double previous = buckets.front().count;
    for (std::size_t i = 1; i < buckets.size(); ++i) {
        Bucket &bucket = buckets[i];
        if (bucket.count == previous)
            continue;
        if (almostEqual(previous, bucket.count, smallDifference)) {
            bucket.count = previous;
        } else if (bucket.count < previous) {
            const double difference = previous - bucket.count;
            if (!repair)
                repair = {bucket.upperBound, bucket.upperBound, difference, 0};
            repair->minBucket = std::min(repair->minBucket, bucket.upperBound);
            repair->maxBucket = std::max(repair->maxBucket, bucket.upperBound);
            repair->maxDifference = std::max(repair->maxDifference, difference);
            bucket.count = previous;
        } else {
            previous = bucket.count;
        }
    }
    return repair;
}

double interpolated(const std::vector<Bucket> &buckets, double q)
{
    const double total = buckets.back().count;
    double rank = q * total;
    const auto lastBucket = buckets.end() - 1;
    const auto found = std::find_if(buckets.begin(), lastBucket,
                                    [rank](const Bucket &bucket) { return bucket.count >= rank; });
    if (found == lastBucket)
        return (lastBucket - 1)->upperBound;
    if (found == buckets.begin() && found->upperBound <= 0)
        return found->upperBound;
    const double end = found->upperBound;
    double start = 0;
    double count = found->count;
    if (found != buckets.begin()) {
        start = (found - 1)->upperBound;
        count -= (found - 1)->count;
        rank -= (found - 1)->count;
    }
    return start + (end - start) * (rank / count);
}

} // namespace

BucketQuantile bucketQuantile(double q, std::vector<Bucket> &buckets)
{
    if (std::isnan(q))
        return {notANumber, {}};
    if (q < 0)
        return {-infinity, {}};
    if (q > 1)
        return {infinity, {}};
    if (buckets.empty() || buckets.back().upperBound != infinity)
        return {notANumber, {}};
    mergeEqualBounds(buckets);
    const std::optional<MonotonicityRepair> repair = makeMonotonic(buckets);
    if (buckets.size() < 2 || buckets.back().count == 0 || std::isnan(buckets.back().count))
        return {notANumber, repair};
    return {interpolated(buckets, q), repair};
}

double bucketFraction(double lower, double upper, std::vector<Bucket> &buckets)
{
    if (buckets.empty() || buckets.back().upperBound != infinity)
        return notANumber;
    mergeEqualBounds(buckets);
    const double total = buckets.back().count;
    if (total == 0 || std::isnan(total) || std::isnan(lower) || std::isnan(upper))
        return notANumber;
    if (lower >= upper)
        return 0;
    const auto rankOf = [&buckets](double value) {
        double lowerBound = buckets.front().upperBound > 0 ? 0 : -infinity;
        double below = 0;
        for (const Bucket &bucket : buckets) {
            if (value <= lowerBound)
                return below;
            if (value < bucket.upperBound) {
                if (lowerBound == -infinity)
                    return bucket.count;
                if (bucket.upperBound == infinity)
                    return below;
                return below +
                       (bucket.count - below) * ((value - lowerBound) / (bucket.upperBound - lowerBound));
            }
            below = bucket.count;
            lowerBound = bucket.upperBound;
        }
        return below;
    };
    return (std::min(rankOf(upper), total) - std::min(rankOf(lower), total)) / total;
}

} // namespace sightglass
