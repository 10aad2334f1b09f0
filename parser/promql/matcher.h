// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

enum class MatchOp : std::uint8_t
{
    Equal,
    NotEqual,
    Regex,
    NotRegex
};

/// The operator as PromQL writes it: "=", "!=", "=~", "!~".
[[nodiscard]] constexpr std::string_view matchOpText(MatchOp op) noexcept
{
    switch (op) {
    case MatchOp::Equal:
        return "=";
    case MatchOp::NotEqual:
        return "!=";
    case MatchOp::Regex:
        return "=~";
    case MatchOp::NotRegex:
        return "!~";
    }
    return {};
}

/// A label matcher as written in a selector. Regular expressions are as GoRegex reads them; the parser has
/// checked that they compile. An absent label matches as "".
struct Matcher
{
    MatchOp op = MatchOp::Equal;
    std::string name;
    std::string value;

    friend bool operator==(const Matcher &, const Matcher &) = default;
};

} // namespace sightglass
