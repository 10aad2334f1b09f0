// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <string>

namespace sightglass {

/// A moment as the UTC calendar has it (proleptic Gregorian).
struct CivilTime
{
    std::int64_t year = 1970;
    int month = 1;     ///< 1–12
    int day = 1;       ///< 1–31
    int hour = 0;      ///< 0–23
    int minute = 0;    ///< 0–59
    int second = 0;    ///< 0–59
    int weekday = 4;   ///< 0 = Sunday
    int dayOfYear = 1; ///< 1–366
};

[[nodiscard]] CivilTime civilTime(std::int64_t unixSeconds) noexcept;

/// 28–31.
[[nodiscard]] int daysInMonth(std::int64_t year, int month) noexcept;

/// RFC 3339 in UTC with whole seconds: 1970-01-01T00:50:00Z.
[[nodiscard]] std::string rfc3339(TimestampMs t);

} // namespace sightglass
