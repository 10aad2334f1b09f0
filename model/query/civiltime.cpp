// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/civiltime.h"

#include <array>
#include <cstdio>

namespace sightglass {

namespace {

constexpr std::uint64_t secondsPerDay = 86'400;
constexpr std::uint64_t daysBefore1970 = 106'751'991'073'094; ///< since the year -292277022399

bool isLeap(std::int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

int daysInMonth(std::int64_t year, int month) noexcept
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

CivilTime civilTime(std::int64_t unixSeconds) noexcept
{
    // As Go does it: seconds without a sign since the year -292277022399, so that the few times before wrap.
    const std::uint64_t absolute = static_cast<std::uint64_t>(unixSeconds) + daysBefore1970 * secondsPerDay;
    const std::int64_t days = static_cast<std::int64_t>(absolute / secondsPerDay - daysBefore1970);
    const auto inDay = static_cast<int>(absolute % secondsPerDay);

    // Years counted from March of year 0, so that the leap day is the last of its year; eras have 400 years.
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floorDivide(shifted, 146'097);
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayFromMarch + 2) / 153;

    CivilTime time;
    time.day = static_cast<int>(dayFromMarch - (153 * monthFromMarch + 2) / 5) + 1;
    time.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    time.year = yearOfEra + era * 400 + (time.month <= 2 ? 1 : 0);
    time.hour = inDay / 3600;
    time.minute = inDay / 60 % 60;
    time.second = inDay % 60;
    time.weekday = static_cast<int>(((days + 4) % 7 + 7) % 7);
    time.dayOfYear = time.day;
    for (int month = 1; month < time.month; ++month)
        time.dayOfYear += daysInMonth(time.year, month);
    return time;
}

std::string rfc3339(TimestampMs t)
{
    const CivilTime time = civilTime(t >= 0 ? t / 1000 : -((-t + 999) / 1000));
    std::array<char, 64> buffer;
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04lld-%02d-%02dT%02d:%02d:%02dZ",
                                     static_cast<long long>(time.year), time.month, time.day, time.hour,
                                     time.minute, time.second);
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

} // namespace sightglass
