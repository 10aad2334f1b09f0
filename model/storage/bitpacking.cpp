// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/bitpacking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace sightglass {

namespace {

static_assert(std::endian::native == std::endian::little,
              "the words are also read as bytes, the lowest ones first");

// With any width, this many values end at a byte.
constexpr std::size_t groupSize = 8;

std::uint64_t load(const std::byte *at) noexcept
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof(word));
    return word;
}

template<unsigned Width>
std::uint64_t valueAt(const std::byte *in, std::size_t bit) noexcept
{
    constexpr std::uint64_t mask = ~std::uint64_t{0} >> (64 - Width);
    const std::size_t offset = bit % 8;
    std::uint64_t word = load(in + bit / 8) >> offset;
    // A wide value may reach into a ninth byte.
    if constexpr (Width > 57) {
        if (offset != 0)
            word |= std::to_integer<std::uint64_t>(in[bit / 8 + 8]) << (64 - offset);
    }
    return word & mask;
}

/// The width as a constant makes every shift and offset in a group one, too.
template<unsigned Width>
void unpackFixed(const std::byte *in, std::size_t count, std::uint64_t *out) noexcept
{
    for (; count >= groupSize; count -= groupSize, in += Width, out += groupSize) {
        [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            ((out[I] = valueAt<Width>(in, I * Width)), ...);
        }
        (std::make_index_sequence<groupSize>());
    }
    for (std::size_t i = 0; i < count; ++i)
        out[i] = valueAt<Width>(in, i * Width);
}

using Unpack = void (*)(const std::byte *, std::size_t, std::uint64_t *) noexcept;

template<std::size_t... I>
constexpr std::array<Unpack, sizeof...(I)> unpackers(std::index_sequence<I...>) noexcept
{
    return {unpackFixed<I + 1>...};
}

} // namespace

void packBits(std::span<const std::uint64_t> values, unsigned width, std::uint64_t *words) noexcept
{
    if (width == 0)
        return;
    std::uint64_t word = 0;
    unsigned used = 0;
    for (const std::uint64_t value : values) {
        word |= value << used;
        used += width;
        if (used < 64)
            continue;
        *words++ = word;
        used -= 64;
        word = used != 0 ? value >> (width - used) : 0;
    }
    if (used != 0)
        *words = word;
}

void unpackBits(const std::uint64_t *words, unsigned width, std::span<std::uint64_t> values) noexcept
{
    static constexpr auto byWidth = unpackers(std::make_index_sequence<64>());
    if (width == 0)
        std::fill(values.begin(), values.end(), 0);
    else
        byWidth[width - 1](reinterpret_cast<const std::byte *>(words), values.size(), values.data());
}

} // namespace sightglass
