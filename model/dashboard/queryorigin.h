// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "parser/promql/ast.h"

namespace sightglass {

/// How values of an expression come about that is evaluated so often; 0: that is not, but stands for its
/// stored samples. Of windows only those count that are written as plain durations.
[[nodiscard]] QueryOrigin queryOrigin(const promql::Expr &expr, std::int64_t everyMs);

} // namespace sightglass
