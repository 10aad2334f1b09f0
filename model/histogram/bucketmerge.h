// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <span>
#include <vector>

namespace sightglass {

/// The buckets of one side that are added to, with the compensations of a Kahan–Neumaier sum where one is
/// kept: null, or of the same length as the counts.
struct BucketSum
{
    BucketCounts &counts;
    std::vector<double> *compensation = nullptr;
};

/// sum += x, compensated where `compensation` is not null.
void increment(double &sum, double *compensation, double x) noexcept;

/// Adds sign·addend, bucket by bucket; buckets that are not there yet are inserted.
void addBuckets(BucketSum sum, const BucketCounts &addend, double sign);

/// Merges the buckets to a schema that is coarser by `steps` >= 0.
void coarsenBuckets(BucketSum sum, int steps);
[[nodiscard]] BucketCounts coarserBuckets(BucketCounts buckets, int steps);

/// The bounds that both have, ascending.
[[nodiscard]] std::vector<double> commonBounds(std::span<const double> a, std::span<const double> b);

/// Moves every bucket of a custom layout to the first of the `to` bounds that is not below its own, else to
/// the one that ends at +Inf. `to` is a subset of `from`.
void rebinBuckets(BucketSum sum, std::span<const double> from, std::span<const double> to);

} // namespace sightglass
