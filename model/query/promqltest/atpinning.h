// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "parser/promql/ast.h"

#include <span>
#include <string_view>
#include <vector>

namespace sightglass::promqltest {

/// A copy of the expression with `@ t` on every selector and subquery that has none; what stands inside a
/// subquery stays.
[[nodiscard]] promql::ExprPtr pinnedAt(const promql::ExprPtr &expr, TimestampMs t);

/// It calls a function whose value depends on the evaluation time, so that pinning its selectors changes it.
[[nodiscard]] bool callsTimeDependentFunction(const promql::Expr &expr);

/// Every selector in the expression, also inside subqueries.
[[nodiscard]] std::vector<const promql::VectorSelector *> selectorsOf(const promql::Expr &expr);

/// It calls one of these functions.
[[nodiscard]] bool callsAnyOf(const promql::Expr &expr, std::span<const std::string_view> functions);

} // namespace sightglass::promqltest
