// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

namespace sightglass {

// The rate family over series that have histograms: steps whose range holds only floats are computed by the
// functions' float kernels, a range of both kinds yields nothing but a warning (PromQL reference, section
// 11).
void mixedRate(const RangeCall &call);
void mixedIncrease(const RangeCall &call);
void mixedDelta(const RangeCall &call);
void mixedIrate(const RangeCall &call);
void mixedIdelta(const RangeCall &call);

} // namespace sightglass
