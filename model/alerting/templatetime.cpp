// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatetime.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace sightglass {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

std::string padded(std::int64_t value, std::size_t width, char fill = '0')
{
    std::string digits = std::to_string(value < 0 ? -value : value);
    if (digits.size() < width)
        digits.insert(0, width - digits.size(), fill);
    return value < 0 ? "-" + digits : digits;
}

std::string twelveHour(const GoDateTime &t, std::size_t width)
{
    return padded(t.hour % 12 == 0 ? 12 : t.hour % 12, width);
}

/// The pieces of Go's reference time and what stands for them. Where one begins like another, the longer is
/// first.
struct Piece
{
    std::string_view layout;
    std::string (*text)(const GoDateTime &);
};

constexpr std::array pieces = {
    Piece{"January", [](const GoDateTime &t) { return std::string(monthName(t.month)); }},
    Piece{"Jan", [](const GoDateTime &t) { return std::string(monthName(t.month).substr(0, 3)); }},
    Piece{"Monday", [](const GoDateTime &t) { return std::string(weekdayName(t.weekday)); }},
    Piece{"Mon", [](const GoDateTime &t) { return std::string(weekdayName(t.weekday).substr(0, 3)); }},
    Piece{"MST", [](const GoDateTime &) { return std::string("UTC"); }},
    Piece{"002", [](const GoDateTime &t) { return padded(t.yearDay, 3); }},
    Piece{"01", [](const GoDateTime &t) { return padded(t.month, 2); }},
    Piece{"02", [](const GoDateTime &t) { return padded(t.day, 2); }},
    Piece{"03", [](const GoDateTime &t) { return twelveHour(t, 2); }},
    Piece{"04", [](const GoDateTime &t) { return padded(t.minute, 2); }},
    Piece{"05", [](const GoDateTime &t) { return padded(t.second, 2); }},
    Piece{"06", [](const GoDateTime &t) { return padded(t.year % 100, 2); }},
    Piece{"15", [](const GoDateTime &t) { return padded(t.hour, 2); }},
    Piece{"1", [](const GoDateTime &t) { return padded(t.month, 0); }},
    Piece{"2006", [](const GoDateTime &t) { return padded(t.year, 4); }},
    Piece{"2", [](const GoDateTime &t) { return padded(t.day, 0); }},
    Piece{"_2006", [](const GoDateTime &t) { return "_" + padded(t.year, 4); }},
    Piece{"__2", [](const GoDateTime &t) { return padded(t.yearDay, 3, ' '); }},
    Piece{"_2", [](const GoDateTime &t) { return padded(t.day, 2, ' '); }},
    Piece{"3", [](const GoDateTime &t) { return twelveHour(t, 0); }},
    Piece{"4", [](const GoDateTime &t) { return padded(t.minute, 0); }},
    Piece{"5", [](const GoDateTime &t) { return padded(t.second, 0); }},
    Piece{"PM", [](const GoDateTime &t) { return std::string(t.hour >= 12 ? "PM" : "AM"); }},
    Piece{"pm", [](const GoDateTime &t) { return std::string(t.hour >= 12 ? "pm" : "am"); }},
    Piece{"-07:00:00", [](const GoDateTime &) { return std::string("+00:00:00"); }},
    Piece{"-07:00", [](const GoDateTime &) { return std::string("+00:00"); }},
    Piece{"-070000", [](const GoDateTime &) { return std::string("+000000"); }},
    Piece{"-0700", [](const GoDateTime &) { return std::string("+0000"); }},
    Piece{"-07", [](const GoDateTime &) { return std::string("+00"); }},
    Piece{"Z07:00:00", [](const GoDateTime &) { return std::string("Z"); }},
    Piece{"Z07:00", [](const GoDateTime &) { return std::string("Z"); }},
    Piece{"Z070000", [](const GoDateTime &) { return std::string("Z"); }},
    Piece{"Z0700", [](const GoDateTime &) { return std::string("Z"); }},
    Piece{"Z07", [](const GoDateTime &) { return std::string("Z"); }},
};

bool isDigitAt(std::string_view text, std::size_t at) noexcept
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// A fraction of a second, .000 or .999 with . or , in front: how long it is; 0 where there is none.
std::size_t fractionLength(std::string_view layout) noexcept
{
    if (layout.size() < 2 || (layout[0] != '.' && layout[0] != ',') || (layout[1] != '0' && layout[1] != '9'))
        return 0;
    const std::size_t end = std::min(layout.find_first_not_of(layout[1], 1), layout.size());
    return isDigitAt(layout, end) ? 0 : end;
}

std::string fraction(std::string_view layout, int nanosecond)
{
    const std::size_t wanted = layout.size() - 1;
    std::string digits = padded(nanosecond, 9);
    digits.resize(wanted, '0');
    if (layout[1] == '9') {
        digits.erase(std::min(digits.find_last_not_of('0') + 1, digits.size()));
        if (digits.empty())
            return {};
    }
    return layout.front() + digits;
}

