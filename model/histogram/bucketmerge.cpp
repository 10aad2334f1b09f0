// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/bucketmerge.h"

#include "model/core/kahansum.h"

#include <algorithm>
#include <iterator>

namespace sightglass {

namespace {

/// The i-th compensation, where there are any.
double *compensationAt(const BucketSum &sum, std::size_t i) noexcept
{
    return sum.compensation != nullptr ? &(*sum.compensation)[i] : nullptr;
}

/// Gives `sum` an empty bucket for every index that only `indices` has.
void insertIndices(BucketSum sum, const std::vector<std::int32_t> &indices)
{
    BucketCounts merged;
    std::vector<double> compensation;
    merged.indices.reserve(sum.counts.size() + indices.size());
    std::ranges::set_union(sum.counts.indices, indices, std::back_inserter(merged.indices));
    merged.counts.resize(merged.size());
    if (sum.compensation != nullptr)
        compensation.resize(merged.size());
    std::size_t to = 0;
    for (std::size_t from = 0; from < sum.counts.size(); ++from) {
        while (merged.indices[to] != sum.counts.indices[from])
            ++to;
        merged.counts[to] = sum.counts.counts[from];
        if (sum.compensation != nullptr)
            compensation[to] = (*sum.compensation)[from];
    }
    sum.counts = std::move(merged);
    if (sum.compensation != nullptr)
        *sum.compensation = std::move(compensation);
}

/// Renumbers the buckets, by a function that keeps their order, and merges those that fall together.
template<typename NewIndex>
void renumber(BucketSum sum, const NewIndex &newIndex)
{
    BucketCounts &buckets = sum.counts;
    std::size_t size = 0;
    for (std::size_t from = 0; from < buckets.size(); ++from) {
        const std::int32_t index = newIndex(buckets.indices[from]);
        const double count = buckets.counts[from];
        const double compensation = sum.compensation != nullptr ? (*sum.compensation)[from] : 0;
        if (size > 0 && buckets.indices[size - 1] == index) {
            increment(buckets.counts[size - 1], compensationAt(sum, size - 1), count);
            if (sum.compensation != nullptr)
                increment(buckets.counts[size - 1], compensationAt(sum, size - 1), compensation);
            continue;
        }
        buckets.indices[size] = index;
        buckets.counts[size] = count;
        if (sum.compensation != nullptr)
            (*sum.compensation)[size] = compensation;
        ++size;
    }
    buckets.indices.resize(size);
    buckets.counts.resize(size);
    if (sum.compensation != nullptr)
        sum.compensation->resize(size);
}

} // namespace

void increment(double &sum, double *compensation, double x) noexcept
{
    if (compensation == nullptr) {
        sum += x;
        return;
    }
    KahanSum kahan{sum, *compensation};
    kahan.add(x);
    sum = kahan.sum;
    *compensation = kahan.compensation;
}

void addBuckets(BucketSum sum, const BucketCounts &addend, double sign)
{
    if (!std::ranges::includes(sum.counts.indices, addend.indices))
        insertIndices(sum, addend.indices);
    std::size_t to = 0;
    for (std::size_t from = 0; from < addend.size(); ++from) {
        while (sum.counts.indices[to] != addend.indices[from])
            ++to;
        increment(sum.counts.counts[to], compensationAt(sum, to), sign * addend.counts[from]);
    }
}

void coarsenBuckets(BucketSum sum, int steps)
{
    if (steps > 0)
        renumber(sum, [steps](std::int32_t index) { return ((index - 1) >> steps) + 1; });
}

BucketCounts coarserBuckets(BucketCounts buckets, int steps)
{
    coarsenBuckets({buckets}, steps);
    return buckets;
}

std::vector<double> commonBounds(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return common;
}

void rebinBuckets(BucketSum sum, std::span<const double> from, std::span<const double> to)
{
    renumber(sum, [from, to](std::int32_t index) {
        const auto at = static_cast<std::size_t>(index);
        if (at >= from.size())
            return static_cast<std::int32_t>(to.size());
        return static_cast<std::int32_t>(std::ranges::lower_bound(to, from[at]) - to.begin());
    });
}

} // namespace sightglass
