// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sightglass {

/// What is known of a counter reset between a histogram and the one before it in its series.
enum class CounterResetHint : std::uint8_t
{
    Unknown,  ///< compare the two
    Reset,    ///< the counter began anew
    NotReset, ///< it did not
    Gauge     ///< no counter at all
};

/// The schema of histograms with custom bucket bounds (NHCB); schemas -4 … 8 are exponential, growth factor
/// 2^(2^-schema).
inline constexpr std::int32_t customBucketsSchema = -53;
inline constexpr std::int32_t minExponentialSchema = -4;
inline constexpr std::int32_t maxExponentialSchema = 8;

/// The populated buckets of one side of a native histogram: strictly ascending indices, and as many absolute
/// (not cumulative, not delta) counts. An index may have the count 0: layouts are kept until compact().
struct BucketCounts
{
    std::vector<std::int32_t> indices;
    std::vector<double> counts;

    [[nodiscard]] bool empty() const noexcept { return indices.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return indices.size(); }

    void push(std::int32_t index, double count)
    {
        indices.push_back(index);
        counts.push_back(count);
    }
};

/// One native histogram sample with float counts (integer ones are exact up to 2^53). A plain value; nothing
/// keeps count and buckets consistent, because Prometheus does not either. PromQL reference, section 13.
///
/// Exponential: bucket i covers (2^((i-1)·2^-schema), 2^(i·2^-schema)], negative ones mirrored. Custom:
/// bucket i covers (customBounds[i-1], customBounds[i]], the first from -Inf, the last (index
/// customBounds.size()) to +Inf; no negative buckets, no zero bucket.
struct FloatHistogram
{
    CounterResetHint hint = CounterResetHint::Unknown;
    std::int32_t schema = 0;
    double zeroThreshold = 0; ///< >= 0: the zero bucket covers [-zeroThreshold, zeroThreshold]
    double zeroCount = 0;
    double count = 0;
    double sum = 0;
    BucketCounts positive;
    BucketCounts negative;            ///< index as on the positive side of the absolute value
    std::vector<double> customBounds; ///< strictly ascending, finite; without +Inf. Empty for exponential

    [[nodiscard]] bool usesCustomBuckets() const noexcept { return schema == customBucketsSchema; }
};

/// How histograms are held where many share one: immutable, never null where a value is.
using HistogramPtr = std::shared_ptr<const FloatHistogram>;

/// A histogram whose sum is the stale marker (compare bits): the series ends here.
[[nodiscard]] bool isStaleMarker(const FloatHistogram &histogram) noexcept;

/// The marker itself.
[[nodiscard]] HistogramPtr staleHistogram();

/// Memory it takes, as Prometheus counts it against the sample limit: its bytes in Go / 16, 11 for an empty
/// one.
[[nodiscard]] std::size_t sampleWeight(const FloatHistogram &histogram) noexcept;

/// PromQL's ==: schema, count, sum, zero bucket, bounds and buckets bit for bit; the hint is not compared.
[[nodiscard]] bool sameHistogram(const FloatHistogram &a, const FloatHistogram &b) noexcept;

} // namespace sightglass
