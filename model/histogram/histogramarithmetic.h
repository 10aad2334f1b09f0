// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// What an addition or subtraction had to do. Failed: exponential and custom buckets do not mix; the left
/// operand is unchanged.
struct HistogramMerge
{
    enum class Outcome : std::uint8_t
    {
        Done,
        IncompatibleSchemas
    };
    Outcome outcome = Outcome::Done;
    bool resetsCollide = false;    ///< one operand was hinted Reset, the other NotReset
    bool boundsReconciled = false; ///< custom bounds differed and were cut to the common ones
};

/// a += b and a -= b as Prometheus does them (PromQL reference, section 13): hints joined, zero buckets
/// reconciled, the coarser schema, common custom bounds. Not compacted.
/// The hint of a difference is the caller's to set: Prometheus calls it a gauge.
HistogramMerge addHistogram(FloatHistogram &a, const FloatHistogram &b);
HistogramMerge subtractHistogram(FloatHistogram &a, const FloatHistogram &b);

/// What Kahan–Neumaier summation keeps beside a sum of histograms: one compensation for each of its numbers,
/// buckets in the order of the sum's.
struct HistogramCompensation
{
    double zeroCount = 0;
    double count = 0;
    double sum = 0;
    std::vector<double> positive;
    std::vector<double> negative;
};

/// A sum of many histograms, bucket by bucket with Kahan–Neumaier compensation in the order of adding, as
/// sum, avg, sum_over_time and avg_over_time need it.
class HistogramSum
{
public:
    /// An incompatible histogram leaves the sum as it was. resetsCollide tells of all that were added so far,
    /// not of neighbours only.
    HistogramMerge add(const FloatHistogram &histogram);
    [[nodiscard]] bool empty() const noexcept { return m_count == 0; }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }

    /// sum + compensation, compacted. Of nothing: an empty histogram.
    [[nodiscard]] FloatHistogram total() const;
    /// The mean over the histograms added, by Prometheus' own order of operations (it turns to an incremental
    /// mean before the sum overflows), compacted.
    [[nodiscard]] FloatHistogram mean() const;

private:
    struct Compensated
    {
        FloatHistogram value;
        HistogramCompensation compensation;
    };

    HistogramMerge addToSum(const FloatHistogram &histogram);
    void addToMean(const FloatHistogram &histogram);
    bool noteResets(const FloatHistogram &histogram) noexcept;

    std::size_t m_count = 0;
    Compensated m_sum;
    std::optional<Compensated> m_mean; ///< running, from the histogram on that made the sum overflow
    bool m_resetSeen = false;
    bool m_notResetSeen = false;
};

/// Multiplies or divides count, sum, zero count and all buckets. A negative factor makes a gauge. Division by
/// 0 leaves ±Inf/NaN totals and no buckets.
void multiplyHistogram(FloatHistogram &histogram, double factor);
void divideHistogram(FloatHistogram &histogram, double divisor);

/// Merges buckets to the coarser schema; nothing where it is not coarser than the present one, or for custom
/// buckets.
void reduceSchema(FloatHistogram &histogram, std::int32_t schema);

/// Drops empty buckets: Prometheus' Compact(0).
void compact(FloatHistogram &histogram);

/// Whether `current` began anew after `previous`: by its hint, else by comparing (PromQL reference, section
/// 13, "Reset detection").
[[nodiscard]] bool isCounterReset(const FloatHistogram &current, const FloatHistogram &previous);

} // namespace sightglass
