// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/bytehash.h"

#include <cstddef>
#include <cstring>

namespace sightglass {

namespace {

__extension__ using Wide = unsigned __int128;

// Odd numbers without pattern (the fractions of square roots of small primes).
constexpr std::uint64_t startKey = 0x6A09E667F3BCC909ULL;
constexpr std::uint64_t firstKey = 0xBB67AE8584CAA73BULL;
constexpr std::uint64_t secondKey = 0x3C6EF372FE94F82BULL;
constexpr std::size_t step = 2 * sizeof(std::uint64_t);

/// Both halves of the product: every bit of one factor reaches every bit of the result.
std::uint64_t folded(std::uint64_t a, std::uint64_t b) noexcept
{
    const Wide product = Wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

std::uint64_t mixed(std::uint64_t hash, const char *sixteen) noexcept
{
    std::uint64_t words[2];
    std::memcpy(words, sixteen, step);
    return folded(words[0] ^ firstKey, words[1] ^ secondKey ^ hash);
}

} // namespace

std::uint64_t hashBytes(std::string_view bytes) noexcept
{
    // The length goes in first: a zero byte at the end is then no padding.
    std::uint64_t hash = folded(startKey ^ bytes.size(), firstKey);
    const char *at = bytes.data();
    std::size_t left = bytes.size();
    for (; left > step; left -= step, at += step)
        hash = mixed(hash, at);
    if (bytes.size() >= step) {
        // The last sixteen, some of them for the second time.
        hash = mixed(hash, at + left - step);
    } else {
        char padded[step] = {};
        if (left > 0)
            std::memcpy(padded, at, left);
        hash = mixed(hash, padded);
    }
    return folded(hash ^ secondKey, startKey);
}

} // namespace sightglass
