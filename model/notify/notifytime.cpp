// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/notifytime.h"

#include "model/query/civiltime.h"

#include <array>
#include <charconv>
#include <chrono>

namespace sightglass {

namespace {

/// Takes so many digits off the front.
std::optional<int> digits(std::string_view &text, std::size_t count)
{
    int value = 0;
    const std::string_view part = text.substr(0, count);
    const bool good = part.size() == count && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (!good || std::from_chars(part.data(), part.data() + count, value).ec != std::errc())
        return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view &text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Numbers of these widths, with these separators before them but for the first.
template<std::size_t Count>
bool numbers(std::string_view &text, const std::array<std::size_t, Count> &widths,
             std::string_view separators, std::array<int, Count> &values)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (i > 0 && !take(text, separators.substr(i - 1, 1)))
            return false;
        const auto value = digits(text, widths[i]);
        if (!value)
            return false;
        values[i] = *value;
    }
    return true;
}

/// Milliseconds of what stands behind the point.
std::optional<int> fraction(std::string_view &text)
{
    if (!take(text, ".,"))
        return 0;
    int value = 0;
    std::size_t count = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++count) {
        if (count < 3)
            value = value * 10 + (text.front() - '0');
    }
    for (std::size_t i = count; i < 3; ++i)
        value *= 10;
    return count == 0 ? std::nullopt : std::optional(value);
}

/// Seconds east of UTC, up to the text's end.
std::optional<std::int64_t> offset(std::string_view text)
{
    if (text == "Z" || text == "z")
        return 0;
    const bool west = text.starts_with('-');
    std::array<int, 2> parts{};
    if (!take(text, "+-") || !numbers<2>(text, {2, 2}, ":", parts) || !text.empty() || parts[0] > 23 ||
        parts[1] > 59)
        return std::nullopt;
    const std::int64_t seconds = parts[0] * 3600 + parts[1] * 60;
    return west ? -seconds : seconds;
}

} // namespace

std::string rfc3339Ms(TimestampMs t)
{
    const std::int64_t ms = ((t % 1000) + 1000) % 1000;
    std::string text = rfc3339(t - ms);
    std::string part = std::to_string(1000 + ms);
    part.front() = '.';
    text.insert(text.size() - 1, part);
    return text;
}

std::optional<TimestampMs> parseRfc3339(std::string_view text)
{
    std::array<int, 3> date{};
    std::array<int, 3> time{};
    if (!numbers<3>(text, {4, 2, 2}, "--", date) || !take(text, "Tt ") ||
        !numbers<3>(text, {2, 2, 2}, "::", time))
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{date[0]},
                                          std::chrono::month{static_cast<unsigned>(date[1])},
                                          std::chrono::day{static_cast<unsigned>(date[2])}};
    const auto milliseconds = fraction(text);
    const auto east = offset(text);
    if (!day.ok() || time[0] > 23 || time[1] > 59 || time[2] > 59 || !milliseconds || !east)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
    const std::int64_t seconds = days * 86400 + time[0] * 3600 + time[1] * 60 + time[2] - *east;
    return seconds * 1000 + *milliseconds;
}

} // namespace sightglass
