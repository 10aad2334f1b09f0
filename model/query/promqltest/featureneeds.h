// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/promql/ast.h"
#include "parser/promql/features.h"

#include <span>
#include <string>
#include <string_view>

namespace sightglass::promqltest {

/// The switches that the text needs to be parsed and that are off, by name, ", " between them. Empty where
/// none is, or where the text is no expression at all.
[[nodiscard]] std::string featuresToParse(std::string_view text, const promql::Features &on);

/// The same for what the expression yields: "use-start-timestamps" where it is off and a function that looks
/// at start timestamps meets one of these series, which have some.
[[nodiscard]] std::string featuresToEvaluate(const promql::Expr &expr, std::span<const Labels> started,
                                             const promql::Features &on);

} // namespace sightglass::promqltest
