// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/chunk.h"

#include <cstddef>
#include <cstdint>

namespace sightglass {

/// Memory of a sealed chunk: its allocation and the handle in its series.
[[nodiscard]] inline std::size_t sealedBytes(const Chunk &chunk) noexcept
{
    return chunk.bytes() + sizeof(Chunk);
}

/// Memory of the writer's tables per series: the writing state, the end of the oldest chunk, and up to four
/// places in the table that finds labels.
inline constexpr std::size_t perSeriesBytes = 64 + 5 * sizeof(std::uint64_t);

} // namespace sightglass
