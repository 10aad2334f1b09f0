// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>

namespace sightglass {

/// By how much an unpacked body of `size` bytes may grow in the next step: a little at a time, so that a bomb
/// is cut close to where it passes the limit (0: none). 0 where it is reached.
[[nodiscard]] constexpr std::size_t unpackRoom(std::size_t size, std::size_t limit, std::size_t stepBytes)
{
    return limit > 0 ? std::min(stepBytes, limit - std::min(size, limit)) : stepBytes;
}

} // namespace sightglass
