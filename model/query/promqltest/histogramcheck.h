// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sightglass::promqltest {

enum class HintCheck : std::uint8_t
{
    Ignored,
    Compared
};

/// What two histograms differ in, or nothing. Both are compacted; schema, zero threshold, custom bounds and
/// the buckets that are there must be the same, numbers almost equal (promqltest reference, section 4.4).
[[nodiscard]] std::optional<std::string> histogramDifference(FloatHistogram expected, FloatHistogram actual,
                                                             HintCheck hints);

} // namespace sightglass::promqltest
