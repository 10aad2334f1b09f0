// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

namespace sightglass {

// The rate family over series of floats without start timestamps, which is what nearly all series are
// (PromQL reference, section 11). They look at the floats only, whatever else the series has.
void rateOfFloats(const RangeCall &call);
void increaseOfFloats(const RangeCall &call);
void deltaOfFloats(const RangeCall &call);
void irateOfFloats(const RangeCall &call);
void ideltaOfFloats(const RangeCall &call);

} // namespace sightglass
