// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/columncalculations.h"
#include "model/transform/fieldselector.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

/// A calculation over the fields of each row.
struct RowReduction
{
    std::vector<std::string> include; ///< empty: all numbers
    Calculation calculation = Calculation::Sum;
    NullsAs nulls = NullsAs::Null;
};

/// A field by name, all fields of a type, or a number.
struct Operand
{
    std::string text; ///< the name, the type's word or the number
    enum class Is : std::uint8_t
    {
        NameOrNumber, ///< the field where there is one of that name, else the number
        Type,
        Number
    };
    Is is = Is::NameOrNumber;
};

struct BinaryCalculation
{
    Operand left;
    BinaryOperator operation = BinaryOperator::Add;
    std::string sign = "+"; ///< the operator as it is written
    Operand right;
};

struct UnaryCalculation
{
    UnaryOperator operation = UnaryOperator::Absolute;
    std::string word = "abs";
    std::string field;
};

struct Cumulation
{
    std::string field; ///< empty: the first number
    CumulativeCalculation calculation = CumulativeCalculation::Sum;
};

struct Windowing
{
    std::string field; ///< empty: the first number
    WindowCalculation calculation = WindowCalculation::Mean;
    WindowAlignment alignment = WindowAlignment::Trailing;
    double size = 0.1;
    enum class Of : std::uint8_t
    {
        Share, ///< of the rows, 0 to 1
        Rows
    };
    Of of = Of::Share;
};

struct RowIndex
{
    bool asShare = false; ///< 0 to 1 instead of 0 to the number of rows
};

using FieldCalculation =
    std::variant<RowReduction, BinaryCalculation, UnaryCalculation, Cumulation, Windowing, RowIndex>;

/// "Add field from calculation" as its options say it.
struct CalculateFieldOptions
{
    FieldCalculation calculation;
    std::string alias;
    std::string name; ///< of the new field where there is no alias
    bool replaceFields = false;
    bool timeSeries = true; ///< series are joined first, and the time is kept where fields are replaced
};

[[nodiscard]] CalculateFieldOptions readCalculateField(OptionReader &options);

} // namespace sightglass
