// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluator.h"

namespace sightglass {

/// count_values(): one element per distinct value of a group (PromQL reference, section 9), sorted by labels.
/// The value becomes a label first; so it may stand for one that is grouped by, or be left out again.
[[nodiscard]] Value evaluateCountValues(Evaluator &evaluator, const promql::Aggregate &aggregate,
                                        const Grid &grid);

} // namespace sightglass
