// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/windows.h"

#include <bit>
#include <cstdint>
#include <memory>
#include <span>

namespace sightglass {

/// What rounding took from the plain sum of a window, from exact running totals instead of one correction per
/// value. Bit for bit the compensation of KahanSum, where that one is exact itself: all values are multiples
/// of one power of two, and neither their sums nor the rounding errors need more digits than there are.
/// Gauges with a few decimals are like that.
class ExactPrefix
{
public:
    explicit ExactPrefix(std::span<const double> values);

    [[nodiscard]] bool usable() const noexcept { return m_usable; }

    /// `sum`: the window's values added one after the other, from 0. Only where usable().
    [[nodiscard]] double compensation(Window window, double sum) const noexcept
    {
        const Units taken = m_split.unitsOf(sum);
        const Units &begin = m_before[window.begin];
        const Units &end = m_before[window.end];
        const std::int64_t high = end.high - begin.high - taken.high;
        const std::int64_t low = end.low - begin.low - taken.low;
        return static_cast<double>(high * (std::int64_t{1} << lowBits) + low) * m_split.unit;
    }

private:
    /// A multiple of the unit: high · 2^lowBits + low of them.
    struct Units
    {
        std::int64_t high;
        std::int64_t low;
    };

    static constexpr int lowBits = 40;

    /// Takes a number apart by rounding it to where the last digit of a large one is.
    struct Split
    {
        double highMagic = 0; ///< a sum with it has its last digit at 2^lowBits units
        double lowMagic = 0;  ///< … at one unit
        double unit = 0;

        [[nodiscard]] Units unitsOf(double value) const noexcept;
    };

    [[nodiscard]] bool findUnit(std::span<const double> values) noexcept;

    Split m_split;
    std::unique_ptr<Units[]> m_before; ///< of all values before each index
    bool m_usable;
};

inline ExactPrefix::Units ExactPrefix::Split::unitsOf(double value) const noexcept
{
    const double high = value + highMagic;
    const double low = (value - (high - highMagic)) + lowMagic;
    return {std::bit_cast<std::int64_t>(high) - std::bit_cast<std::int64_t>(highMagic),
            std::bit_cast<std::int64_t>(low) - std::bit_cast<std::int64_t>(lowMagic)};
}

} // namespace sightglass
