// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/fields/graphconfig.h"

#include <span>
#include <vector>

namespace sightglass {

/// One layer of a stack: the same times in both lines, lower <= upper for positive values.
struct StackedSeries
{
    std::vector<Sample> lower;
    std::vector<Sample> upper;
    /// `upper` at the times of its own samples, where it has more; else empty.
    std::vector<Sample> own = {};
};

/// Stacks series on each other in the given order. A layer has points at its own samples' times only, so a
/// gap in a series stays a gap in its layer; the layers above rest on what is there. As in Grafana, a series
/// most of whose values are negative goes into a stack of its own, downwards from zero. NaN and infinite
/// values count as missing. Percent: each layer is its share of all in its stack at that time, 0 to 1 (0 to
/// -1 downwards); nothing where they sum up to zero.
///
/// `gaps`: for each series the times, ascending, of its samples behind a gap; may be empty. Where they are
/// told, a layer that begins or ends while others go on does so at once: those above have a value, between
/// their own, a millisecond before its first sample and behind its last one, and do not slope into its gap.
[[nodiscard]] std::vector<StackedSeries> stackSeries(std::span<const std::span<const Sample>> series,
                                                     StackingMode mode = StackingMode::Normal,
                                                     std::span<const std::vector<TimestampMs>> gaps = {});

} // namespace sightglass
