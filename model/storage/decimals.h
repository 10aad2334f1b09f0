// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// Doubles as decimal numbers: what services expose has few decimals, and such values are integers divided by
/// a power of ten. The division is the one that reading the number's text comes to (both operands exact, one
/// rounding), so that the very same double comes back.
struct Decimals
{
    /// Integers beyond this are not exact on the way back through the fast conversion.
    static constexpr std::int64_t limit = std::int64_t{1} << 51;
    static constexpr unsigned maxExponent = 15;

    unsigned exponent = 0; ///< values are integers / 10^exponent
    /// Where values are no such number (NaN, stale markers, infinities, -0, a few others): ascending.
    std::vector<std::uint16_t> specials;
};

/// The integers to `values`, of the same length; at special places that of the neighbour. Nothing where too
/// many values are special to be worth it. Whatever is returned was checked: fromDecimals() gives back every
/// other value bit for bit.
[[nodiscard]] std::optional<Decimals> toDecimals(std::span<const double> values,
                                                 std::span<std::uint64_t> integers);

/// integers[i] / 10^exponent, |integers[i]| < Decimals::limit.
void fromDecimals(std::span<const std::uint64_t> integers, unsigned exponent, double *values) noexcept;

} // namespace sightglass
