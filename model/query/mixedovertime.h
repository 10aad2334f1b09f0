// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

namespace sightglass {

// The *_over_time functions that know histograms, over series that have some (PromQL reference, section 10).
// Steps whose range holds only floats are computed by the float kernel given.
void mixedSumOverTime(const RangeCall &call, RangeKernel floats); ///< both kinds in a range: a warning only
void mixedAvgOverTime(const RangeCall &call, RangeKernel floats);
void mixedCountOverTime(const RangeCall &call);
void mixedPresentOverTime(const RangeCall &call);
void mixedFirstOverTime(const RangeCall &call); ///< of equal times the histogram
void mixedLastOverTime(const RangeCall &call);
void mixedTimeOfFirst(const RangeCall &call);
void mixedTimeOfLast(const RangeCall &call);

/// For functions of floats only: says where histograms in a range with floats were not looked at.
void informOfIgnored(const RangeCall &call);

} // namespace sightglass
