// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/timeinterval.h"

#include "model/query/civiltime.h"
#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sightglass {

namespace {

constexpr int minutesOfDay = 24 * 60;

constexpr std::array<std::string_view, 7> weekdayNames = {"sunday",   "monday", "tuesday", "wednesday",
                                                          "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> monthNames = {"january",   "february", "march",    "april",
                                                         "may",       "june",     "july",     "august",
                                                         "september", "october",  "november", "december"};

bool holds(const std::vector<NumberRange> &ranges, std::int64_t value)
{
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [value](const NumberRange &range) {
               return value >= range.begin && value <= range.end;
           });
}

bool holdsMinute(const std::vector<NumberRange> &ranges, int minute)
{
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [minute](const NumberRange &range) {
               return minute >= range.begin && minute < range.end;
           });
}

/// Days that the month does not have are cut off; negative ones count from its end.
bool holdsDay(const std::vector<NumberRange> &ranges, const CivilTime &time)
{
    const int days = daysInMonth(time.year, time.month);
    const auto day = [days](int number) { return number < 0 ? days + number + 1 : number; };
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), [&](const NumberRange &range) {
               const int begin = day(range.begin);
               return begin <= days && time.day >= begin && time.day <= std::min(day(range.end), days);
           });
}

Error wrong(std::string_view text, const char *what)
{
    return {ErrorCode::ConfigValue, {std::string(what) + ": " + std::string(text)}, {}, {}};
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// HH:MM, 24:00 included.
std::optional<int> minuteOf(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = number(text.substr(0, 2));
    const auto minute = number(text.substr(3));
    const bool good =
        hour && minute && *hour >= 0 && *minute >= 0 && *minute < 60 && *hour * 60 + *minute <= minutesOfDay;
    return good ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

template<std::size_t Count>
std::optional<int> indexOf(const std::array<std::string_view, Count> &names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), asciiLower(name));
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()));
}

/// "a" or "a:b", each read by `read`.
template<typename Read>
Result<NumberRange> range(std::string_view text, const char *what, Read read)
{
    const std::size_t colon = text.find(':');
    const std::optional<int> begin = read(text.substr(0, colon));
    const std::optional<int> end = colon == std::string_view::npos ? begin : read(text.substr(colon + 1));
    if (!begin || !end)
        return wrong(text, what);
    return NumberRange{*begin, *end};
}

Result<NumberRange> ascending(Result<NumberRange> made, std::string_view text)
{
    if (made && made->begin > made->end)
        return wrong(text, "the start cannot be after the end");
    return made;
}

} // namespace

bool contains(const TimeInterval &interval, TimestampMs t, const ZoneLookup &zones)
{
    const std::int64_t seconds = t / 1000 - (t % 1000 < 0 ? 1 : 0);
    const ZoneRule zone = interval.location.empty() || interval.location == "UTC" ? utcZone()
                          : zones                                                 ? zones(interval.location)
                                                                                  : ZoneRule();
    if (!zone)
        return false;
    const CivilTime time = civilTime(seconds + zone(seconds).secondsEast);
    return holdsMinute(interval.minutes, time.hour * 60 + time.minute) &&
           holdsDay(interval.daysOfMonth, time) && holds(interval.months, time.month) &&
           holds(interval.weekdays, time.weekday) && holds(interval.years, time.year);
}

bool containsAny(std::span<const TimeInterval> intervals, TimestampMs t, const ZoneLookup &zones)
{
    return std::any_of(intervals.begin(), intervals.end(),
                       [&](const TimeInterval &interval) { return contains(interval, t, zones); });
}

Result<NumberRange> parseDayTimes(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto begin = minuteOf(text.substr(0, dash));
    const auto end = dash == std::string_view::npos ? std::nullopt : minuteOf(text.substr(dash + 1));
    if (!begin || !end)
        return wrong(text, "not times of a day like 09:00-17:30");
    if (*begin >= *end)
        return wrong(text, "the start must be before the end");
    return NumberRange{*begin, *end};
}

Result<NumberRange> parseWeekdays(std::string_view text)
{
    return ascending(
        range(text, "not weekdays", [](std::string_view name) { return indexOf(weekdayNames, name); }), text);
}

Result<NumberRange> parseDaysOfMonth(std::string_view text)
{
    auto made = range(text, "not days of a month", [](std::string_view day) {
        const auto value = number(day);
        const bool good = value && *value != 0 && *value >= -31 && *value <= 31;
        return good ? value : std::nullopt;
    });
    if (!made)
        return made;
    if (made->begin < 0 && made->end > 0)
        return wrong(text, "the end must be negative where the start is");
    // Of ends that count from different sides nobody knows which comes first.
    return (made->begin < 0) == (made->end < 0) ? ascending(std::move(made), text) : std::move(made);
}

Result<NumberRange> parseMonths(std::string_view text)
{
    return ascending(range(text, "not months",
                           [](std::string_view month) -> std::optional<int> {
                               if (const auto named = indexOf(monthNames, month))
                                   return *named + 1;
                               const auto value = number(month);
                               return value && *value >= 1 && *value <= 12 ? value : std::nullopt;
                           }),
                     text);
}

Result<NumberRange> parseYears(std::string_view text)
{
    return ascending(range(text, "not years", number), text);
}

} // namespace sightglass
