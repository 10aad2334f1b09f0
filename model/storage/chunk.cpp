// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunk.h"

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
    std::uint8_t samples;
    ChunkEncoding encoding;
    TimestampMs last;
};

void decodeChunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
                 TimeRange range, SampleColumns &out)
{
    const std::size_t begin = out.times.size();
    out.times.resize(begin + count);
    out.values.resize(begin + count);
    switch (encoding) {
    case ChunkEncoding::Xor:
        decodeXor(words, count, out.times.data() + begin, out.values.data() + begin);
        break;
    }
    const auto first = out.times.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto low = std::lower_bound(first, out.times.end(), range.from);
    const auto high = std::upper_bound(low, out.times.end(), range.to);
    const auto lowIndex = low - out.times.begin();
    const auto highIndex = high - out.times.begin();
    out.times.erase(high, out.times.end());
    out.values.erase(out.values.begin() + highIndex, out.values.end());
    out.times.erase(first, low);
    out.values.erase(out.values.begin() + static_cast<std::ptrdiff_t>(begin), out.values.begin() + lowIndex);
}

Chunk::Chunk(ChunkEncoding encoding, std::span<const std::uint64_t> words, std::size_t count,
             TimestampMs last)
{
    static_assert(alignof(Header) >= alignof(std::uint64_t) && sizeof(Header) % sizeof(std::uint64_t) == 0);
    assert(count >= 1 && count <= 255 && words.size() <= 0xFFFF);
    void *memory = ::operator new(sizeof(Header) + words.size_bytes());
    m_header = new (memory)
        Header{1, static_cast<std::uint16_t>(words.size()), static_cast<std::uint8_t>(count), encoding, last};
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

void Chunk::read(TimeRange range, SampleColumns &out) const
{
    decodeChunk(m_header->encoding, words(), m_header->samples, range, out);
}

} // namespace sightglass
