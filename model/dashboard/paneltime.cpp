// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/paneltime.h"

#include "model/core/timegrid.h"
#include "model/dashboard/intervalvariables.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace sightglass {

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t week = 7 * day;
constexpr std::int64_t year = 365 * day;

/// Grafana's, ascending. Above the last one of all it goes on in whole years.
constexpr std::array<std::int64_t, 26> roundSteps = {
    100,         200,         500,         second,   2 * second, 5 * second, 10 * second,
    15 * second, 20 * second, 30 * second, minute,   2 * minute, 5 * minute, 10 * minute,
    15 * minute, 20 * minute, 30 * minute, hour,     2 * hour,   3 * hour,   6 * hour,
    12 * hour,   day,         week,        30 * day, year,
};

/// Prometheus refuses more steps.
constexpr std::int64_t mostEvaluations = 11'000;

/// The round step that is nearest to a length, as Grafana's roundInterval() has it: half a day stands for all
/// that is less than one, and a day for what is less than a week.
std::int64_t nearestStep(std::int64_t length) noexcept
{
    const auto *above = std::upper_bound(roundSteps.begin(), roundSteps.end(), length);
    if (above == roundSteps.begin() || above == roundSteps.end())
        return above == roundSteps.end() ? roundSteps.back() : roundSteps.front();
    const std::int64_t below = *(above - 1);
    const bool isWhole = below == 12 * hour || below == day;
    const std::int64_t middle = below == week       ? 3 * week
                                : below == 30 * day ? 42 * day
                                                    : (below + *above) / 2;
    return isWhole || length < middle ? below : *above;
}

/// Numbers of steps beyond which no screen shows more.
constexpr int mostPoints = 10'000;

std::int64_t fixedLength(char unit) noexcept
{
    switch (unit) {
    case 's':
        return second;
    case 'm':
        return minute;
    case 'h':
        return hour;
    case 'd':
        return day;
    case 'w':
        return week;
    default:
        return 0;
    }
}

int monthsOf(char unit) noexcept
{
    constexpr int monthsOfYear = 12;
    constexpr int monthsOfQuarter = 3;
    return unit == 'M' ? 1 : unit == 'Q' ? monthsOfQuarter : unit == 'y' ? monthsOfYear : 0;
}

/// Calendar arithmetic on local time, which is time as if it were UTC.
TimestampMs addMonths(TimestampMs local, int months)
{
    const std::chrono::sys_days date{std::chrono::days(gridFloor(local, day) / day)};
    std::chrono::year_month_day moved{date};
    moved += std::chrono::months(months);
    if (!moved.ok())
        moved = moved.year() / moved.month() / std::chrono::last;
    return std::chrono::sys_days(moved).time_since_epoch().count() * day + (local - gridFloor(local, day));
}

TimestampMs beginOf(char unit, TimestampMs local, int yearStart, int weekBegins)
{
    constexpr std::int64_t sunday = 3 * day; // 1970 began on a Thursday
    if (const std::int64_t length = fixedLength(unit); length > 0)
        return gridFloor(local, length, unit == 'w' ? sunday + weekBegins * day : 0);
    const std::chrono::sys_days date{std::chrono::days(gridFloor(local, day) / day)};
    const std::chrono::year_month_day ymd{date};
    constexpr int monthsOfYear = 12;
    const int months = monthsOf(unit);
    const int monthOfYear = static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
    const int since = (monthOfYear - yearStart + monthsOfYear) % monthsOfYear % months;
    const std::chrono::sys_days begin = (ymd.year() / ymd.month() - std::chrono::months(since)) / 1;
    return begin.time_since_epoch().count() * day;
}

std::int64_t secondsEast(const ZoneRule &zone, TimestampMs utc)
{
    return zone ? zone(gridFloor(utc, second) / second).secondsEast : 0;
}

/// The reverse of adding the zone's offset; in the hour that a change of the clocks doubles, either.
TimestampMs fromLocal(TimestampMs local, const ZoneRule &zone)
{
    const TimestampMs near = local - secondsEast(zone, local) * second;
    return local - secondsEast(zone, near) * second;
}

/// Takes a step ("-6h", "/d") off the front of the text.
struct RelativeStep
{
    char sign = 0;
    int count = 1;
    char unit = 0;
    bool fiscal = false;

    [[nodiscard]] static std::optional<RelativeStep> take(std::string_view &text)
    {
        RelativeStep step;
        step.sign = text.front();
        text.remove_prefix(1);
        if (std::string_view("+-/").find(step.sign) == std::string_view::npos)
            return std::nullopt;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), step.count);
        constexpr int mostSteps = 100'000;
        if (error == std::errc::result_out_of_range || step.count < 0 || step.count > mostSteps)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty())
            return std::nullopt;
        step.fiscal = text.starts_with("fQ") || text.starts_with("fy");
        text.remove_prefix(step.fiscal ? 1 : 0);
        step.unit = text.front();
        text.remove_prefix(1);
        const bool known = fixedLength(step.unit) > 0 || monthsOf(step.unit) > 0;
        return known ? std::optional(step) : std::nullopt;
    }

    /// Hours are real ones; days and longer units are those of the calendar, also where the clocks change.
    [[nodiscard]] TimestampMs applied(TimestampMs utc, const ZoneRule &zone,
                                      const CalendarRules &calendar) const
    {
        const int signedCount = sign == '-' ? -count : count;
        const std::int64_t length = fixedLength(unit);
        if (sign != '/' && length > 0 && length <= hour)
            return utc + signedCount * length;
        const TimestampMs local = utc + secondsEast(zone, utc) * second;
        if (sign == '/')
            return fromLocal(beginOf(unit, local, fiscal ? calendar.fiscalStart : 0, calendar.weekBegins),
                             zone);
        return fromLocal(
            length > 0 ? local + signedCount * length : addMonths(local, signedCount * monthsOf(unit)), zone);
    }
};

