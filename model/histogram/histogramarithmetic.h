// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <cstdint>

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
HistogramMerge addHistogram(FloatHistogram &a, const FloatHistogram &b);
HistogramMerge subtractHistogram(FloatHistogram &a, const FloatHistogram &b);

/// A sum of many histograms, bucket by bucket with Kahan–Neumaier compensation in the order of adding, as
/// sum, avg, sum_over_time and avg_over_time need it.
class HistogramSum
{
public:
    HistogramMerge add(const FloatHistogram &histogram);
    [[nodiscard]] bool empty() const noexcept { return m_count == 0; }
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }

    /// sum + compensation, compacted.
    [[nodiscard]] FloatHistogram total() const;
    /// The mean over the histograms added, by Prometheus' own order of operations (it turns to an incremental
    /// mean before the sum overflows), compacted.
    [[nodiscard]] FloatHistogram mean() const;

private:
    std::size_t m_count = 0;
    FloatHistogram m_sum;
    FloatHistogram m_compensation; ///< same layout as m_sum
    bool m_incremental = false;    ///< m_sum is a running mean; see KahanMean
};

/// Multiplies or divides count, sum, zero count and all buckets. A negative factor makes a gauge. Division by
/// 0 leaves ±Inf/NaN totals and no buckets.
void multiplyHistogram(FloatHistogram &histogram, double factor);
void divideHistogram(FloatHistogram &histogram, double divisor);

/// Merges buckets to the coarser schema (<= the present one; exponential only).
void reduceSchema(FloatHistogram &histogram, std::int32_t schema);

/// Drops empty buckets: Prometheus' Compact(0).
void compact(FloatHistogram &histogram);

/// Whether `current` began anew after `previous`: by its hint, else by comparing (PromQL reference, section
/// 13, "Reset detection").
[[nodiscard]] bool isCounterReset(const FloatHistogram &current, const FloatHistogram &previous);

} // namespace sightglass
