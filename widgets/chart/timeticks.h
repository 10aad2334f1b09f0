// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"

#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <span>
#include <vector>

namespace sightglass {

/// A labelled time on the axis. `major` marks the first tick of a local day on an axis of hours or less: its
/// label is the date.
struct TimeTick
{
    TimestampMs t = 0;
    QString label;
    bool major = false;

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Ticks of a range at round times of the zone (every 5 s, 15 min, 3 h, day, third day of the month, Monday,
/// month …): the smallest round step of which at most `room` (>= 1) fit into the range, so many labels having
/// room side by side; where both ends have one, there is one more. Ascending; the step depends on the range's
/// length alone, so that ticks of a moving range stay where they are. Days stay days over a change of
/// daylight-saving time; where clocks go back, ticks of up to an hour come twice, and those of times that
/// come twice say which they are: "02:00 CEST", "02:00 CET".
[[nodiscard]] std::vector<TimeTick> timeTicks(TimeRange range, double room, const QTimeZone &zone);

/// Whether the labels of these ticks have room side by side.
using LabelsFit = std::function<bool(std::span<const TimeTick>)>;

/// The same where it can be told which labels fit: of a larger step where they do not; of a smaller one where
/// there might be fewer than two of them, as long as those fit. The only tick of a range of seconds says the
/// seconds.
[[nodiscard]] std::vector<TimeTick> timeTicks(TimeRange range, double room, const QTimeZone &zone,
                                              const LabelsFit &fit);

/// Labels as ticks at these times have them (ascending), each as exact as their smallest distance asks for.
[[nodiscard]] QStringList timeLabels(std::span<const TimestampMs> times, const QTimeZone &zone);

/// A time in full for read-outs: "2026-11-21 14:03:07", with milliseconds where the step is below a second,
/// and with what it is told from its twin by where it comes twice: "2026-10-25 02:30:00 CET".
[[nodiscard]] QString timeText(TimestampMs t, std::int64_t stepMs, const QTimeZone &zone);

} // namespace sightglass
