// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/extrapolation.h"
#include "model/query/histogramwindow.h"
#include "model/query/rangefunction.h"
#include "parser/promql/ast.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sightglass {

// Anchored and smoothed range selectors (PromQL reference, section 11, last paragraph). Their windows reach
// beyond the range (RangeGrid::beforeMs, afterMs), so that there is a sample on either side of its borders.

/// Throws EvaluationError with Prometheus' text where the call's range argument is anchored or smoothed and
/// the function does not know that.
void refuseUnfitExtension(const promql::Call &call);

/// The borders of a range, both in the window's own time.
struct RangeBorders
{
    TimestampMs start;
    TimestampMs end;
    bool smoothed; ///< else anchored
};

[[nodiscard]] RangeBorders bordersAt(const RangeGrid &ranges, std::size_t step) noexcept;

/// The samples of a window that count: from the last one at or before the start (else the first) to the
/// first one at or behind the end where smoothed, to the last one where anchored. Indices into the window.
struct CountingSamples
{
    std::size_t first;
    std::size_t last;
};

/// Nothing where no sample is behind the start or, smoothed, all are behind the end. The window is not empty.
[[nodiscard]] std::optional<CountingSamples> countingSamples(std::span<const TimestampMs> times,
                                                             RangeBorders borders);

/// rate, increase and delta: the difference of the values at the borders, interpolated where smoothed, and
/// what counter resets between them make good. Nothing is extrapolated; rate divides by the whole range.
void extendedRate(const RangeCall &call);
void extendedIncrease(const RangeCall &call);
void extendedDelta(const RangeCall &call);

/// The same of a window of histograms; null where there is nothing but remarks.
[[nodiscard]] HistogramPtr extendedHistogramRate(const HistogramWindow &window, RangeBorders borders,
                                                 RateInput input, RateOutput output,
                                                 const RangeRemarks &remarks);

/// The value at `t` on the straight line between two samples, t1 < t2. Where a counter began anew between
/// them it rises from zero.
[[nodiscard]] double interpolated(const Sample &before, const Sample &after, TimestampMs t,
                                  RateInput input) noexcept;

/// A histogram at its time.
struct TimedHistogram
{
    const FloatHistogram &histogram;
    TimestampMs t;
};
/// The same for histograms. Nothing where exponential and custom buckets meet, which is remarked.
[[nodiscard]] std::optional<FloatHistogram> interpolated(const TimedHistogram &before,
                                                         const TimedHistogram &after, TimestampMs t,
                                                         RateInput input, const RangeRemarks &remarks);

/// The samples an anchored or smoothed selector shows by itself, at the first step of the ranges: those
/// within the range, and one of its own at either border. Empty where nothing counts. Histograms are an
/// EvaluationError, as in Prometheus.
[[nodiscard]] std::vector<Sample> extendedSamples(const SampleColumns &samples, const RangeGrid &ranges);

} // namespace sightglass
