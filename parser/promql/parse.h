// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/promql/ast.h"
#include "parser/promql/features.h"

#include <string_view>

namespace sightglass::promql {

/// Parses and type-checks one PromQL expression (PromQL reference, sections 2 to 4). The Error has code
/// PromqlSyntax or PromqlType, Prometheus' message as its argument, the offending span and its line:column,
/// so that
/// "<line>:<col>: " + plainText(error) is Prometheus' own text. Pure; any thread. Depth of nesting is
/// bounded, so hostile input cannot exhaust the stack.
[[nodiscard]] Result<ExprPtr> parseExpr(std::string_view query, const Features &features = {});

/// Parses a bare metric selector such as `up{job="x"}` or `{__name__=~"a.*"}` into its matchers, as the
/// series and label APIs take it.
[[nodiscard]] Result<std::vector<Matcher>> parseSelector(std::string_view selector);

} // namespace sightglass::promql
