// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"

#include "model/api/gofloat.h"
#include "model/core/goformat.h"
#include "model/query/civiltime.h"
#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace sightglass {

namespace {

// Prometheus' clients send its own earliest and latest time, which RFC 3339 cannot write.
constexpr std::string_view earliestText = "-292273086-05-16T16:47:06Z";
constexpr std::string_view latestText = "292277025-08-18T07:12:54.999999999Z";

constexpr double nanosecondLimit = 9223372036854775808.0; // 2^63

/// Reads exactly `digits` digits off the front of `text`; -1 where they are not there.
int takeNumber(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return -1;
    int number = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Whole milliseconds of a fraction's digits; -1 where there is none.
int takeFraction(std::string_view &text)
{
    int milliseconds = 0;
    int weight = 100;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        milliseconds += (text[digits] - '0') * weight;
        weight /= 10;
        ++digits;
    }
    text.remove_prefix(digits);
    return digits == 0 ? -1 : milliseconds;
}

/// Minutes east of Greenwich of all that is left of `text`.
std::optional<int> takeZone(std::string_view text)
{
    if (text == "Z")
        return 0;
    const int sign = text.starts_with('-') ? -1 : 1;
    if (!take(text, '+') && !take(text, '-'))
        return std::nullopt;
    const int hours = takeNumber(text, 2);
    if (!take(text, ':'))
        return std::nullopt;
    const int minutes = takeNumber(text, 2);
    // Go takes one more of each than there are.
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 60 || !text.empty())
        return std::nullopt;
    return sign * (hours * 60 + minutes);
}

struct Fields
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;

    [[nodiscard]] bool valid() const noexcept
    {
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) &&
               hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
    }
};

/// "2006-01-02T15:04:05" off the front of `text`.
std::optional<Fields> takeFields(std::string_view &text)
{
    Fields fields;
    fields.year = takeNumber(text, 4);
    if (!take(text, '-'))
        return std::nullopt;
    fields.month = takeNumber(text, 2);
    if (!take(text, '-'))
        return std::nullopt;
    fields.day = takeNumber(text, 2);
    if (!take(text, 'T'))
        return std::nullopt;
    // Go's hour may have one digit, and nothing else may.
    fields.hour = takeNumber(text, text.size() > 1 && text[1] == ':' ? 1 : 2);
    if (!take(text, ':'))
        return std::nullopt;
    fields.minute = takeNumber(text, 2);
    if (!take(text, ':'))
        return std::nullopt;
    fields.second = takeNumber(text, 2);
    return fields.valid() ? std::optional(fields) : std::nullopt;
}

std::optional<TimestampMs> parseRfc3339(std::string_view text)
{
    const std::optional<Fields> fields = takeFields(text);
    if (!fields)
        return std::nullopt;
    int milliseconds = 0;
    if (take(text, '.') || take(text, ',')) {
        milliseconds = takeFraction(text);
        if (milliseconds < 0)
            return std::nullopt;
    }
    const std::optional<int> zone = takeZone(text);
    if (!zone)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(fields->year),
                                           std::chrono::month(static_cast<unsigned>(fields->month)),
                                           std::chrono::day(static_cast<unsigned>(fields->day))};
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    const std::int64_t minutes = (days * 24 + fields->hour) * 60 + fields->minute - *zone;
    return (minutes * 60 + fields->second) * 1000 + milliseconds;
}

TimestampMs fromSeconds(double seconds)
{
    double whole = 0;
    const double fraction = std::modf(seconds, &whole);
    const double milliseconds = whole * 1000 + std::round(fraction * 1000);
    return static_cast<TimestampMs>(
        std::clamp(milliseconds, static_cast<double>(allTime.from), static_cast<double>(allTime.to)));
}

} // namespace

std::optional<TimestampMs> parseApiTime(std::string_view text)
{
    if (const std::optional<double> seconds = parseGoFloat(text))
        return std::isnan(*seconds) ? std::nullopt : std::optional(fromSeconds(*seconds));
    if (text == earliestText)
        return allTime.from;
    if (text == latestText)
        return allTime.to;
    return parseRfc3339(text);
}

std::variant<std::int64_t, std::string> parseApiDuration(std::string_view text)
{
    const std::string problem = "cannot parse " + goQuoted(text) + " to a valid duration";
    if (const std::optional<double> seconds = parseGoFloat(text)) {
        const double nanoseconds = *seconds * 1e9;
        if (!(std::abs(nanoseconds) < nanosecondLimit))
            return problem + ". It overflows int64";
        return static_cast<std::int64_t>(nanoseconds) / 1'000'000;
    }
    if (const std::optional<std::int64_t> milliseconds = parseDurationMs(text))
        return *milliseconds;
    return problem;
}

std::string secondsText(TimestampMs t)
{
    const std::uint64_t magnitude = t < 0 ? 0 - static_cast<std::uint64_t>(t) : static_cast<std::uint64_t>(t);
    std::string text = (t < 0 ? "-" : "") + std::to_string(magnitude / 1000);
    if (const std::uint64_t fraction = magnitude % 1000; fraction != 0) {
        const std::string digits = std::to_string(fraction);
        text += '.' + std::string(3 - digits.size(), '0') + digits;
    }
    return text;
}

std::string rfc3339Text(TimestampMs t)
{
    std::string text = rfc3339(t);
    const TimestampMs fraction = ((t % 1000) + 1000) % 1000;
    if (fraction == 0)
        return text;
    std::string digits = std::to_string(1000 + fraction).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    text.insert(text.size() - 1, '.' + digits);
    return text;
}

} // namespace sightglass
