// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <string_view>
#include <vector>

namespace sightglass::promql {

/// Every vector selector of the expression, those inside matrix selectors and subqueries included, in the
/// order in which they are written (Prometheus' ExtractSelectors). They live as long as the expression.
[[nodiscard]] std::vector<const VectorSelector *> selectorsOf(const Expr &expr);

/// Every call of a function in it, an outer one before those in its arguments. They live as long as the
/// expression.
[[nodiscard]] std::vector<const Call *> callsOf(const Expr &expr);

/// Whether a function of this name is called anywhere in it.
[[nodiscard]] bool callsFunction(const Expr &expr, std::string_view name);

} // namespace sightglass::promql
