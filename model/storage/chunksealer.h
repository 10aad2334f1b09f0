// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/chunk.h"
#include "model/storage/openwords.h"
#include "model/storage/packedencoding.h"
#include "model/storage/xorencoding.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// Makes sealed chunks out of open ones. Larger chunks have less overhead and decode faster, so an open chunk
/// is joined with the sealed one before it while both are small. Keeps scratch memory; one thread.
class ChunkSealer
{
public:
    struct Sealed
    {
        Chunk chunk;
        bool replacesBefore = false; ///< it has the samples of the chunk before, too
    };

    /// The open chunk as a sealed one. `before`: the sealed chunk before it, or null. A joined chunk spans at
    /// most `maxSpanMs`. The encoder has a sample.
    [[nodiscard]] Sealed seal(const OpenWords &open, const XorEncoder &encoder, const Chunk *before,
                              std::int64_t maxSpanMs);

private:
    [[nodiscard]] std::optional<Chunk> lengthened(const Chunk &before, std::size_t count) const;
    [[nodiscard]] Chunk packed(std::size_t begin, std::size_t end);

    // What is in front of the open chunk's samples is for those of the chunk before.
    std::array<TimestampMs, maxPackedSamples> m_times{};
    std::array<double, maxPackedSamples> m_values{};
    std::array<std::uint64_t, OpenWords::maxWords()> m_open{};
    std::vector<std::uint64_t> m_words;
};

} // namespace sightglass
