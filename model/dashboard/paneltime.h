// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/core/zonerule.h"
#include "model/dashboard/panelspec.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// The time zone that a panel of a dashboard shows times in. Callable from any thread.
using PanelZones = std::function<ZoneRule(const PanelSpec &)>;

/// The times a panel asks for: range.to is "now" (or the end of a zoom); both ends get aligned down to the
/// step.
struct PanelTime
{
    TimeRange range;
    std::int64_t scrapeIntervalMs = 1000; ///< of the source that is scraped most often: the smallest step
    int maxPoints = 4000; ///< per series; the step grows (through round values) where the range has more
    int stepFactor = 1;   ///< the step is this many times that one
    bool live = true;     ///< the range moves with time
    /// Of the source that is scraped least often: what $__rate_interval is made of. 0: the same.
    std::int64_t slowestIntervalMs = 0;
    /// When "now" is where the range is said relative to it and that is not the end of a live one: "now-3h"
    /// to "now-1h", all of today, or one that stands still at what was live. See nowOf().
    std::optional<TimestampMs> now = std::nullopt;
    /// Answers go up to the range's very end, whatever that costs: for pictures, all of whose panels show one
    /// moment. Else long steps put off what is new (see betweenSteps()).
    bool exactEnd = false;
    PanelZones zones = {}; ///< empty: all show the machine's
};

/// Where the panel's days begin, and the zone of what transformations write of times.
[[nodiscard]] ZoneRule panelZone(const PanelSpec &panel, const PanelTime &time);

/// The time for sources that are scraped in these intervals: steps show each sample of the fastest, rates
/// have two samples of the slowest. Without any, what it was.
[[nodiscard]] PanelTime forSources(PanelTime time, std::span<const std::int64_t> intervalsMs) noexcept;

/// When "now" is for ranges of panels of their own, which end there as in Grafana; empty where the range is
/// absolute: then there are none.
[[nodiscard]] std::optional<TimestampMs> nowOf(const PanelTime &time) noexcept;

/// The step, as Grafana has it: the round length (1, 2, 5, 10, 15, 20, 30 s, 1, 2, 5 … min) nearest to that
/// of maxPoints steps, at least the scrape interval and 11,000 steps at most; times stepFactor.
[[nodiscard]] std::int64_t panelStepMs(const PanelTime &time) noexcept;

/// What $__rate_interval stands for, as Grafana has it: max(step + scrape interval, 4 * scrape interval),
/// with the scrape interval of the slowest source.
[[nodiscard]] std::int64_t rateIntervalMs(const PanelTime &time) noexcept;

/// A range as lines show it that are evaluated between steps, too: both ends aligned down to a part of the
/// step, a sixth or 15 s, so that neither the newest values have to wait until a long step is over nor each
/// refresh is another picture.
[[nodiscard]] TimeRange betweenSteps(TimeRange range, std::int64_t stepMs) noexcept;

/// Replaces $__interval by the step, $__rate_interval by rateIntervalMs() and $__range by the range, in whole
/// seconds; and their milliseconds (…_ms) and seconds (_s).
[[nodiscard]] std::string expandIntervals(std::string_view expr, const PanelTime &time);

/// What a panel asks for where its dashboard shows `time`: over its own range (timeFrom) where that of the
/// dashboard is relative to now, shifted back (timeShift), days and weeks being those of its zone, in steps
/// of its own smallest one (interval) and no more of them than it wants (maxDataPoints). What cannot be read
/// changes nothing.
[[nodiscard]] PanelTime panelTime(const PanelSpec &panel, PanelTime time);

/// The same for one of its queries, whose smallest step replaces the panel's and whose factor multiplies it.
[[nodiscard]] PanelTime queryTime(const PanelQuery &query, PanelTime time);

/// What a dashboard says of weeks and years.
struct CalendarRules
{
    int weekBegins = 1;  ///< days after Sunday
    int fiscalStart = 0; ///< months after January

    friend bool operator==(const CalendarRules &, const CalendarRules &) = default;
};

/// A point in time as Grafana writes it relative to now: "now", "now-6h", "now-1d/d", "now/w", with units s,
/// m, h, d, w, M, Q and y, and fQ and fy of the fiscal year. "/" goes to the beginning of the unit in the
/// zone. Empty for anything else.
[[nodiscard]] std::optional<TimestampMs> relativeTime(std::string_view text, TimestampMs now,
                                                      const ZoneRule &zone,
                                                      const CalendarRules &calendar = {});

} // namespace sightglass
