// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <QTest>

#include <initializer_list>
#include <vector>

namespace sightglass::test {

/// Consecutive buckets from an index on, as promqltest scripts write them.
inline BucketCounts buckets(std::initializer_list<double> counts, std::int32_t offset = 0)
{
    BucketCounts side;
    for (const double count : counts)
        side.push(offset++, count);
    return side;
}

/// An exponential histogram with positive buckets only.
inline FloatHistogram exponential(std::int32_t schema, double count, double sum, BucketCounts positive)
{
    FloatHistogram histogram;
    histogram.schema = schema;
    histogram.count = count;
    histogram.sum = sum;
    histogram.positive = std::move(positive);
    return histogram;
}

inline FloatHistogram withZero(FloatHistogram histogram, double threshold, double count)
{
    histogram.zeroThreshold = threshold;
    histogram.zeroCount = count;
    return histogram;
}

inline FloatHistogram withNegative(FloatHistogram histogram, BucketCounts negative)
{
    histogram.negative = std::move(negative);
    return histogram;
}

inline FloatHistogram withHint(FloatHistogram histogram, CounterResetHint hint)
{
    histogram.hint = hint;
    return histogram;
}

inline FloatHistogram custom(std::vector<double> bounds, double count, double sum, BucketCounts counts)
{
    FloatHistogram histogram = exponential(customBucketsSchema, count, sum, std::move(counts));
    histogram.customBounds = std::move(bounds);
    return histogram;
}

} // namespace sightglass::test

Q_DECLARE_METATYPE(sightglass::FloatHistogram)
Q_DECLARE_METATYPE(sightglass::CounterResetHint)
