// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The operands of a node as they are written, left to right; a matrix selector has none.
[[nodiscard]] std::vector<const promql::Expr *> operandsOf(const promql::Expr &expr);

/// From the root down to, but without, the node that is visited.
using ExprPath = std::span<const promql::Expr *const>;

/// Visits every node, parents before their operands.
void walkExpr(const promql::Expr &root,
              const std::function<void(const promql::Expr &node, ExprPath path)> &visit);

/// The selector that a node is, or that a matrix selector holds; null for others.
[[nodiscard]] const promql::VectorSelector *selectorOf(const promql::Expr &expr) noexcept;

/// The metric's name that a selector demands by equality, inside or outside the braces; or "".
[[nodiscard]] std::string_view metricNameOf(const promql::VectorSelector &selector) noexcept;

/// The nearest enclosing node that is no parenthesis; null at the root.
[[nodiscard]] const promql::Expr *enclosing(ExprPath path) noexcept;

/// A node's piece of the query.
[[nodiscard]] std::string_view sourceOf(std::string_view query, SourceSpan span) noexcept;

/// The source of a selector (or matrix selector) with another metric name, everything else as written.
[[nodiscard]] std::string renamedSource(std::string_view query, const promql::Expr &expr,
                                        std::string_view newName);

} // namespace sightglass
