// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/decimals.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::array<double, Decimals::maxExponent + 1> powersOfTen{
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Adding this to |x| < 2^51 rounds x to an integer and leaves it in the low bits of the sum: a conversion
// that every machine can do for several values at once.
constexpr double magic = 6755399441055744.0; // 1.5 * 2^52
constexpr auto magicBits = std::bit_cast<std::uint64_t>(magic);
constexpr auto realLimit = static_cast<double>(Decimals::limit);

double rounded(double x) noexcept
{
    return (x + magic) - magic;
}

std::uint64_t toInteger(double x) noexcept
{
    return std::bit_cast<std::uint64_t>(x + magic) - magicBits;
}

double toDouble(std::uint64_t integer) noexcept
{
    return std::bit_cast<double>(integer + magicBits) - magic;
}

/// 0 where value * power is an integer within the limit that leads back to the value. Without branches.
std::uint64_t misfit(double value, double power) noexcept
{
    const double scaled = value * power;
    // NaN fails the comparison; the bits tell 0 from -0.
    const std::uint64_t tooLarge = std::abs(scaled) < realLimit - 1 ? 0U : 1U;
    return tooLarge |
           (std::bit_cast<std::uint64_t>(rounded(scaled) / power) ^ std::bit_cast<std::uint64_t>(value));
}

/// The lowest exponent above `from` that the value fits, if there is one.
std::optional<unsigned> exponentAbove(unsigned from, double value) noexcept
{
    // A value that fits one exponent fits all higher ones within the limit, so the highest one decides.
    unsigned highest = from;
    while (highest < Decimals::maxExponent && std::abs(value) * powersOfTen[highest + 1] < realLimit - 1)
        ++highest;
    if (highest == from || misfit(value, powersOfTen[highest]) != 0)
        return std::nullopt;
    unsigned exponent = from + 1;
    while (exponent < highest && misfit(value, powersOfTen[exponent]) != 0)
        ++exponent;
    return exponent;
}

/// How many values from the first on fit.
std::size_t fittingPrefix(std::span<const double> values, double power) noexcept
{
    constexpr std::size_t blockSize = 8;
    std::size_t i = 0;
    for (; i + blockSize <= values.size(); i += blockSize) {
        std::uint64_t unfit = 0;
        for (std::size_t k = 0; k < blockSize; ++k)
            unfit |= misfit(values[i + k], power);
        if (unfit != 0)
            break;
    }
    while (i < values.size() && misfit(values[i], power) == 0)
        ++i;
    return i;
}

/// Gives special places the integer of their neighbour.
void fillSpecials(std::span<const std::uint16_t> specials, std::span<std::uint64_t> integers) noexcept
{
    std::size_t usual = 0;
    while (usual < specials.size() && specials[usual] == usual)
        ++usual;
    std::fill_n(integers.begin(), usual, usual < integers.size() ? integers[usual] : 0);
    for (const std::size_t position : specials.subspan(usual))
        integers[position] = integers[position - 1];
}

} // namespace

std::optional<Decimals> toDecimals(std::span<const double> values, std::span<std::uint64_t> integers)
{
    const std::size_t maxSpecials = values.size() / 16 + 1;
    Decimals found;
    std::size_t unchecked = 0; // so many fitted lower exponents, and may be beyond the limit of the last one
    for (std::size_t i = 0; i < values.size(); ++i) {
        i += fittingPrefix(values.subspan(i), powersOfTen[found.exponent]);
        if (i == values.size())
            break;
        if (const auto higher = exponentAbove(found.exponent, values[i])) {
            found.exponent = *higher;
            unchecked = i;
            continue;
        }
        found.specials.push_back(static_cast<std::uint16_t>(i));
        if (found.specials.size() > maxSpecials)
            return std::nullopt;
    }
    const double power = powersOfTen[found.exponent];
    std::size_t special = 0;
    for (std::size_t i = 0; i < unchecked; ++i) {
        if (special < found.specials.size() && found.specials[special] == i)
            ++special;
        else if (misfit(values[i], power) != 0)
            return std::nullopt;
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        integers[i] = toInteger(values[i] * power);
    fillSpecials(found.specials, integers);
    return found;
}

void fromDecimals(std::span<const std::uint64_t> integers, unsigned exponent, double *values) noexcept
{
    if (exponent == 0) {
        for (std::size_t i = 0; i < integers.size(); ++i)
            values[i] = toDouble(integers[i]);
        return;
    }
    const double power = powersOfTen[exponent];
    for (std::size_t i = 0; i < integers.size(); ++i)
        values[i] = toDouble(integers[i]) / power;
}

} // namespace sightglass
