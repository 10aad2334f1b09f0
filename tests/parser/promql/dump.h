// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <string>

namespace sightglass::test {

/// The whole of a tree as text, so that trees can be compared and precedence read off: every field but the
/// spans, e.g.
/// `(- (^ 2 2))`. Unlike the printers it shows parentheses, kinds of literals
/// and so on; matchers are sorted, because the canonical text sorts them.
[[nodiscard]] std::string dump(const promql::Expr &expr);

} // namespace sightglass::test
