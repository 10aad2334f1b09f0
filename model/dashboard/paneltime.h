// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/core/zonerule.h"
#include "model/dashboard/panelspec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// The times a panel asks for: range.to is "now" (or the end of a zoom); both ends get aligned down to the
/// step.
struct PanelTime
{
    TimeRange range;
    std::int64_t scrapeIntervalMs = 1000; ///< the smallest step, and what $__rate_interval is made of
    int maxPoints = 4000; ///< per series; the step grows (through round values) where the range has more
    int stepFactor = 1;   ///< the step is this many times that one
    bool live = true;     ///< the range ends now: a panel with a range of its own (timeFrom) shows that
};

/// The step: the smallest round multiple (1, 2, 5, 10, 15, 30 s, 1, 2, 5 … min) of time that is at least the
/// scrape interval and needs at most maxPoints steps; times stepFactor.
[[nodiscard]] std::int64_t panelStepMs(const PanelTime &time) noexcept;

/// A range as lines show it that are evaluated between steps, too: both ends aligned down to a part of the
/// step, a sixth or 15 s, so that neither the newest values have to wait until a long step is over nor each
/// refresh is another picture.
[[nodiscard]] TimeRange betweenSteps(TimeRange range, std::int64_t stepMs) noexcept;

/// Replaces $__interval by the step and $__rate_interval by max(step + scrape interval, 4 * scrape interval),
/// as Grafana does.
[[nodiscard]] std::string expandIntervals(std::string_view expr, const PanelTime &time);

/// What a panel asks for where its dashboard shows `time`: over its own range (timeFrom) where that is live,
/// shifted back (timeShift), in steps of its own smallest one (interval) and no more of them than it wants
/// (maxDataPoints). What cannot be read changes nothing.
[[nodiscard]] PanelTime panelTime(const PanelSpec &panel, PanelTime time);

/// The same for one of its queries, whose smallest step replaces the panel's and whose factor multiplies it.
[[nodiscard]] PanelTime queryTime(const PanelQuery &query, PanelTime time);

/// A point in time as Grafana writes it relative to now: "now", "now-6h", "now-1d/d", "now/w", with units s,
/// m, h, d, w, M, Q and y. "/" goes to the beginning of the unit in the zone; weeks begin on Monday. Empty
/// for anything else.
[[nodiscard]] std::optional<TimestampMs> relativeTime(std::string_view text, TimestampMs now,
                                                      const ZoneRule &zone);

} // namespace sightglass
