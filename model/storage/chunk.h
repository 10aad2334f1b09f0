// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/storage/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sightglass {

/// How the words of a chunk are to be read. Word 0 is the first time in every encoding.
enum class ChunkEncoding : std::uint8_t
{
    Xor
};

/// Decodes the first `count` samples of `words` in that encoding behind those that `out` already has, leaving
/// away what lies outside of the range. The one place that knows all encodings.
void decodeChunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
                 TimeRange range, SampleColumns &out);

/// A sealed run of samples of one series, at most a few hundred. Immutable; copies share one allocation and
/// are cheap; safe to read from any thread.
class Chunk
{
public:
    /// Copies the words. count >= 1; `last` is the time of the last sample.
    Chunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count, TimestampMs last);
    ~Chunk();
    Chunk(const Chunk &other) noexcept;
    Chunk(Chunk &&other) noexcept;
    Chunk &operator=(Chunk other) noexcept;

    [[nodiscard]] TimestampMs firstTime() const noexcept;
    [[nodiscard]] TimestampMs lastTime() const noexcept;
    [[nodiscard]] std::size_t sampleCount() const noexcept;

    /// Memory of the shared allocation, with its header.
    [[nodiscard]] std::size_t bytes() const noexcept;

    /// Appends the samples inside the range (both ends inclusive) to `out`.
    void read(TimeRange range, SampleColumns &out) const;

private:
    struct Header;
    [[nodiscard]] std::span<const std::uint64_t> words() const noexcept;

    Header *m_header;
};

} // namespace sightglass
