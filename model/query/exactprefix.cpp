// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/exactprefix.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr int mantissaBits = std::numeric_limits<double>::digits - 1;

/// |value| < 2^topExponent, > 0.
int topExponent(double value) noexcept
{
    int exponent = 0;
    (void)std::frexp(value, &exponent);
    return exponent;
}

} // namespace

ExactPrefix::ExactPrefix(std::span<const double> values)
    : m_usable(findUnit(values))
{
    if (!m_usable)
        return;
    m_before = std::make_unique_for_overwrite<Units[]>(values.size() + 1);
    const Split split = m_split;
    Units total{0, 0};
    Units *before = m_before.get();
    for (const double value : values) {
        *before++ = total;
        const Units units = split.unitsOf(value);
        total.high += units.high;
        total.low += units.low;
    }
    *before = total;
}

bool ExactPrefix::findUnit(std::span<const double> values) noexcept
{
    double smallest = std::numeric_limits<double>::infinity();
    double magnitude = 0;
    for (const double value : values) {
        const double size = std::fabs(value);
        magnitude += size;
        smallest = std::min(smallest, size == 0 ? smallest : size);
    }
    // Also false for NaN.
    if (!(magnitude > 0 && magnitude < std::numeric_limits<double>::max() / 2))
        return false;
    const int unitExponent = topExponent(smallest) - std::numeric_limits<double>::digits;
    // Every sum is below 2^sumBits units: a bit to spare for the rounding of `magnitude` itself.
    const int sumBits = topExponent(magnitude) + 1 - unitExponent;
    const auto countBits = static_cast<int>(std::bit_width(values.size()));
    // Subnormal numbers, and magic ones that overflow, are left to the slower way.
    if (unitExponent < std::numeric_limits<double>::min_exponent ||
        unitExponent + lowBits + mantissaBits >= std::numeric_limits<double>::max_exponent - 1)
        return false;
    m_split = {std::ldexp(1.5, unitExponent + lowBits + mantissaBits),
               std::ldexp(1.5, unitExponent + mantissaBits), std::ldexp(1.0, unitExponent)};
    // The high part is exact below half a mantissa's reach; the totals of the low parts fit 64 bits; and the
    // rounding errors, each at most half a unit in the last place of the largest sum, add up to less than a
    // mantissa of units.
    return sumBits < lowBits + mantissaBits - 1 && lowBits + countBits < 63 &&
           sumBits - mantissaBits - 2 + countBits <= mantissaBits;
}

} // namespace sightglass
