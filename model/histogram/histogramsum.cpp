// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/histogram/histogramarithmetic.h"
#include "model/histogram/histogrammerge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

/// Sums of numbers below this do not overflow, whatever buckets are merged on the way.
constexpr double harmless = std::numeric_limits<double>::max() / 4096;

template<typename Predicate>
bool anyOf(const FloatHistogram &histogram, const Predicate &is)
{
    return is(histogram.count) || is(histogram.sum) || is(histogram.zeroCount) ||
           std::ranges::any_of(histogram.positive.counts, is) ||
           std::ranges::any_of(histogram.negative.counts, is);
}

bool mayOverflow(const FloatHistogram &histogram)
{
    return anyOf(histogram, [](double x) { return std::fabs(x) > harmless; });
}

bool hasOverflown(const FloatHistogram &histogram)
{
    return anyOf(histogram, [](double x) { return std::isinf(x); });
}

template<typename Operation>
void apply(HistogramCompensation &compensation, const Operation &operation)
{
    compensation.zeroCount = operation(compensation.zeroCount);
    compensation.count = operation(compensation.count);
    compensation.sum = operation(compensation.sum);
    for (double &bucket : compensation.positive)
        bucket = operation(bucket);
    for (double &bucket : compensation.negative)
        bucket = operation(bucket);
}

/// value += compensation, compacted.
void fold(FloatHistogram &value, const HistogramCompensation &compensation)
{
    value.zeroCount += compensation.zeroCount;
    value.count += compensation.count;
    value.sum += compensation.sum;
    // A sum of one histogram has no compensations yet.
    for (std::size_t i = 0; i < compensation.positive.size(); ++i)
        value.positive.counts[i] += compensation.positive[i];
    for (std::size_t i = 0; i < compensation.negative.size(); ++i)
        value.negative.counts[i] += compensation.negative[i];
    compact(value);
}

} // namespace

bool HistogramSum::noteResets(const FloatHistogram &histogram) noexcept
{
    m_resetSeen = m_resetSeen || histogram.hint == CounterResetHint::Reset;
    m_notResetSeen = m_notResetSeen || histogram.hint == CounterResetHint::NotReset;
    return m_resetSeen && m_notResetSeen;
}

HistogramMerge HistogramSum::add(const FloatHistogram &histogram)
{
    HistogramMerge merge;
    if (m_count == 0)
        m_sum.value = histogram;
    else
        merge = addToSum(histogram);
    if (merge.outcome == HistogramMerge::Outcome::Done) {
        ++m_count;
        merge.resetsCollide = noteResets(histogram);
    }
    return merge;
}

HistogramMerge HistogramSum::addToSum(const FloatHistogram &histogram)
{
    if (!m_mean && (mayOverflow(m_sum.value) || mayOverflow(histogram))) {
        Compensated before = m_sum;
        const HistogramMerge merge = mergeHistogram(m_sum.value, &m_sum.compensation, histogram, 1);
        if (merge.outcome == HistogramMerge::Outcome::Done && hasOverflown(m_sum.value)) {
            const auto n = static_cast<double>(m_count);
            divideHistogram(before.value, n);
            apply(before.compensation, [n](double x) { return x / n; });
            m_mean = std::move(before);
            addToMean(histogram);
        }
        return merge;
    }
    const HistogramMerge merge = mergeHistogram(m_sum.value, &m_sum.compensation, histogram, 1);
    if (m_mean && merge.outcome == HistogramMerge::Outcome::Done)
        addToMean(histogram);
    return merge;
}

void HistogramSum::addToMean(const FloatHistogram &histogram)
{
    const double n = static_cast<double>(m_count) + 1;
    const double kept = (n - 1) / n;
    FloatHistogram part = histogram;
    divideHistogram(part, n);
    multiplyHistogram(m_mean->value, kept);
    apply(m_mean->compensation, [kept](double x) { return x * kept; });
    mergeHistogram(m_mean->value, &m_mean->compensation, part, 1);
}

FloatHistogram HistogramSum::total() const
{
    FloatHistogram total = m_sum.value;
    fold(total, m_sum.compensation);
    return total;
}

FloatHistogram HistogramSum::mean() const
{
    Compensated mean = m_mean ? *m_mean : m_sum;
    if (!m_mean && m_count > 0) {
        const auto n = static_cast<double>(m_count);
        divideHistogram(mean.value, n);
        apply(mean.compensation, [n](double x) { return x / n; });
    }
    fold(mean.value, mean.compensation);
    return std::move(mean.value);
}

} // namespace sightglass
