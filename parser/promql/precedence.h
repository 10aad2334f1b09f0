// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

namespace sightglass::promql {

/// Above all binary operators: signs take in powers but nothing weaker.
inline constexpr int powerPrecedence = 6;
inline constexpr int productPrecedence = 5;

/// How tightly an operator binds, 1 (or) to 6 (^); all associate to the left but ^ (PromQL reference,
/// section 3.1).
[[nodiscard]] constexpr int precedence(BinaryOp op) noexcept
{
    switch (op) {
    case BinaryOp::Or:
        return 1;
    case BinaryOp::And:
    case BinaryOp::Unless:
        return 2;
    case BinaryOp::Eq:
    case BinaryOp::Ne:
    case BinaryOp::Lt:
    case BinaryOp::Le:
    case BinaryOp::Gt:
    case BinaryOp::Ge:
    case BinaryOp::TrimUpper:
    case BinaryOp::TrimLower:
        return 3;
    case BinaryOp::Add:
    case BinaryOp::Sub:
        return 4;
    case BinaryOp::Mul:
    case BinaryOp::Div:
    case BinaryOp::Mod:
    case BinaryOp::Atan2:
        return productPrecedence;
    case BinaryOp::Pow:
        return powerPrecedence;
    }
    return 0;
}

/// The weakest operator that the right operand of this one may contain without parentheses.
[[nodiscard]] constexpr int rightPrecedence(BinaryOp op) noexcept
{
    return op == BinaryOp::Pow ? powerPrecedence : precedence(op) + 1;
}

} // namespace sightglass::promql
