// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <QString>

namespace sightglass {

/// A native histogram in one line: "count 3 · sum 7.5 · 2 buckets", of the buckets that are not empty.
[[nodiscard]] QString histogramSummary(const FloatHistogram &histogram);

/// Count, sum, mean and the buckets as Prometheus' interface lists them, lowest first, a line each with the
/// bucket's share; of many buckets the fullest. Plain text, bounded.
[[nodiscard]] QString histogramDetails(const FloatHistogram &histogram);

} // namespace sightglass
