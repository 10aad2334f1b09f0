// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/xxhash64.h"

#include <array>
#include <bit>
#include <cstddef>

namespace sightglass {

namespace {

constexpr std::uint64_t prime1 = 0x9E37'79B1'85EB'CA87ULL;
constexpr std::uint64_t prime2 = 0xC2B2'AE3D'27D4'EB4FULL;
constexpr std::uint64_t prime3 = 0x1656'67B1'9E37'79F9ULL;
constexpr std::uint64_t prime4 = 0x85EB'CA77'C2B2'AE63ULL;
constexpr std::uint64_t prime5 = 0x27D4'EB2F'1656'67C5ULL;

/// The first bytes as a little-endian number, taken from the front.
template<std::size_t size>
std::uint64_t take(std::string_view &bytes) noexcept
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    bytes.remove_prefix(size);
    return value;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t input) noexcept
{
    return std::rotl(lane + input * prime2, 31) * prime1;
}

/// Consumes whole stripes of 32 bytes in four lanes and joins them.
std::uint64_t joinedStripes(std::string_view &bytes) noexcept
{
    std::array<std::uint64_t, 4> lanes{prime1 + prime2, prime2, 0, 0 - prime1};
    while (bytes.size() >= 32) {
        for (std::uint64_t &lane : lanes)
            lane = mixed(lane, take<8>(bytes));
    }
    std::uint64_t hash =
        std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
    for (const std::uint64_t lane : lanes)
        hash = (hash ^ mixed(0, lane)) * prime1 + prime4;
    return hash;
}

} // namespace

std::uint64_t xxHash64(std::string_view bytes) noexcept
{
    const std::uint64_t length = bytes.size();
    std::uint64_t hash = bytes.size() >= 32 ? joinedStripes(bytes) : prime5;
    hash += length;
    while (bytes.size() >= 8)
        hash = std::rotl(hash ^ mixed(0, take<8>(bytes)), 27) * prime1 + prime4;
    if (bytes.size() >= 4)
        hash = std::rotl(hash ^ (take<4>(bytes) * prime1), 23) * prime2 + prime3;
    while (!bytes.empty())
        hash = std::rotl(hash ^ (take<1>(bytes) * prime5), 11) * prime1;
    hash = (hash ^ (hash >> 33U)) * prime2;
    hash = (hash ^ (hash >> 29U)) * prime3;
    return hash ^ (hash >> 32U);
}

} // namespace sightglass
