// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/zonerule.h"

#include <ctime>

namespace sightglass {

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

} // namespace sightglass
