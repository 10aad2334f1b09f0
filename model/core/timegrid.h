// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <string_view>

namespace sightglass {

/// The latest of the times k * intervalMs + phaseMs of the absolute Unix grid that is <= t; also before 1970.
/// intervalMs > 0.
[[nodiscard]] constexpr TimestampMs gridFloor(TimestampMs t, std::int64_t intervalMs,
                                              std::int64_t phaseMs = 0) noexcept
{
    const std::int64_t behind = (t - phaseMs) % intervalMs;
    return t - (behind < 0 ? behind + intervalMs : behind);
}

/// FNV-1a, 64 bits: the same in every process, so that what is spread over an interval by its name keeps its
/// phase across restarts.
[[nodiscard]] constexpr std::uint64_t stableHash(std::string_view text) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

} // namespace sightglass
