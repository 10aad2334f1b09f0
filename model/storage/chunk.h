// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/core/timerange.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sightglass {

/// How the words of a chunk are to be read. Word 0 is the first time in every encoding.
enum class ChunkEncoding : std::uint8_t
{
    Xor,   ///< xorencoding.h: written sample by sample
    Packed ///< packedencoding.h: written all at once
};

/// Room for the samples of a chunk.
struct SampleRoom
{
    TimestampMs *times = nullptr;
    double *values = nullptr;
};

/// Decodes the samples inside the range (both ends inclusive) out of the first `count` ones of `words` in
/// that encoding; tells how many they are. There is room for `count`, and all of it may be written to. The
/// one place that knows all encodings.
std::size_t decodeChunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
                        TimeRange range, SampleRoom room) noexcept;

/// A sealed run of samples of one series: some hundreds, or thousands where they are on a line. Immutable;
/// copies share one allocation and are cheap; safe to read from any thread.
class Chunk
{
public:
    static constexpr std::size_t maxSamples = 0x1FFF;

    /// Copies the words. 1 <= count <= maxSamples; `last` is the time of the last sample.
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

    [[nodiscard]] ChunkEncoding encoding() const noexcept;
    [[nodiscard]] std::span<const std::uint64_t> words() const noexcept;

    /// Asks for the memory of a chunk that is about to be read.
    void prefetch() const noexcept
    {
        constexpr std::size_t lineBytes = 64;
        constexpr std::size_t lines = 4;
        for (std::size_t i = 0; i < lines; ++i)
            __builtin_prefetch(reinterpret_cast<const std::byte *>(m_header) + i * lineBytes);
    }

    /// decodeChunk() of this chunk: there is room for sampleCount().
    std::size_t read(TimeRange range, SampleRoom room) const noexcept;

private:
    struct Header;

    Header *m_header;
};

} // namespace sightglass
