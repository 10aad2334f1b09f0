// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/extrapolation.h"
#include "model/query/histogramwindow.h"

#include <optional>

namespace sightglass {

/// By how much histograms rose from the first of a window to the last, not extrapolated: last - first plus,
/// for a counter, what stood before each reset (PromQL reference, section 11, "Histograms"). At least two
/// histograms. The result is a gauge, compacted. Nothing where exponential and custom buckets meet. Says what
/// is to be remarked.
[[nodiscard]] std::optional<FloatHistogram> histogramIncrease(const HistogramWindow &window, RateInput input,
                                                              const RangeRemarks &remarks);

/// a += b, a -= b with the remarks a range function makes on it; false where the buckets are of two kinds.
[[nodiscard]] bool addRemarking(FloatHistogram &a, const FloatHistogram &b, const RangeRemarks &remarks);
[[nodiscard]] bool subtractRemarking(FloatHistogram &a, const FloatHistogram &b, const RangeRemarks &remarks);

} // namespace sightglass
