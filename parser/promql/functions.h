// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sightglass::promql {

/// What the type checker needs to know of a function (PromQL reference, section 10).
struct FunctionSignature
{
    std::string_view name;
    std::span<const ValueType> arguments; ///< declared; the last one repeats where variadic
    /// 0: exactly the declared arguments. n > 0: up to n of the last declared ones may be left out or, -1:
    /// any number of further arguments of the last declared type.
    std::int8_t variadic = 0;
    ValueType result = ValueType::InstantVector;
    bool experimental = false;

    [[nodiscard]] constexpr int leastArguments() const noexcept
    {
        const auto declared = static_cast<int>(arguments.size());
        return variadic == 0 ? declared : declared - (variadic > 0 ? variadic : 1);
    }
    /// Of a function whose number of arguments has a bound.
    [[nodiscard]] constexpr int mostArguments() const noexcept { return static_cast<int>(arguments.size()); }
};

/// Null where there is no function of this name (names are case-sensitive).
[[nodiscard]] const FunctionSignature *findFunction(std::string_view name) noexcept;

/// All functions, sorted by name.
[[nodiscard]] std::span<const FunctionSignature> functionTable() noexcept;

} // namespace sightglass::promql
