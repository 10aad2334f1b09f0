// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunk.h"

#include "model/storage/packedencoding.h"
#include "model/storage/xorencoding.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <new>
#include <utility>

namespace sightglass {

/// Precedes the words in one allocation: a chunk of a constant is 40 bytes of payload, so two pointers and a
/// control block would double it.
struct Chunk::Header
{
    std::atomic<std::uint32_t> owners;
    std::uint16_t words;
    std::uint16_t samples : 13;
    std::uint16_t encoding : 3;
    TimestampMs last;
};

namespace {

/// Leaves the samples inside the range at the front.
std::size_t cut(TimeRange range, std::size_t count, SampleRoom room) noexcept
{
    TimestampMs *const end = room.times + count;
    TimestampMs *const low =
        range.from <= *room.times ? room.times : std::lower_bound(room.times, end, range.from);
    TimestampMs *const high = end[-1] <= range.to ? end : std::upper_bound(low, end, range.to);
    if (low != room.times) {
        std::copy(room.values + (low - room.times), room.values + (high - room.times), room.values);
        std::copy(low, high, room.times);
    }
    return static_cast<std::size_t>(high - low);
}

std::size_t decodeLines(const PackedLines &lines, std::size_t count, TimeRange range,
                        SampleRoom room) noexcept
{
    const PackedLines::Indexes indexes = lines.inside(range, count);
    lines.decode(indexes, room.times, room.values);
    return indexes.end - indexes.begin;
}

} // namespace

std::size_t decodeChunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
                        TimeRange range, SampleRoom room) noexcept
{
    if (count == 0 || range.from > range.to)
        return 0;
    switch (encoding) {
    case ChunkEncoding::Xor:
        decodeXor(words, count, room.times, room.values);
        break;
    case ChunkEncoding::Packed:
        if (const auto lines = PackedLines::of(words))
            return decodeLines(*lines, count, range, room);
        decodePacked(words, count, room.times, room.values);
        break;
    }
    return cut(range, count, room);
}

Chunk::Chunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
             TimestampMs last)
{
    static_assert(alignof(Header) >= alignof(std::uint64_t) && sizeof(Header) % sizeof(std::uint64_t) == 0);
    assert(count >= 1 && count <= maxSamples && words.size() <= 0xFFFF);
    void *memory = ::operator new(sizeof(Header) + words.size_bytes());
    m_header = new (memory)
        Header{1, static_cast<std::uint16_t>(words.size()), static_cast<std::uint16_t>(count & maxSamples),
               static_cast<std::uint16_t>(static_cast<unsigned>(encoding) & 7U), last};
    std::memcpy(static_cast<std::byte *>(memory) + sizeof(Header), words.data(), words.size_bytes());
}

Chunk::~Chunk()
{
    if (m_header == nullptr || m_header->owners.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return;
    m_header->~Header();
    ::operator delete(m_header);
}

Chunk::Chunk(const Chunk &other) noexcept
    : m_header(other.m_header)
{
    m_header->owners.fetch_add(1, std::memory_order_relaxed);
}

Chunk::Chunk(Chunk &&other) noexcept
    : m_header(std::exchange(other.m_header, nullptr))
{}

Chunk &Chunk::operator=(Chunk other) noexcept
{
    std::swap(m_header, other.m_header);
    return *this;
}

TimestampMs Chunk::firstTime() const noexcept
{
    return static_cast<TimestampMs>(words()[0]);
}

TimestampMs Chunk::lastTime() const noexcept
{
    return m_header->last;
}

std::size_t Chunk::sampleCount() const noexcept
{
    return m_header->samples;
}

std::size_t Chunk::bytes() const noexcept
{
    return sizeof(Header) + words().size_bytes();
}

std::span<const std::uint64_t> Chunk::words() const noexcept
{
    const auto *memory = reinterpret_cast<const std::byte *>(m_header) + sizeof(Header);
    return {reinterpret_cast<const std::uint64_t *>(memory), m_header->words};
}

ChunkEncoding Chunk::encoding() const noexcept
{
    return static_cast<ChunkEncoding>(m_header->encoding);
}

std::size_t Chunk::read(TimeRange range, SampleRoom room) const noexcept
{
    return decodeChunk(encoding(), words(), sampleCount(), range, room);
}

} // namespace sightglass
