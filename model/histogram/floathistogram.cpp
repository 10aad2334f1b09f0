// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/floathistogram.h"

#include "model/core/sample.h"

#include <algorithm>
#include <bit>

namespace sightglass {

namespace {

constexpr std::size_t bytesPerSample = 16;
constexpr std::size_t bytesOfTheRest = 176; // its time, hint, totals and five slices, as in Go
constexpr std::size_t bytesPerSpan = 8;

/// Runs of buckets that follow each other: Go's spans.
std::size_t spans(const BucketCounts &side) noexcept
{
    std::size_t runs = side.empty() ? 0 : 1;
    for (std::size_t i = 1; i < side.size(); ++i)
        runs += side.indices[i] != side.indices[i - 1] + 1 ? 1 : 0;
    return runs;
}

bool sameCounts(const std::vector<double> &a, const std::vector<double> &b) noexcept
{
    return std::ranges::equal(a, b, [](double x, double y) { return sameBits(x, y); });
}

bool sameBuckets(const BucketCounts &a, const BucketCounts &b) noexcept
{
    return a.indices == b.indices && sameCounts(a.counts, b.counts);
}

} // namespace

bool isStaleMarker(const FloatHistogram &histogram) noexcept
{
    return isStaleMarker(histogram.sum);
}

HistogramPtr staleHistogram()
{
    FloatHistogram stale;
    stale.sum = staleMarker();
    return std::make_shared<const FloatHistogram>(std::move(stale));
}

std::size_t sampleWeight(const FloatHistogram &histogram) noexcept
{
    const std::size_t counts =
        histogram.positive.size() + histogram.negative.size() + histogram.customBounds.size();
    const std::size_t layout = (spans(histogram.positive) + spans(histogram.negative)) * bytesPerSpan;
    return (bytesOfTheRest + layout + counts * sizeof(double)) / bytesPerSample;
}

bool sameHistogram(const FloatHistogram &a, const FloatHistogram &b) noexcept
{
    return a.schema == b.schema && sameBits(a.count, b.count) && sameBits(a.sum, b.sum) &&
           a.zeroThreshold == b.zeroThreshold && sameBits(a.zeroCount, b.zeroCount) &&
           sameCounts(a.customBounds, b.customBounds) && sameBuckets(a.positive, b.positive) &&
           sameBuckets(a.negative, b.negative);
}

} // namespace sightglass
