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

/// This very value: a text, "true" or "false", or a number as JavaScript writes it ("1", "0.5", "1e-7").
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

/// A regular expression over a text (never over a number), "/…/flags" for a part of it or bare for all of it,
/// see JsRegex. What it finds is replaced by the mapped text, which may hold $1; the rest of the value stays.
struct RegexMapping
{
    std::string pattern;

    friend bool operator==(const RegexMapping &, const RegexMapping &) = default;
};

enum class SpecialValue : std::uint8_t
{
    Null,
    NaN, ///< also a text that is no number
    NullOrNaN,
    True, ///< also the text "true"
    False,
    Empty ///< the empty text
};

/// One row of the value mappings. Mappings are tried in their order; the first that fits wins.
struct ValueMapping
{
    std::variant<ExactMapping, RangeMapping, RegexMapping, SpecialValue> matches;
    MappedValue result;

    friend bool operator==(const ValueMapping &, const ValueMapping &) = default;
};

} // namespace sightglass
