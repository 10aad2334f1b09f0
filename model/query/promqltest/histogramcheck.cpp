// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/histogramcheck.h"

#include "model/histogram/histogramarithmetic.h"
#include "model/query/almostequal.h"

#include <algorithm>

namespace sightglass::promqltest {

namespace {

bool same(double a, double b)
{
    constexpr double epsilon = 1e-6;
    return almostEqual(a, b, epsilon);
}

bool sameBuckets(const BucketCounts &a, const BucketCounts &b)
{
    return a.indices == b.indices && std::ranges::equal(a.counts, b.counts, same);
}

} // namespace

std::optional<std::string> histogramDifference(FloatHistogram expected, FloatHistogram actual,
                                               HintCheck hints)
{
    compact(expected);
    compact(actual);
    if (expected.schema != actual.schema)
        return "schemas differ: " + std::to_string(expected.schema) + " and " + std::to_string(actual.schema);
    if (!same(expected.count, actual.count))
        return "counts differ";
    if (!same(expected.sum, actual.sum))
        return "sums differ";
    if (expected.zeroThreshold != actual.zeroThreshold || !same(expected.zeroCount, actual.zeroCount))
        return "zero buckets differ";
    if (expected.customBounds != actual.customBounds)
        return "bounds differ";
    if (!sameBuckets(expected.positive, actual.positive) || !sameBuckets(expected.negative, actual.negative))
        return "buckets differ";
    if (hints == HintCheck::Compared && expected.hint != actual.hint)
        return "counter reset hints differ";
    return std::nullopt;
}

} // namespace sightglass::promqltest
