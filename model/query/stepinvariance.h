// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

namespace sightglass {

/// The expression has the same value at every step: its selectors are pinned by @ and it calls nothing that
/// looks at the evaluation time (PromQL reference, section 5, item 5).
[[nodiscard]] bool isStepInvariant(const promql::Expr &expr);

/// The function's value depends on the evaluation time even where its arguments do not.
[[nodiscard]] bool isTimeDependentFunction(std::string_view name) noexcept;

} // namespace sightglass
