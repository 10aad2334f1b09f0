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
    LastNotNull, ///< the last value that is there and no NaN
    Last,        ///< the last row's, also when there is none
    FirstNotNull,
    First,
    Min,
    MinAboveZero, ///< the smallest positive one ("logmin")
    Max,
    Mean,
    Median,
    Mode,     ///< the most frequent one; the first of several (not Grafana's)
    Variance, ///< of the population
    StandardDeviation,
    Sum,
    Count,             ///< of values that are there, NaN being one
    CountAll,          ///< of rows
    Range,             ///< max - min
    Delta,             ///< the increase over all rows, a drop being a counter's reset
    Step,              ///< the smallest difference of neighbours, which is negative where values fall
    Difference,        ///< last - first
    DifferencePercent, ///< the same in percent of the first
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

/// Whether the result is in the unit of the values: not so for counts, flags, shares and lists.
[[nodiscard]] bool keepsUnit(Calculation calculation) noexcept;

/// What the result is, the values being of this type.
[[nodiscard]] FieldType resultType(Calculation calculation, FieldType values) noexcept;

enum class NullsAs : std::uint8_t
{
    Ignored,
    Zero,
    Null
};

/// The calculation over a column, as Grafana's reduceField does it. Rows that are null are left out unless
/// `nulls` says otherwise; NaN counts, but takes part in nothing else. monostate where nothing is left. Sums
/// and the like are of numbers and times only, so that a column of texts has no maximum, its sum is 0 and
/// AllIsNull is true of it; First, Last and lists are of anything. Counts are numbers, flags booleans, lists
/// are texts joined by ", ". Of an empty column Sum and the counts are 0, AllIsNull true, AllIsZero false,
/// everything else monostate. The variance of no numbers is 0. Percentiles are the value at the nearest rank,
/// without interpolation.
[[nodiscard]] FieldValue calculate(Calculation calculation, const Field &field,
                                   NullsAs nulls = NullsAs::Ignored);
/// Of bare numbers, where NaN stands for what is not there. NaN where nothing is left or the result is no
/// number; flags are 1 and 0.
[[nodiscard]] double calculate(Calculation calculation, std::span<const double> values);

} // namespace sightglass
