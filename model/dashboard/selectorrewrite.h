// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <span>
#include <string_view>

namespace sightglass {

/// A copy of the expression in which every selector, wherever it stands, also demands these matchers. A
/// matcher that a selector has already is not repeated; parts without selectors are shared with the original.
/// Matchers whose value is `dropped` are taken out, where that is anything.
[[nodiscard]] promql::ExprPtr withMatchers(const promql::ExprPtr &expr, std::span<const Matcher> matchers,
                                           std::string_view dropped = {});

} // namespace sightglass
