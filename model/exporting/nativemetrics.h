// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exporting/familyassembly.h"

namespace sightglass {

/// A series whose newest sample is a native histogram, as Prometheus federates one: exponential buckets with
/// float counts. Those with custom buckets become cumulative classic ones.
[[nodiscard]] ExposedHistogram exposedHistogram(const ExportedSeries &series);

} // namespace sightglass
