// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

namespace sightglass {

// changes() and resets() over floats and histograms in the order of their times: from one kind to the other
// is a change and a reset; histograms are compared exactly, their resets detected as rate() does; start
// timestamps tell resets as well (PromQL reference, section 10). In an anchored range the newest sample at or
// before its start counts as the first one, and without a sample behind the start there is no result.
void mixedChanges(const RangeCall &call);
void mixedResets(const RangeCall &call);

} // namespace sightglass
