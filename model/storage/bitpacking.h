// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sightglass {

/// How many words `count` values of `width` bits take.
[[nodiscard]] constexpr std::size_t packedWords(std::size_t count, unsigned width) noexcept
{
    return (count * width + 63) / 64;
}

/// Writes the values one behind the other, least significant bit first, into packedWords(…) words. Every
/// value is below 2^width; width <= 64.
void packBits(std::span<const std::uint64_t> values, unsigned width, std::uint64_t *words) noexcept;

/// The reverse. Behind the packed words there is one more that may be read, unless the width is 0.
void unpackBits(const std::uint64_t *words, unsigned width, std::span<std::uint64_t> values) noexcept;

} // namespace sightglass
