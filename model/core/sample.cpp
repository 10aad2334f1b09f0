// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/sample.h"

#include <bit>

namespace sightglass {

namespace {
constexpr std::uint64_t staleBits = 0x7FF0000000000002ULL;
constexpr std::uint64_t normalNaNBits = 0x7FF8000000000001ULL;
} // namespace

double staleMarker() noexcept
{
    return std::bit_cast<double>(staleBits);
}

bool isStaleMarker(double value) noexcept
{
    return std::bit_cast<std::uint64_t>(value) == staleBits;
}

double canonicalNaN() noexcept
{
    return std::bit_cast<double>(normalNaNBits);
}

bool sameBits(double a, double b) noexcept
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace sightglass
