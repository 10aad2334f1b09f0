// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <string>

namespace sightglass::promql {

/// The expression in Prometheus' canonical text (what its String() prints and its API shows): one line,
/// normal spacing, durations with exact units. Parsing it again gives an equal tree.
[[nodiscard]] std::string printExpr(const Expr &expr);

} // namespace sightglass::promql
