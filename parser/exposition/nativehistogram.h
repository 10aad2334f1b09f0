// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace sightglass {

/// A run of neighbouring buckets: how many indices are left out before it (for the first run its own index),
/// and how many buckets it has.
struct BucketSpan
{
    std::int32_t offset = 0;
    std::uint32_t length = 0;

    friend bool operator==(const BucketSpan &, const BucketSpan &) = default;
};

/// One side of a native histogram as it travels: integer histograms have deltas (the first is absolute, each
/// other one the difference to the bucket before), float histograms have absolute counts.
struct NativeBuckets
{
    std::span<const BucketSpan> spans;
    std::span<const std::int64_t> deltas;
    std::span<const double> counts;

    [[nodiscard]] std::size_t size() const noexcept { return deltas.size() + counts.size(); }
};

/// A native histogram sample as exposed: views into memory of the parser that gave it, valid until its next
/// call of next(). The parser has made sure that the spans of a side have as many buckets as it has counts;
/// nativeHistogramProblem() says whether storage takes it. Not compacted; the model's histogram type is made
/// from this.
struct NativeHistogram
{
    /// Float histograms use count, zeroCount and NativeBuckets::counts, integer ones integerCount,
    /// integerZeroCount and NativeBuckets::deltas.
    bool isFloat = false;
    bool isGauge = false;    ///< of a gauge histogram: counter resets have no meaning
    std::int32_t schema = 0; ///< -4 … 8: bucket growth 2^(2^-schema); customBoundsSchema: customBounds
    double zeroThreshold = 0;
    std::uint64_t integerZeroCount = 0;
    double zeroCount = 0;
    std::uint64_t integerCount = 0;
    double count = 0;
    double sum = 0; ///< any NaN is the canonical one, as with samples
    NativeBuckets positive;
    NativeBuckets negative;
    std::span<const double> customBounds; ///< ascending, without +Inf

    static constexpr std::int32_t customBoundsSchema = -53;

    [[nodiscard]] double totalCount() const noexcept
    {
        return isFloat ? count : static_cast<double>(integerCount);
    }
    [[nodiscard]] double zeroBucketCount() const noexcept
    {
        return isFloat ? zeroCount : static_cast<double>(integerZeroCount);
    }
};

/// Calls f(index, count) for each bucket of a side, in ascending order of indices where the spans are valid.
/// Counts are absolute; integers are exact up to 2^53. Indices wrap as Go's int32 does.
template<typename Function>
void forEachBucket(const NativeBuckets &buckets, Function &&f)
{
    std::uint32_t index = 0;
    std::uint64_t integer = 0;
    std::size_t next = 0;
    for (const BucketSpan &span : buckets.spans) {
        index += static_cast<std::uint32_t>(span.offset);
        for (std::uint32_t i = 0; i < span.length && next < buckets.size(); ++i, ++index, ++next) {
            if (buckets.deltas.empty()) {
                f(static_cast<std::int32_t>(index), buckets.counts[next]);
                continue;
            }
            integer += static_cast<std::uint64_t>(buckets.deltas[next]);
            f(static_cast<std::int32_t>(index), static_cast<double>(static_cast<std::int64_t>(integer)));
        }
    }
}

/// The native part of a histogram that is read without it (ExpositionOptions::NativeHistograms::Ignored).
struct PassedHistogram
{
    NativeHistogram histogram;
    std::optional<std::string> problem; ///< why Prometheus would refuse the page if it read this part
};

/// Why Prometheus' storage refuses this histogram, in its words; empty where it takes it (exposition
/// reference, section 3.5). A refused histogram fails its whole scrape.
[[nodiscard]] std::optional<std::string> nativeHistogramProblem(const NativeHistogram &histogram);

/// `spans require N buckets, have M`; empty where they agree: what the protobuf parser itself checks.
[[nodiscard]] std::optional<std::string> spansProblem(const NativeBuckets &buckets);

} // namespace sightglass
