// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <string>

namespace sightglass {

/// Prometheus' text form, `{count:3, sum:7.5, [-2,-1):1, [-0.001,0.001]:1, (1,2]:1}`: numbers as Go's %g,
/// buckets with a count other than 0, lowest first.
[[nodiscard]] std::string toText(const FloatHistogram &histogram);

} // namespace sightglass
