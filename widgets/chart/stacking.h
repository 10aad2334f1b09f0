// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <span>
#include <vector>

namespace sightglass {

/// One layer of a stack: the same times in both lines, lower <= upper for positive values.
struct StackedSeries
{
    std::vector<Sample> lower;
    std::vector<Sample> upper;
};

/// Stacks series on each other in the given order. A layer has points at its own samples' times only, so a
/// gap in a series stays a gap in its layer; the layers above rest on what is there. Positive and negative
/// values stack apart, each away from zero. NaN and infinite values count as missing.
[[nodiscard]] std::vector<StackedSeries> stackSeries(std::span<const std::span<const Sample>> series);

} // namespace sightglass
