// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/goformat.h"

#include "model/query/civiltime.h"

#include <array>
#include <cstdio>

namespace sightglass {

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
