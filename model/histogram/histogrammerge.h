// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/histogramarithmetic.h"

namespace sightglass {

/// a += sign·b, with `compensation` as a Kahan–Neumaier sum where it is not null; sized to a's buckets then.
HistogramMerge mergeHistogram(FloatHistogram &a, HistogramCompensation *compensation, const FloatHistogram &b,
                              double sign);

} // namespace sightglass