/// A step's length, also as old dashboards write it (">10s").
std::optional<std::int64_t> readInterval(std::string_view text)
{
    if (text.starts_with('>'))
        text.remove_prefix(1);
    const auto length = parseDurationMs(text);
    return length && *length > 0 ? length : std::nullopt;
}

/// What is said of a panel or query holds whatever its sources' intervals are.
void setInterval(PanelTime &time, std::int64_t intervalMs)
{
    time.scrapeIntervalMs = intervalMs;
    time.slowestIntervalMs = 0;
}

} // namespace

PanelTime forSources(PanelTime time, std::span<const std::int64_t> intervalsMs) noexcept
{
    if (intervalsMs.empty())
        return time;
    const auto [fastest, slowest] = std::ranges::minmax(intervalsMs);
    time.scrapeIntervalMs = fastest;
    time.slowestIntervalMs = slowest;
    return time;
}

std::optional<TimestampMs> nowOf(const PanelTime &time) noexcept
{
    return time.now || !time.live ? time.now : std::optional(time.range.to);
}

std::int64_t panelStepMs(const PanelTime &time) noexcept
{
    const std::int64_t points = std::max(time.maxPoints, 1);
    const std::int64_t length = std::max<std::int64_t>(time.range.lengthMs(), 0);
    const std::int64_t least =
        std::max(time.scrapeIntervalMs, (length + mostEvaluations - 1) / mostEvaluations);
    std::int64_t step = nearestStep(length / points);
    if (step < least) {
        const auto *const round = std::lower_bound(roundSteps.begin(), roundSteps.end(), least);
        step = round != roundSteps.end() ? *round : (least + year - 1) / year * year;
    }
    return step * std::max(time.stepFactor, 1);
}

std::int64_t rateIntervalMs(const PanelTime &time) noexcept
{
    const std::int64_t scrape = std::max(time.scrapeIntervalMs, time.slowestIntervalMs);
    return std::max(panelStepMs(time) + scrape, 4 * scrape);
}

TimeRange betweenSteps(TimeRange range, std::int64_t stepMs) noexcept
{
    constexpr std::int64_t fewestParts = 6;
    constexpr std::int64_t longestPart = 15 * second;
    std::int64_t parts = std::max(fewestParts, (stepMs + longestPart - 1) / longestPart);
    while (stepMs % parts != 0)
        ++parts;
    return {gridFloor(range.from, stepMs / parts), gridFloor(range.to, stepMs / parts)};
}

std::string expandIntervals(std::string_view expr, const PanelTime &time)
{
    const std::int64_t step = panelStepMs(time);
    const std::int64_t rate = rateIntervalMs(time);
    const std::int64_t length = std::max<std::int64_t>(time.range.lengthMs(), 0);
    const std::string seconds = std::to_string((length + second / 2) / second);
    return replaceIntervalVariables(expr,
                                    {formatDurationMs(step), formatDurationMs(rate), std::to_string(step),
                                     std::to_string(rate), seconds + "s", seconds, std::to_string(length)});
}

std::optional<TimestampMs> relativeTime(std::string_view text, TimestampMs now, const ZoneRule &zone,
                                        const CalendarRules &calendar)
{
    constexpr std::string_view nowWord = "now";
    if (!text.starts_with(nowWord))
        return std::nullopt;
    text.remove_prefix(nowWord.size());
    TimestampMs time = now;
    while (!text.empty()) {
        const auto step = RelativeStep::take(text);
        if (!step)
            return std::nullopt;
        time = step->applied(time, zone, calendar);
        // Beyond these, arithmetic on calendars is nobody's.
        constexpr TimestampMs farthest = 100'000'000'000'000;
        if (time > farthest || time < -farthest)
            return std::nullopt;
    }
    return time;
}

ZoneRule panelZone(const PanelSpec &panel, const PanelTime &time)
{
    return time.zones ? time.zones(panel) : machineZone();
}

PanelTime panelTime(const PanelSpec &panel, PanelTime time)
{
    const ZoneRule zone =
        panel.timeFrom.empty() && panel.timeShift.empty() ? ZoneRule() : panelZone(panel, time);
    if (const auto now = nowOf(time); !panel.timeFrom.empty() && now) {
        const bool whole = panel.timeFrom.starts_with("now");
        const auto from = relativeTime(whole ? panel.timeFrom : "now-" + panel.timeFrom, *now, zone);
        if (from && *from <= *now)
            time.range = {*from, *now};
    }
    if (!panel.timeShift.empty()) {
        const auto from = relativeTime("now-" + panel.timeShift, time.range.from, zone);
        const auto to = relativeTime("now-" + panel.timeShift, time.range.to, zone);
        if (from && to && *from <= *to)
            time.range = {*from, *to};
    }
    if (const auto interval = readInterval(panel.interval))
        setInterval(time, *interval);
    if (panel.maxDataPoints && *panel.maxDataPoints > 0)
        time.maxPoints = std::min(*panel.maxDataPoints, mostPoints);
    return time;
}

PanelTime queryTime(const PanelQuery &query, PanelTime time)
{
    if (const auto interval = readInterval(query.interval))
        setInterval(time, *interval);
    // Grafana's, by which "resolution" was chosen before there was $__rate_interval.
    constexpr int mostFactor = 1000;
    if (query.interval.find("__rate_interval") == std::string::npos)
        time.stepFactor = std::clamp(query.stepFactor, 1, mostFactor);
    return time;
}

} // namespace sightglass
