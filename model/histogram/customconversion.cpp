// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/customconversion.h"

#include "model/core/goformat.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Error refused(std::string text)
{
    return Error{ErrorCode::ExpositionSyntax, {std::move(text)}, {}, {}};
}

bool isWhole(double count)
{
    return std::isfinite(count) && std::round(count) == count;
}

/// Drops empty buckets but for runs of up to `kept` between populated ones.
BucketCounts populated(const std::vector<double> &counts, std::size_t kept)
{
    BucketCounts buckets;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const std::size_t next = buckets.empty() ? i : static_cast<std::size_t>(buckets.indices.back()) + 1;
        for (std::size_t empty = next; i - next <= kept && empty < i; ++empty)
            buckets.push(static_cast<std::int32_t>(empty), 0);
        buckets.push(static_cast<std::int32_t>(i), counts[i]);
    }
    return buckets;
}

} // namespace

Status CustomConversion::setBucket(double upperBound, double cumulativeCount)
{
    if (std::isnan(upperBound))
        return refused("bucket boundary must not be NaN");
    if (cumulativeCount < 0)
        return refused("bucket count must be non-negative: le=" + goShortest(upperBound) +
                       ", count=" + goShortest(cumulativeCount));
    const auto at =
        std::lower_bound(m_buckets.begin(), m_buckets.end(), upperBound,
                         [](const Bucket &bucket, double bound) { return bucket.upperBound < bound; });
    if (at != m_buckets.end() && at->upperBound == upperBound)
        return Done{};
    if (at != m_buckets.begin() && cumulativeCount < (at - 1)->count)
        return refused("count is not cumulative: " + goShortest(cumulativeCount) + " < " +
                       goShortest((at - 1)->count));
    if (at != m_buckets.end() && cumulativeCount > at->count)
        return refused("count is not cumulative: " + goShortest(cumulativeCount) + " > " +
                       goShortest(at->count));
    m_buckets.insert(at, {upperBound, cumulativeCount});
    return Done{};
}

Status CustomConversion::setCount(double count)
{
    if (count < 0)
        return refused("count must be non-negative: count=" + goShortest(count));
    m_count = count;
    return Done{};
}

Result<FloatHistogram> CustomConversion::convert() const
{
    if (!m_count && m_buckets.empty())
        return refused("count must be provided when no buckets are present");
    FloatHistogram histogram;
    histogram.schema = customBucketsSchema;
    histogram.count = m_count ? *m_count : m_buckets.back().count;
    histogram.sum = m_sum;
    std::vector<double> counts;
    double below = 0;
    bool whole = isWhole(histogram.count);
    for (const Bucket &bucket : m_buckets) {
        whole = whole && isWhole(bucket.count);
        counts.push_back(bucket.count - below);
        below = bucket.count;
        if (bucket.upperBound != infinity)
            histogram.customBounds.push_back(bucket.upperBound);
    }
    if (histogram.customBounds.size() == m_buckets.size())
        counts.push_back(histogram.count - below);
    else if (below != histogram.count)
        return refused("count mismatch: count=" + goShortest(histogram.count) +
                       " != le=+Inf count=" + goShortest(below));
    // Prometheus compacts integer histograms less than float ones, and its == compares the layout.
    constexpr std::size_t emptyInIntegers = 2;
    histogram.positive = populated(counts, whole ? emptyInIntegers : 0);
    return histogram;
}

} // namespace sightglass
