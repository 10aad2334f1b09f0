// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/core/zonerule.h"
#include "model/dashboard/paneltime.h"

#include <QString>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace sightglass {

// Times as people write them, and back. Pure: the time is now when the caller says so, in the zone that he
// says.

/// A zone as formatValue() wants it.
[[nodiscard]] ZoneRule zoneRule(const QTimeZone &zone);

/// Which end of a range a time is: it decides what "2026-11-21" and "now/d" mean, the first or the last
/// millisecond of the day.
enum class TimeEdge : unsigned char
{
    From,
    To
};

/// A time in any of these forms; nothing for all else, and for times before 1970 or after 9999.
///  - "now", "now-6h", "now-1d+30m", "now/d", "now-1w/w" as in Grafana: s, m, h are that long; d, w,
///    M, Q, y, fQ and fy are steps of the calendar in the zone; a slash rounds to the unit
///  - "2026-11-21 10:00", with seconds and milliseconds or without, with a T; with Z or +02:00 behind it in
///    that zone, else in the given one. A local time that a change of daylight-saving time leaves out is the
///    one an hour later; of one that comes twice it is the first.
///  - "2026-11-21", and "10:00" of the day that is now
///  - seconds or milliseconds since 1970: "1763733600", "1763733600000"
[[nodiscard]] std::optional<TimestampMs> parseTime(const QString &text, TimestampMs now,
                                                   const QTimeZone &zone, TimeEdge edge = TimeEdge::From,
                                                   const CalendarRules &calendar = {});

/// What two fields ask for.
struct TimeWish
{
    TimeRange range;
    /// Where the range ends now and begins a fixed while before: that long, moving with time.
    std::optional<std::int64_t> liveMs = std::nullopt;

    friend bool operator==(const TimeWish &, const TimeWish &) = default;
};
enum class TimeWishProblem : unsigned char
{
    From,  ///< the first is no time
    To,    ///< the second is none
    Order, ///< the first is not before the second
    Ahead  ///< all of it is still to come
};

[[nodiscard]] std::variant<TimeWish, TimeWishProblem> parseTimeRange(const QString &from, const QString &to,
                                                                     TimestampMs now, const QTimeZone &zone,
                                                                     const CalendarRules &calendar = {});

/// A time that parseTime() reads as the same one: "2026-11-21 10:00:00", with milliseconds where there are
/// some, with its offset where the local time comes twice.
[[nodiscard]] QString editableTime(TimestampMs t, const QTimeZone &zone);

/// What tells a local time that comes twice from its twin, with a space before it: " CEST"; empty of others.
[[nodiscard]] QString repeatedHourText(TimestampMs t, const QTimeZone &zone);

/// "2026-11-21 10:00:00 – 16:00:00": the date once where both are of one day, seconds where there are some;
/// times that come twice say which they are.
[[nodiscard]] QString timeRangeText(TimeRange range, const QTimeZone &zone);

/// What the zone is called beside a time: "UTC", or the system's or zone's abbreviation at that time ("CET").
[[nodiscard]] QString zoneText(TimestampMs t, const QTimeZone &zone);

} // namespace sightglass
