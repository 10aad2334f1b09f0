// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

/// What a mapped value is shown as; what is not said stays as it was.
struct MappedValue
{
    std::optional<std::string> text;
    std::optional<std::string> color; ///< a colour's name
    std::optional<std::string> icon;

    friend bool operator==(const MappedValue &, const MappedValue &) = default;
};

/// This very value: a number or text as it would be printed without unit.
struct ExactMapping
{
    std::string value;

    friend bool operator==(const ExactMapping &, const ExactMapping &) = default;
};

/// Both ends included; an open end is empty.
struct RangeMapping
{
    std::optional<double> from;
    std::optional<double> to;

    friend bool operator==(const RangeMapping &, const RangeMapping &) = default;
};

/// A regular expression over the value's text, "/…/flags" or bare; the mapped text may hold $1.
struct RegexMapping
{
    std::string pattern;

    friend bool operator==(const RegexMapping &, const RegexMapping &) = default;
};

enum class SpecialValue : std::uint8_t
{
    Null,
    NaN,
    NullOrNaN,
    True,
    False,
    Empty
};

/// One row of the value mappings. Mappings are tried in their order; the first that fits wins.
struct ValueMapping
{
    std::variant<ExactMapping, RangeMapping, RegexMapping, SpecialValue> matches;
    MappedValue result;

    friend bool operator==(const ValueMapping &, const ValueMapping &) = default;
};

} // namespace sightglass
