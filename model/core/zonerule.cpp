// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/zonerule.h"

#include <cstdio>
#include <ctime>

namespace sightglass {

namespace {

std::string offsetText(std::int64_t secondsEast)
{
    constexpr std::int64_t minute = 60;
    const std::int64_t minutes = (secondsEast < 0 ? -secondsEast : secondsEast) / minute;
    char text[16];
    std::snprintf(text, sizeof text, "%c%02d:%02d", secondsEast < 0 ? '-' : '+',
                  static_cast<int>(minutes / 60 % 100), static_cast<int>(minutes % 60));
    return text;
}

} // namespace

ZoneRule utcZone()
{
    return [](std::int64_t) { return ZoneOffset{}; };
}

ZoneRule machineZone()
{
    return [](std::int64_t unixSeconds) {
        const auto time = static_cast<std::time_t>(unixSeconds);
        std::tm parts{};
        if (localtime_r(&time, &parts) == nullptr)
            return ZoneOffset{};
        return ZoneOffset{parts.tm_gmtoff, parts.tm_zone};
    };
}

std::string repeatedHour(std::int64_t unixSeconds, const ZoneRule &zone)
{
    // Farther from the change than this no time comes twice.
    constexpr std::int64_t day = 86'400;
    const ZoneOffset own = zone(unixSeconds);
    for (const std::int64_t beyond : {unixSeconds - day, unixSeconds + day}) {
        const ZoneOffset other = zone(beyond);
        if (other.secondsEast == own.secondsEast)
            continue;
        const std::int64_t twin = unixSeconds + own.secondsEast - other.secondsEast;
        if (zone(twin).secondsEast != other.secondsEast)
            continue;
        const bool isNamed = !own.abbreviation.empty() && own.abbreviation != other.abbreviation;
        return isNamed ? own.abbreviation : offsetText(own.secondsEast);
    }
    return {};
}

} // namespace sightglass
