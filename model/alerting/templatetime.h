// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// A moment of UTC on the calendar and the clock.
struct GoDateTime
{
    std::int64_t year = 1970;
    int month = 1; ///< 1 … 12
    int day = 1;   ///< 1 … 31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int nanosecond = 0;
    int weekday = 4; ///< 0 is Sunday
    int yearDay = 1; ///< 1 … 366
};

inline constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

[[nodiscard]] GoDateTime goDateTime(std::int64_t unixNanoseconds) noexcept;

/// The midnight that begins a day; months beyond the year and days beyond the month count on, as in Go's
/// time.Date().
[[nodiscard]] std::int64_t unixNanosecondsOf(std::int64_t year, std::int64_t month,
                                             std::int64_t day) noexcept;

/// Go's Time.Format() of a time in UTC: "2006-01-02 15:04:05.000 MST".
[[nodiscard]] std::string goTimeFormatted(std::int64_t unixNanoseconds, std::string_view layout);

/// Go's Time.String(): 2024-05-01 10:00:00.5 +0000 UTC.
[[nodiscard]] std::string goTimeText(std::int64_t unixNanoseconds);

/// Go's Duration.String(): 1h30m0s, 1.5ms, 0s.
[[nodiscard]] std::string goDurationText(std::int64_t nanoseconds);

[[nodiscard]] std::string_view monthName(int month) noexcept;     ///< 1 … 12; empty beyond
[[nodiscard]] std::string_view weekdayName(int weekday) noexcept; ///< 0 is Sunday; empty beyond

} // namespace sightglass
