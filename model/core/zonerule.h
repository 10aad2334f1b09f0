// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace sightglass {

/// How far a time zone is from UTC at some time.
struct ZoneOffset
{
    std::int64_t secondsEast = 0;
    std::string abbreviation = "UTC"; ///< "CET", "EDT", …
};

/// A time zone: from seconds since 1970 to its offset then. Callable from any thread.
using ZoneRule = std::function<ZoneOffset(std::int64_t unixSeconds)>;

[[nodiscard]] ZoneRule utcZone();

/// The zone that the machine is set to (TZ, /etc/localtime).
[[nodiscard]] ZoneRule machineZone();

/// What tells a local time that comes twice, because the zone's clocks went back, from its twin: the zone's
/// abbreviation at that time ("CEST"), or its distance from UTC ("+02:00") where both have the same one.
/// Empty for all other times.
[[nodiscard]] std::string repeatedHour(std::int64_t unixSeconds, const ZoneRule &zone);

} // namespace sightglass
