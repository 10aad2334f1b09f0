// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluator.h"

namespace sightglass {

/// Evaluates a binary operation of any operand types (PromQL reference, section 8).
[[nodiscard]] Value evaluateBinary(Evaluator &evaluator, const promql::Binary &binary, const Grid &grid);

/// Two instant vectors, arithmetic or comparison: matched by their labels.
[[nodiscard]] Value evaluateMatched(Evaluator &evaluator, const promql::Binary &binary, const Value &lhs,
                                    const Value &rhs, const Grid &grid);

/// Two instant vectors, and, or, unless.
[[nodiscard]] Value evaluateSetOperator(const promql::Binary &binary, Value lhs, Value rhs);

} // namespace sightglass
