// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// A place of a bar chart over time.
struct TimeSlot
{
    TimestampMs t = 0;
    std::optional<std::size_t> category; ///< of the times given; nothing: there a step is missing

    friend bool operator==(const TimeSlot &, const TimeSlot &) = default;
};

/// The places of bars at these times, ascending. Where the times come in steps, each step that is missing has
/// an empty place, so that a gap in time is a gap in the chart; as many at most as `most` allows in all,
/// evenly shared among the gaps. Of times that come in no steps, such as those of events, only the order
/// counts.
[[nodiscard]] std::vector<TimeSlot> timeSlots(std::span<const TimestampMs> times, std::size_t most);

} // namespace sightglass
