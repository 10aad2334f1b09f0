// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/momentformat.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <span>

namespace sightglass {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> monthNames = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> dayNames = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

/// A point in time in its zone, taken apart.
struct Moment
{
    double milliseconds = 0; ///< since 1970, UTC
    ZoneOffset offset;
    sys_days day;
    year_month_day date;
    int weekday = 0; ///< Sunday is 0
    int dayOfYear = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

std::int64_t wholeSeconds(double milliseconds)
{
    return std::int64_t(std::floor(milliseconds / 1000));
}

Moment momentAt(double milliseconds, const ZoneRule &zone)
{
    Moment moment;
    moment.milliseconds = std::floor(milliseconds);
    const std::int64_t utc = wholeSeconds(milliseconds);
    moment.offset = zone(utc);
    const sys_seconds local{seconds{utc + moment.offset.secondsEast}};
    moment.day = floor<days>(local);
    moment.date = year_month_day(moment.day);
    moment.weekday = int(weekday(moment.day).c_encoding());
    moment.dayOfYear = int((moment.day - sys_days(moment.date.year() / January / 1)).count()) + 1;
    const hh_mm_ss time{local - moment.day};
    moment.hour = int(time.hours().count());
    moment.minute = int(time.minutes().count());
    moment.second = int(time.seconds().count());
    moment.millisecond = int(moment.milliseconds - double(utc) * 1000);
    return moment;
}

std::string padded(std::int64_t value, std::size_t width)
{
    std::string text = std::to_string(value < 0 ? -value : value);
    if (text.size() < width)
        text.insert(0, width - text.size(), '0');
    return value < 0 ? "-" + text : text;
}

std::string ordinal(std::int64_t value)
{
    const std::int64_t last = value % 10;
    const bool teen = value % 100 / 10 == 1;
    const char *ending = teen || last > 3 || last == 0 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
    return std::to_string(value) + ending;
}

struct Week
{
    int year = 0;
    int number = 0;
};

/// The week that a day lies in, weeks beginning on `first` and the year's first one holding the day `anchor`
/// of January (ISO: Monday and the 4th; English: Sunday and the 1st).
Week weekOf(const Moment &moment, int first, unsigned anchor)
{
    const auto startOf = [first, anchor](year ofYear) {
        const sys_days day = ofYear / January / std::chrono::day{anchor};
        const int behind = (int(weekday(day).c_encoding()) - first + 7) % 7;
        return day - days{behind};
    };
    year of = moment.date.year();
    if (moment.day < startOf(of))
        --of;
    else if (moment.day >= startOf(of + years{1}))
        ++of;
    return {int(of), int((moment.day - startOf(of)).count()) / 7 + 1};
}

Week isoWeek(const Moment &moment)
{
    return weekOf(moment, 1, 4);
}

Week englishWeek(const Moment &moment)
{
    return weekOf(moment, 0, 1);
}

std::string offsetText(const Moment &moment, std::string_view separator)
{
    const std::int64_t minutes = std::abs(moment.offset.secondsEast) / 60;
    std::string text = moment.offset.secondsEast < 0 ? "-" : "+";
    return text.append(padded(minutes / 60, 2)).append(separator).append(padded(minutes % 60, 2));
}

int clockHour(const Moment &moment)
{
    return moment.hour % 12 == 0 ? 12 : moment.hour % 12;
}

/// The milliseconds with as many digits as asked for.
std::string fraction(const Moment &moment, std::size_t digits)
{
    std::string text = padded(moment.millisecond, 3);
    text.resize(digits, '0');
    return text;
}

/// A token of a pattern and what it is replaced by.
struct Token
{
    std::string_view text;
    std::string (*write)(const Moment &);
};

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

std::string monthName(const Moment &moment, std::size_t length)
{
    return std::string(monthNames[unsigned(moment.date.month()) - 1].substr(0, length));
}

std::string dayName(const Moment &moment, std::size_t length)
{
    return std::string(dayNames[std::size_t(moment.weekday)].substr(0, length));
}

std::int64_t yearOf(const Moment &moment)
{
    return int(moment.date.year());
}

std::int64_t monthOf(const Moment &moment)
{
    return unsigned(moment.date.month());
}

std::int64_t dayOf(const Moment &moment)
{
    return unsigned(moment.date.day());
}

using At = const Moment &;

/// Longer tokens stand before those that they begin with.
constexpr Token dateTokens[] = {
    {"YYYYYY", [](At m) { return "+" + padded(yearOf(m), 6); }},
    {"YYYYY", [](At m) { return padded(yearOf(m), 5); }},
    {"YYYY", [](At m) { return padded(yearOf(m), 4); }},
    {"YY", [](At m) { return padded(yearOf(m) % 100, 2); }},
    {"Y", [](At m) { return number(yearOf(m)); }},
    {"Qo", [](At m) { return ordinal((monthOf(m) + 2) / 3); }},
    {"Q", [](At m) { return number((monthOf(m) + 2) / 3); }},
    {"MMMM", [](At m) { return monthName(m, std::string::npos); }},
    {"MMM", [](At m) { return monthName(m, 3); }},
    {"MM", [](At m) { return padded(monthOf(m), 2); }},
    {"Mo", [](At m) { return ordinal(monthOf(m)); }},
    {"M", [](At m) { return number(monthOf(m)); }},
    {"DDDD", [](At m) { return padded(m.dayOfYear, 3); }},
    {"DDDo", [](At m) { return ordinal(m.dayOfYear); }},
    {"DDD", [](At m) { return number(m.dayOfYear); }},
    {"DD", [](At m) { return padded(dayOf(m), 2); }},
    {"Do", [](At m) { return ordinal(dayOf(m)); }},
    {"D", [](At m) { return number(dayOf(m)); }},
    {"dddd", [](At m) { return dayName(m, std::string::npos); }},
    {"ddd", [](At m) { return dayName(m, 3); }},
    {"dd", [](At m) { return dayName(m, 2); }},
    {"do", [](At m) { return ordinal(m.weekday); }},
    {"d", [](At m) { return number(m.weekday); }},
    {"e", [](At m) { return number(m.weekday); }},
    {"E", [](At m) { return number(m.weekday == 0 ? 7 : m.weekday); }},
    {"WW", [](At m) { return padded(isoWeek(m).number, 2); }},
    {"Wo", [](At m) { return ordinal(isoWeek(m).number); }},
    {"W", [](At m) { return number(isoWeek(m).number); }},
    {"ww", [](At m) { return padded(englishWeek(m).number, 2); }},
    {"wo", [](At m) { return ordinal(englishWeek(m).number); }},
    {"w", [](At m) { return number(englishWeek(m).number); }},
    {"GGGG", [](At m) { return padded(isoWeek(m).year, 4); }},
    {"GG", [](At m) { return padded(isoWeek(m).year % 100, 2); }},
    {"gggg", [](At m) { return padded(englishWeek(m).year, 4); }},
    {"gg", [](At m) { return padded(englishWeek(m).year % 100, 2); }},
};

constexpr Token timeTokens[] = {
    {"HH", [](At m) { return padded(m.hour, 2); }},
    {"H", [](At m) { return number(m.hour); }},
    {"hh", [](At m) { return padded(clockHour(m), 2); }},
    {"h", [](At m) { return number(clockHour(m)); }},
    {"kk", [](At m) { return padded(m.hour == 0 ? 24 : m.hour, 2); }},
    {"k", [](At m) { return number(m.hour == 0 ? 24 : m.hour); }},
    {"mm", [](At m) { return padded(m.minute, 2); }},
    {"m", [](At m) { return number(m.minute); }},
    {"ss", [](At m) { return padded(m.second, 2); }},
    {"s", [](At m) { return number(m.second); }},
    {"A", [](At m) { return std::string(m.hour < 12 ? "AM" : "PM"); }},
    {"a", [](At m) { return std::string(m.hour < 12 ? "am" : "pm"); }},
    {"zz", [](At m) { return m.offset.abbreviation; }},
    {"z", [](At m) { return m.offset.abbreviation; }},
    {"ZZ", [](At m) { return offsetText(m, ""); }},
    {"Z", [](At m) { return offsetText(m, ":"); }},
    {"X", [](At m) { return number(wholeSeconds(m.milliseconds)); }},
    {"x", [](At m) { return number(std::int64_t(m.milliseconds)); }},
};

struct Abbreviation
{
    std::string_view text;
    std::string_view pattern;
};

constexpr Abbreviation abbreviations[] = {
    {"LTS", "h:mm:ss A"},
    {"LT", "h:mm A"},
    {"LLLL", "dddd, MMMM D, YYYY h:mm A"},
    {"LLL", "MMMM D, YYYY h:mm A"},
    {"LL", "MMMM D, YYYY"},
    {"L", "MM/DD/YYYY"},
    {"llll", "ddd, MMM D, YYYY h:mm A"},
    {"lll", "MMM D, YYYY h:mm A"},
    {"ll", "MMM D, YYYY"},
    {"l", "M/D/YYYY"},
};

/// What stands at the front of a pattern, written, and how long it was.
struct Written
{
    std::string text;
    std::size_t length = 1;
};

std::string written(const Moment &moment, std::string_view pattern);

Written writtenFront(const Moment &moment, std::string_view pattern)
{
    if (pattern.front() == '[') {
        const std::size_t end = pattern.find(']');
        if (end != std::string_view::npos)
            return {std::string(pattern.substr(1, end - 1)), end + 1};
    }
    if (pattern.front() == '\\' && pattern.size() > 1)
        return {std::string(pattern.substr(1, 1)), 2};
    if (pattern.front() == 'S') {
        const std::size_t digits = std::min(pattern.find_first_not_of('S'), pattern.size());
        return {fraction(moment, digits), digits};
    }
    for (const Abbreviation &one : abbreviations) {
        if (pattern.starts_with(one.text))
            return {written(moment, one.pattern), one.text.size()};
    }
    for (const std::span<const Token> tokens :
         {std::span<const Token>(dateTokens), std::span<const Token>(timeTokens)}) {
        for (const Token &token : tokens) {
            if (pattern.starts_with(token.text))
                return {token.write(moment), token.text.size()};
        }
    }
    return {std::string(pattern.substr(0, 1)), 1};
}

std::string written(const Moment &moment, std::string_view pattern)
{
    std::string text;
    while (!pattern.empty()) {
        const Written front = writtenFront(moment, pattern);
        text += front.text;
        pattern.remove_prefix(front.length);
    }
    return text;
}

std::string distanceWords(double milliseconds)
{
    const double days = milliseconds / 86'400'000;
    const double months = days * 4800 / 146'097; // of the Gregorian calendar's 400 years
    struct Step
    {
        double count;
        double below; ///< the next step is for as many
        const char *one;
        const char *several;
    };
    const Step steps[] = {
        {milliseconds / 1000, 45, "a few seconds", nullptr},
        {milliseconds / 60'000, 45, "a minute", " minutes"},
        {milliseconds / 3'600'000, 22, "an hour", " hours"},
        {days, 26, "a day", " days"},
        {months, 11, "a month", " months"},
        {months / 12, HUGE_VAL, "a year", " years"},
    };
    for (const Step &step : steps) {
        const double count = std::round(step.count);
        if (step.several == nullptr && count < step.below)
            return step.one;
        if (step.several != nullptr && count <= 1)
            return step.one;
        if (step.several != nullptr && count < step.below)
            return std::to_string(std::int64_t(count)) + step.several;
    }
    return {};
}

} // namespace

std::string momentText(double milliseconds, std::string_view pattern, const ZoneRule &zone)
{
    return written(momentAt(milliseconds, zone), pattern);
}

std::string timeFromNow(double milliseconds, double nowMilliseconds)
{
    const double distance = milliseconds - nowMilliseconds;
    const std::string words = distanceWords(std::fabs(distance));
    return distance > 0 ? "in " + words : words + " ago";
}

bool onOneDay(double milliseconds, double otherMilliseconds, const ZoneRule &zone)
{
    return momentAt(milliseconds, zone).day == momentAt(otherMilliseconds, zone).day;
}

} // namespace sightglass
