// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <limits>

namespace sightglass {

/// t - span, or the lowest time there is where that is earlier.
[[nodiscard]] constexpr TimestampMs minusClamped(TimestampMs t, std::int64_t span) noexcept
{
    constexpr TimestampMs lowest = std::numeric_limits<TimestampMs>::min();
    return span > 0 && t < lowest + span ? lowest : t - span;
}

} // namespace sightglass
