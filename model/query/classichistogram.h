// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/annotations.h"

#include <optional>
#include <vector>

namespace sightglass {

/// One bucket of a classic histogram at one step: everything up to the bound, cumulated.
struct Bucket
{
    double upperBound = 0;
    double count = 0;
};

/// histogram_quantile's answer.
struct BucketQuantile
{
    double value = 0;
    /// Counts decreased from a bucket to the next by more than rounding and were raised. Without the time.
    std::optional<MonotonicityRepair> repair;
};

/// PromQL reference, section 12.1. The buckets must be sorted by bound; equal bounds are merged and counts
/// made monotonic in place. NaN where there are fewer than two buckets, no +Inf bucket or no observations.
[[nodiscard]] BucketQuantile bucketQuantile(double q, std::vector<Bucket> &buckets);

/// PromQL reference, section 12.3: the share of observations between lower and upper, NaN without
/// observations or a +Inf bucket. The buckets must be sorted by bound; equal bounds are merged.
[[nodiscard]] double bucketFraction(double lower, double upper, std::vector<Bucket> &buckets);

} // namespace sightglass
