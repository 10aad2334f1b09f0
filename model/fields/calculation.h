// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sightglass {

/// How a column of values becomes one: Grafana's field calculations. Percentile1 to Percentile99 are the
/// values that follow the last named one, see percentileCalculation().
enum class Calculation : std::uint8_t
{
    LastNotNull, ///< the last value that is there
    Last,        ///< the last row's, also when there is none
    FirstNotNull,
    First,
    Min,
    MinAboveZero, ///< the smallest positive one ("logmin")
    Max,
    Mean,
    Median,
    Mode, ///< the most frequent one; the first of several
    Variance,
    StandardDeviation,
    Sum,
    Count,             ///< of values that are there
    CountAll,          ///< of rows
    Range,             ///< max - min
    Delta,             ///< the increase over all rows, a drop being a counter's reset
    Step,              ///< the smallest distance of neighbours
    Difference,        ///< last - first
    DifferencePercent, ///< the same, as a share of the first
    ChangeCount,       ///< how often neighbours differ
    DistinctCount,
    AllIsZero,
    AllIsNull,
    AllValues,    ///< as a list
    UniqueValues, ///< as a list, in order of first appearance
    Percentile1,
    Percentile99 = Percentile1 + 98
};

/// 1 to 99.
[[nodiscard]] Calculation percentileCalculation(int percent) noexcept;
/// Empty for what is no percentile.
[[nodiscard]] std::optional<int> percentOf(Calculation calculation) noexcept;

/// Grafana's id ("lastNotNull", "logmin", "diffperc", "p95", …).
[[nodiscard]] std::string_view calculationId(Calculation calculation) noexcept;
/// By id, also Grafana's older names for them ("avg", "current", "total" of graph and singlestat). Empty for
/// an unknown one.
[[nodiscard]] std::optional<Calculation> calculationFromId(std::string_view id) noexcept;

/// The calculation over a column, as Grafana's standardCalc does it: null rows and NaN are left out unless
/// `nulls` counts them as zero; monostate where nothing is left. Count and flags are numbers and booleans;
/// lists are texts.
enum class NullsAs : std::uint8_t
{
    Ignored,
    Zero,
    Null
};
[[nodiscard]] FieldValue calculate(Calculation calculation, const Field &field,
                                   NullsAs nulls = NullsAs::Ignored);
/// Of bare numbers, where NaN stands for what is not there. NaN where nothing is left or the result is no
/// number.
[[nodiscard]] double calculate(Calculation calculation, std::span<const double> values);

} // namespace sightglass
