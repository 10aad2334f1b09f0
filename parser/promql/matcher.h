// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace sightglass {

enum class MatchOp : std::uint8_t
{
    Equal,
    NotEqual,
    Regex,
    NotRegex
};

/// A label matcher as written in a selector. Regular expressions are RE2, anchored at both ends, dot matches
/// newline; the parser has checked that they compile. An absent label matches as "".
struct Matcher
{
    MatchOp op = MatchOp::Equal;
    std::string name;
    std::string value;

    friend bool operator==(const Matcher &, const Matcher &) = default;
};

} // namespace sightglass
