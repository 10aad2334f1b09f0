// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

enum class MathKind : std::uint8_t
{
    Number,
    Reference, ///< what a query or expression answered
    Unary,
    Binary,
    Call
};

/// Grafana's language of server-side expressions as a tree: "$A + ${B c} * 2 > abs($D)".
struct MathNode
{
    MathKind kind = MathKind::Number;
    double number = 0;
    std::string name; ///< a refId, an operator or a function's name
    std::vector<MathNode> arguments;
};

/// From weak to strong: ||, &&, comparisons, + -, * / %, **, ! and unary -; of equals the first is first.
/// Bounded: 100 deep, 1,000 nodes (a bracket is one here). Errors: ConfigValue, a text about the place.
[[nodiscard]] Result<MathNode> parseMath(std::string_view text);

} // namespace sightglass
