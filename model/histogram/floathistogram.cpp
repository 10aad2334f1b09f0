// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/floathistogram.h"

#include "model/core/sample.h"

#include <algorithm>
#include <bit>

namespace sightglass {

namespace {

constexpr std::size_t bytesPerSample = 16;
constexpr std::size_t bytesOfTheRest = 64; // schema, hint, thresholds, totals and slice headers, as in Go

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
    return (bytesOfTheRest + counts * sizeof(double)) / bytesPerSample;
}

bool sameHistogram(const FloatHistogram &a, const FloatHistogram &b) noexcept
{
    return a.schema == b.schema && sameBits(a.count, b.count) && sameBits(a.sum, b.sum) &&
           a.zeroThreshold == b.zeroThreshold && sameBits(a.zeroCount, b.zeroCount) &&
           sameCounts(a.customBounds, b.customBounds) && sameBuckets(a.positive, b.positive) &&
           sameBuckets(a.negative, b.negative);
}

} // namespace sightglass