/// Of "Jan" in "January" Go makes no month where a lower-case letter follows it otherwise.
bool isWordGoingOn(const Piece &piece, std::string_view layout) noexcept
{
    if (piece.layout != "Jan" && piece.layout != "Mon")
        return false;
    return layout.size() > 3 && layout[3] >= 'a' && layout[3] <= 'z';
}

/// 1.5 with the zeros at its end cut off: of value / 10^digits.
std::string withFraction(std::uint64_t value, std::size_t digits)
{
    std::string text = std::to_string(value);
    if (text.size() <= digits)
        text.insert(0, digits + 1 - text.size(), '0');
    std::string tail = text.substr(text.size() - digits);
    tail.erase(tail.find_last_not_of('0') + 1);
    return text.substr(0, text.size() - digits) + (tail.empty() ? "" : "." + tail);
}

} // namespace

GoDateTime goDateTime(std::int64_t unixNanoseconds) noexcept
{
    using namespace std::chrono;
    const sys_time<nanoseconds> time{nanoseconds(unixNanoseconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<nanoseconds> clock(time - day);
    GoDateTime civil;
    civil.year = static_cast<int>(date.year());
    civil.month = static_cast<int>(static_cast<unsigned>(date.month()));
    civil.day = static_cast<int>(static_cast<unsigned>(date.day()));
    civil.hour = static_cast<int>(clock.hours().count());
    civil.minute = static_cast<int>(clock.minutes().count());
    civil.second = static_cast<int>(clock.seconds().count());
    civil.nanosecond = static_cast<int>(clock.subseconds().count());
    civil.weekday = static_cast<int>(weekday(day).c_encoding());
    civil.yearDay = static_cast<int>((day - sys_days(date.year() / January / 1)).count()) + 1;
    return civil;
}

std::int64_t unixNanosecondsOf(std::int64_t year, std::int64_t month, std::int64_t day) noexcept
{
    // Beyond what 64 bits of nanoseconds hold, so that nothing below overflows.
    constexpr std::int64_t far = 1'000'000;
    year = std::clamp(year, -far, far);
    month = std::clamp(month, -far, far) - 1;
    const std::int64_t years = month >= 0 ? month / 12 : (month - 11) / 12;
    const auto inYear = static_cast<unsigned>(month - years * 12) + 1;
    const int whole = static_cast<int>(std::clamp<std::int64_t>(year + years, 1600, 2300));
    const std::chrono::sys_days first(std::chrono::year(whole) / std::chrono::month(inYear) / 1);
    const std::int64_t days = first.time_since_epoch().count() + std::clamp(day, -far, far) - 1;
    constexpr std::int64_t mostDays = 106'751; // 2^63 ns
    return std::clamp(days, -mostDays, mostDays) * 86'400 * nanosecondsPerSecond;
}

std::string goTimeFormatted(std::int64_t unixNanoseconds, std::string_view layout)
{
    const GoDateTime civil = goDateTime(unixNanoseconds);
    std::string out;
    while (!layout.empty()) {
        if (const std::size_t length = fractionLength(layout); length > 0) {
            out += fraction(layout.substr(0, length), civil.nanosecond);
            layout.remove_prefix(length);
            continue;
        }
        const auto piece = std::ranges::find_if(pieces, [layout](const Piece &candidate) {
            return layout.starts_with(candidate.layout) && !isWordGoingOn(candidate, layout);
        });
        if (piece == pieces.end()) {
            out += layout.front();
            layout.remove_prefix(1);
            continue;
        }
        out += piece->text(civil);
        layout.remove_prefix(piece->layout.size());
    }
    return out;
}

std::string goTimeText(std::int64_t unixNanoseconds)
{
    return goTimeFormatted(unixNanoseconds, "2006-01-02 15:04:05.999999999 -0700 MST");
}

std::string goDurationText(std::int64_t nanoseconds)
{
    if (nanoseconds == 0)
        return "0s";
    const std::uint64_t magnitude = nanoseconds < 0 ? 0 - static_cast<std::uint64_t>(nanoseconds)
                                                    : static_cast<std::uint64_t>(nanoseconds);
    const std::string sign = nanoseconds < 0 ? "-" : "";
    if (magnitude < 1000)
        return sign + std::to_string(magnitude) + "ns";
    if (magnitude < 1'000'000)
        return sign + withFraction(magnitude, 3) + "µs";
    if (magnitude < 1'000'000'000)
        return sign + withFraction(magnitude, 6) + "ms";
    constexpr std::uint64_t minute = 60ULL * 1'000'000'000ULL;
    std::string text = sign;
    if (magnitude >= 60 * minute)
        text += std::to_string(magnitude / (60 * minute)) + "h";
    if (magnitude >= minute)
        text += std::to_string(magnitude / minute % 60) + "m";
    return text + withFraction(magnitude % minute, 9) + "s";
}

std::string_view monthName(int month) noexcept
{
    return month >= 1 && month <= 12 ? months[static_cast<std::size_t>(month) - 1] : std::string_view();
}

std::string_view weekdayName(int weekday) noexcept
{
    return weekday >= 0 && weekday <= 6 ? weekdays[static_cast<std::size_t>(weekday)] : std::string_view();
}

} // namespace sightglass
