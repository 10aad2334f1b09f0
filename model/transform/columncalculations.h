// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// New columns out of others, row by row, as "add field from calculation" makes them. Numbers are doubles;
/// null counts as JavaScript counts it, 0.

enum class BinaryOperator : std::uint8_t
{
    Add,
    Subtract,
    Multiply,
    Divide
};
[[nodiscard]] double calculated(double left, BinaryOperator operation, double right) noexcept;

enum class UnaryOperator : std::uint8_t
{
    Absolute,
    Exponential,
    NaturalLogarithm,
    Floor,
    Ceiling,
    Round ///< halves towards positive infinity, as JavaScript
};
[[nodiscard]] double calculated(UnaryOperator operation, double value) noexcept;

enum class CumulativeCalculation : std::uint8_t
{
    Sum,
    Mean
};
/// Of each row and all before it; rows that are null add nothing, but count for the mean.
[[nodiscard]] std::vector<FieldValue> cumulative(const Field &field, CumulativeCalculation calculation);

enum class WindowCalculation : std::uint8_t
{
    Mean,
    StandardDeviation,
    Variance
};
enum class WindowAlignment : std::uint8_t
{
    Trailing, ///< ends with the row
    Centered  ///< of an even number of rows, one more before the row than behind it
};
/// Of so many rows around each row, those that are not there or null left out; 0 where none is left. Linear
/// in the rows, whatever the window.
[[nodiscard]] std::vector<FieldValue> windowed(const Field &field, WindowCalculation calculation,
                                               std::size_t rows, WindowAlignment alignment);

} // namespace sightglass
