// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <span>

namespace sightglass {

/// A copy of the expression in which every selector, wherever it stands, also demands these matchers. A
/// matcher that a selector has already is not repeated; parts without selectors are shared with the original.
[[nodiscard]] promql::ExprPtr withMatchers(const promql::ExprPtr &expr, std::span<const Matcher> matchers);

} // namespace sightglass
