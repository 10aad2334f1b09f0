// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/core/zonerule.h"
#include "parser/base/result.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Both ends are in it, but for minutes of a day, whose end is not.
struct NumberRange
{
    int begin = 0;
    int end = 0;

    friend bool operator==(const NumberRange &, const NumberRange &) = default;
};

/// A part of the calendar, as Alertmanager's time intervals have it: what is empty is always. Of what is not,
/// all must hold.
struct TimeInterval
{
    std::vector<NumberRange> minutes;     ///< of the day, 0–1440
    std::vector<NumberRange> weekdays;    ///< 0 Sunday – 6
    std::vector<NumberRange> daysOfMonth; ///< 1–31, or -1 (the last) – -31
    std::vector<NumberRange> months;      ///< 1–12
    std::vector<NumberRange> years;
    std::string location = {}; ///< the zone's name; "": UTC
};

/// Where names of zones are looked up; a null rule where there is no such zone.
using ZoneLookup = std::function<ZoneRule(const std::string &location)>;

/// Whether the moment lies in it. In a zone that there is none of, no moment does.
[[nodiscard]] bool contains(const TimeInterval &interval, TimestampMs t, const ZoneLookup &zones);
[[nodiscard]] bool containsAny(std::span<const TimeInterval> intervals, TimestampMs t,
                               const ZoneLookup &zones);

/// "22:00-24:00": from a time to one that is later, 24:00 being the day's end. ConfigValue.
[[nodiscard]] Result<NumberRange> parseDayTimes(std::string_view text);
/// "monday:friday", "saturday", in any case. ConfigValue.
[[nodiscard]] Result<NumberRange> parseWeekdays(std::string_view text);
/// "1:5", "-3:-1", "15". ConfigValue.
[[nodiscard]] Result<NumberRange> parseDaysOfMonth(std::string_view text);
/// "january:march", "5:8", "may". ConfigValue.
[[nodiscard]] Result<NumberRange> parseMonths(std::string_view text);
/// "2024:2026", "2030". ConfigValue.
[[nodiscard]] Result<NumberRange> parseYears(std::string_view text);

} // namespace sightglass
