// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/classichistogram.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// As Go's %g has it.
std::string shortText(double value)
{
    std::string text = formatOpenMetricsFloat(value);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

bool isWholeCount(double count) noexcept
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    return count >= 0 && count < limit && std::trunc(count) == count;
}

} // namespace

void ClassicHistogram::clear()
{
    m_buckets.clear();
    m_count = 0;
    m_sum = 0;
    m_hasCount = false;
    m_problem.clear();
}

void ClassicHistogram::refuse(std::string problem)
{
    if (m_problem.empty())
        m_problem = std::move(problem);
}

void ClassicHistogram::setBucket(double bound, double count)
{
    if (!m_problem.empty())
        return;
    if (std::isnan(bound))
        return refuse("bucket boundary must not be NaN");
    if (count < 0)
        return refuse("bucket count must be non-negative: le=" + shortText(bound) +
                      ", count=" + shortText(count));
    insertBucket(bound, count);
}

void ClassicHistogram::insertBucket(double bound, double count)
{
    const auto at = std::lower_bound(m_buckets.begin(), m_buckets.end(), bound,
                                     [](const Bucket &bucket, double b) { return bucket.bound < b; });
    if (at != m_buckets.end() && at->bound == bound)
        return;
    if (at != m_buckets.begin() && count < std::prev(at)->count)
        return refuse("count is not cumulative: " + shortText(count) + " < " +
                      shortText(std::prev(at)->count));
    if (at != m_buckets.end() && count > at->count)
        return refuse("count is not cumulative: " + shortText(count) + " > " + shortText(at->count));
    // A page may not spend the time of millions of insertions at the front.
    constexpr std::size_t maxBuckets = 20'000;
    if (m_buckets.size() >= maxBuckets)
        return refuse("more than " + std::to_string(maxBuckets) + " buckets");
    m_buckets.insert(at, {bound, count});
}

void ClassicHistogram::setCount(double count)
{
    if (count < 0)
        return refuse("count must be non-negative: count=" + shortText(count));
    m_count = count;
    m_hasCount = true;
}

bool ClassicHistogram::isWhole() const noexcept
{
    return isWholeCount(m_count) && std::all_of(m_buckets.begin(), m_buckets.end(), [](const Bucket &bucket) {
               return isWholeCount(bucket.count);
           });
}

Result<NativeHistogram> ClassicHistogram::convert()
{
    const auto refused = [](std::string text) -> Error {
        return {ErrorCode::ExpositionSyntax, {std::move(text)}, {}, {}};
    };
    if (!m_problem.empty())
        return refused(m_problem);
    if (!m_hasCount && m_buckets.empty())
        return refused("count must be provided when no buckets are present");
    if (!m_hasCount)
        m_count = m_buckets.back().count;
    if (m_buckets.empty() || m_buckets.back().bound != infinity)
        m_buckets.push_back({infinity, m_count});

    NativeHistogram histogram;
    histogram.schema = NativeHistogram::customBoundsSchema;
    histogram.isFloat = !isWhole();
    histogram.sum = m_sum;
    fill(histogram);
    const Bucket &last = m_buckets.back();
    if (m_count != last.count)
        return refused("count mismatch: count=" + shortText(m_count) + " != le=" + shortText(last.bound) +
                       " count=" + shortText(last.count));
    if (auto problem = nativeHistogramProblem(histogram))
        return refused(std::move(*problem));
    return histogram;
}

void ClassicHistogram::fill(NativeHistogram &histogram)
{
    m_bounds.clear();
    m_deltas.clear();
    m_counts.clear();
    m_span = {0, static_cast<std::uint32_t>(m_buckets.size())};
    double cumulative = 0;
    double previous = 0;
    for (const Bucket &bucket : m_buckets) {
        const double count = bucket.count - cumulative;
        cumulative = bucket.count;
        if (histogram.isFloat)
            m_counts.push_back(count);
        else
            m_deltas.push_back(static_cast<std::int64_t>(count) - static_cast<std::int64_t>(previous));
        previous = count;
        if (bucket.bound != infinity)
            m_bounds.push_back(bucket.bound);
    }
    histogram.positive = {{&m_span, 1}, m_deltas, m_counts};
    histogram.customBounds = m_bounds;
    histogram.count = histogram.isFloat ? m_count : 0;
    histogram.integerCount = histogram.isFloat ? 0 : static_cast<std::uint64_t>(m_count);
}

} // namespace sightglass
