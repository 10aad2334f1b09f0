// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

#include <span>

namespace sightglass {

/// A sample's time and the time its counting began, 0 where that is unknown (PromQL reference, section 11,
/// "Start timestamps").
struct StartedTime
{
    TimestampMs t = 0;
    TimestampMs start = 0;
};

/// The counter began anew between the two samples, told by their start timestamps: it started after the
/// previous sample; or exactly there, as delta samples do, unless the previous start says that starts are not
/// known (0 or the sample's own time) or is beyond its sample.
[[nodiscard]] bool isStartReset(StartedTime previous, StartedTime current) noexcept;

/// The current sample claims to have been counting since before the previous one, from another start.
[[nodiscard]] bool startsOverlap(StartedTime previous, StartedTime current) noexcept;

/// Sample i of a column whose `starts` may be empty.
[[nodiscard]] inline StartedTime startedTime(std::span<const TimestampMs> times,
                                             std::span<const TimestampMs> starts, std::size_t i) noexcept
{
    return {times[i], starts.empty() ? 0 : starts[i]};
}

/// The start of the window's first sample where it lies within the range: counting from zero began there.
/// Else 0.
[[nodiscard]] TimestampMs startWithin(StartedTime first, TimestampMs rangeStart) noexcept;

/// rate, increase and irate of float series with start timestamps.
void startedRate(const RangeCall &call);
void startedIncrease(const RangeCall &call);
void startedIrate(const RangeCall &call);

} // namespace sightglass
