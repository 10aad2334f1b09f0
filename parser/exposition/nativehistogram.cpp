// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/nativehistogram.h"

#include "parser/base/numbertext.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

using Problem = std::optional<std::string>;

constexpr std::int32_t minExponential = -4;
constexpr std::int32_t maxExponential = 8;

std::uint64_t bucketsOf(std::span<const BucketSpan> spans) noexcept
{
    std::uint64_t buckets = 0;
    for (const BucketSpan &span : spans)
        buckets += span.length;
    return buckets;
}

Problem prefixed(const char *prefix, Problem problem)
{
    if (problem)
        problem->insert(0, prefix);
    return problem;
}

/// Of exponential histograms the first span may begin anywhere.
Problem checkSpans(const NativeBuckets &side, std::size_t firstChecked)
{
    for (std::size_t i = firstChecked; i < side.spans.size(); ++i) {
        if (side.spans[i].offset < 0)
            return "span number " + std::to_string(i + 1) + " with offset " +
                   std::to_string(side.spans[i].offset) + ": histogram has a span whose offset is negative";
    }
    const std::uint64_t needed = bucketsOf(side.spans);
    if (needed != side.size())
        return "spans need " + std::to_string(needed) + " buckets, have " + std::to_string(side.size()) +
               " buckets: histogram spans specify different number of buckets than provided";
    return std::nullopt;
}

std::string negativeBucket(std::size_t number, const std::string &count)
{
    return "bucket number " + std::to_string(number) + " has observation count of " + count +
           ": histogram has a bucket whose observation count is negative";
}

/// Adds up the side's observations.
Problem checkCounts(const NativeBuckets &side, std::uint64_t &sum)
{
    std::uint64_t current = 0;
    for (std::size_t i = 0; i < side.deltas.size(); ++i) {
        current += static_cast<std::uint64_t>(side.deltas[i]);
        if (static_cast<std::int64_t>(current) < 0)
            return negativeBucket(i + 1, std::to_string(static_cast<std::int64_t>(current)));
        sum += current;
    }
    for (std::size_t i = 0; i < side.counts.size(); ++i) {
        if (side.counts[i] < 0)
            return negativeBucket(i + 1, formatFloat(side.counts[i]));
    }
    return std::nullopt;
}

/// A bound as Go's %f writes it.
std::string fixedText(double bound)
{
    if (!std::isfinite(bound))
        return formatFloat(bound);
    char text[400];
    const auto end = std::to_chars(text, text + sizeof text, bound, std::chars_format::fixed, 6).ptr;
    return {text, end};
}

Problem checkBounds(const NativeHistogram &histogram)
{
    const std::span<const double> bounds = histogram.customBounds;
    double previous = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (std::isnan(bounds[i]))
            return "histogram custom bounds must not be NaN";
        if (i > 0 && bounds[i] <= previous)
            return "previous bound is " + fixedText(previous) + " and current is " + fixedText(bounds[i]) +
                   ": histogram custom bounds must be in strictly increasing order";
        previous = bounds[i];
    }
    if (!bounds.empty() && std::isinf(previous) && previous > 0)
        return "last +Inf bound must not be explicitly defined: histogram custom bounds must be finite";
    if (auto problem = checkSpans(histogram.positive, 0))
        return problem;
    std::uint64_t length = bucketsOf(histogram.positive.spans);
    for (const BucketSpan &span : histogram.positive.spans)
        length += static_cast<std::uint64_t>(span.offset);
    if (length > bounds.size() + 1)
        return "only " + std::to_string(bounds.size()) +
               " custom bounds defined which is insufficient to cover total span length of " +
               std::to_string(length) + ": histogram custom bounds are too few";
    return std::nullopt;
}

Problem checkCustom(const NativeHistogram &histogram)
{
    if (auto problem = checkBounds(histogram))
        return prefixed("custom buckets: ", std::move(problem));
    if (histogram.zeroBucketCount() != 0)
        return "custom buckets: must have zero count of 0";
    if (histogram.zeroThreshold != 0)
        return "custom buckets: must have zero threshold of 0";
    if (!histogram.negative.spans.empty())
        return "custom buckets: must not have negative spans";
    if (histogram.negative.size() != 0)
        return "custom buckets: must not have negative buckets";
    return std::nullopt;
}

Problem checkExponential(const NativeHistogram &histogram, std::uint64_t &observations)
{
    if (auto problem = checkSpans(histogram.positive, 1))
        return prefixed("positive side: ", std::move(problem));
    if (auto problem = checkSpans(histogram.negative, 1))
        return prefixed("negative side: ", std::move(problem));
    if (auto problem = checkCounts(histogram.negative, observations))
        return prefixed("negative side: ", std::move(problem));
    if (!histogram.customBounds.empty())
        return "histogram with exponential schema must not have custom bounds";
    if (histogram.isFloat && histogram.zeroCount < 0)
        return "zero bucket has observation count of " + formatFloat(histogram.zeroCount) +
               ": histogram has a bucket whose observation count is negative";
    return std::nullopt;
}

/// NaN observations are counted, but are in no bucket.
Problem checkTotal(const NativeHistogram &histogram, std::uint64_t observations)
{
    if (histogram.isFloat) {
        if (histogram.count < 0)
            return "observation count is " + formatFloat(histogram.count) +
                   ": histogram's observation count is negative";
        return std::nullopt;
    }
    const std::string found = std::to_string(observations) +
                              " observations found in buckets, but the Count field is " +
                              std::to_string(histogram.integerCount);
    if (std::isnan(histogram.sum)) {
        if (observations > histogram.integerCount)
            return found + ": histogram's observation count should be at least the number of observations "
                           "found in the buckets";
    } else if (observations != histogram.integerCount) {
        return found + ": histogram's observation count should equal the number of observations found in the "
                       "buckets (in absence of NaN)";
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> spansProblem(const NativeBuckets &buckets)
{
    const std::uint64_t needed = bucketsOf(buckets.spans);
    if (needed == buckets.size())
        return std::nullopt;
    return "spans require " + std::to_string(needed) + " buckets, have " + std::to_string(buckets.size());
}

std::optional<std::string> nativeHistogramProblem(const NativeHistogram &histogram)
{
    const bool custom = histogram.schema == NativeHistogram::customBoundsSchema;
    if (!custom && (histogram.schema < minExponential || histogram.schema > maxExponential))
        return "histogram has an invalid schema, which must be between -4 and 8 for exponential buckets, or "
               "-53 "
               "for custom buckets, got schema " +
               std::to_string(histogram.schema);
    std::uint64_t observations = 0;
    if (auto problem = custom ? checkCustom(histogram) : checkExponential(histogram, observations))
        return problem;
    if (auto problem = checkCounts(histogram.positive, observations))
        return prefixed("positive side: ", std::move(problem));
    return checkTotal(histogram, observations + (custom ? 0 : histogram.integerZeroCount));
}

} // namespace sightglass
