// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

namespace sightglass {

/// histogram_quantile's answer and what is to be remarked on it.
struct HistogramQuantile
{
    double value = 0;
    bool nanBecauseOfNaN = false; ///< info "input to histogram_quantile has NaN observations, result is NaN"
    bool skewedByNaN = false;     ///< info "… result is skewed higher"
};

/// PromQL reference, section 12.2. q outside [0,1] and NaN as there.
[[nodiscard]] HistogramQuantile histogramQuantile(double q, const FloatHistogram &histogram);

struct HistogramFraction
{
    double value = 0;
    bool excludesNaN = false; ///< info "… NaN observations, which are excluded from all fractions"
};

/// PromQL reference, section 12.3: the share of observations between lower and upper.
[[nodiscard]] HistogramFraction histogramFraction(double lower, double upper,
                                                  const FloatHistogram &histogram);

/// PromQL reference, section 12.4: variance of the observations, estimated from bucket middles.
[[nodiscard]] double histogramVariance(const FloatHistogram &histogram);

/// The trim operators `</` (keeps observations below the bound) and `>/` (above), in place. PromQL reference,
/// section 13, "Trim".
void trimAbove(FloatHistogram &histogram, double bound);
void trimBelow(FloatHistogram &histogram, double bound);

} // namespace sightglass
