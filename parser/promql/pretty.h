// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <string>

namespace sightglass::promql {

/// The expression over several indented lines, as Prometheus' /format_query and `promtool promql format` lay
/// it out: what is at most 100 bytes long stays on one line, the rest is broken at parentheses, arguments and
/// operators. Parsing it again gives an equal tree.
[[nodiscard]] std::string prettyExpr(const Expr &expr);

} // namespace sightglass::promql
