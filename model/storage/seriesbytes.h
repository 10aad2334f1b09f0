// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/chunk.h"
#include "parser/base/labels.h"

#include <cstddef>

namespace sightglass {

/// Memory of one label set: the labels and the text that does not fit into their strings.
[[nodiscard]] std::size_t labelBytes(const Labels &labels) noexcept;

/// Memory of a sealed chunk: its allocation and the handle in its series.
[[nodiscard]] inline std::size_t sealedBytes(const Chunk &chunk) noexcept
{
    return chunk.bytes() + sizeof(Chunk);
}

/// Memory of the writer's tables per series: the writing state, the places by slot, the node and bucket of
/// the map from labels to ids.
inline constexpr std::size_t perSeriesBytes = 64 + 3 * sizeof(void *) + sizeof(Labels) + 4 * sizeof(void *);

} // namespace sightglass
