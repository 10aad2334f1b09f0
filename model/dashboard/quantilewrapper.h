// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <optional>

namespace sightglass {

/// A histogram_quantile(q, …) in an expression that is made of nothing but it and what takes its elements one
/// by one and keeps or reverses their order: arithmetic and comparison with constants, label_replace,
/// label_join, round, clamp and sort.
struct WrappedQuantile
{
    double q = 0;
    promql::ExprPtr buckets; ///< the quantile's second argument
    bool isBare = true;      ///< nothing but parentheses around it
};

/// Nothing where the expression is of another kind, its q is no constant, or it is nested deeply.
[[nodiscard]] std::optional<WrappedQuantile> wrappedQuantile(const promql::Expr &expr);

/// The number that an expression is whatever the time: a literal, perhaps with signs and in parentheses.
[[nodiscard]] std::optional<double> constantNumber(const promql::Expr &expr);

/// The expression with a selector in place of its histogram_quantile, and without comparisons, which would
/// leave elements out. wrappedQuantile() found one.
[[nodiscard]] promql::ExprPtr withSelectorForQuantile(const promql::Expr &expr);

} // namespace sightglass
