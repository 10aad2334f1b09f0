// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

namespace sightglass::test {

/// Whether the answer is another one when intermediate results differ in their last bits, as in ln(ln(x))
/// where x is about 1: two good evaluators may disagree there.
[[nodiscard]] bool hangsOnRounding(const Snapshot &snapshot, const QueryOptions &options, StepRange query,
                                   const promql::Expr &expr);

} // namespace sightglass::test
