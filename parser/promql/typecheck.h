// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/promql/ast.h"

#include <optional>
#include <string_view>

namespace sightglass::promql {

/// The static checks of a tree that the parser has built from this query (PromQL reference, section 4): the
/// first violation in Prometheus' order, without line and column, or nothing.
[[nodiscard]] std::optional<Error> checkTypes(const Expr &root, std::string_view query);

} // namespace sightglass::promql
