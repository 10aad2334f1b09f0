// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluator.h"

namespace sightglass {

/// The aggregations that pick some of a group's elements and leave them as they are (PromQL reference,
/// section 9). In an instant query the elements come out in the order they are picked, group by group.

/// topk() and bottomk(), best first. Histograms are left out.
[[nodiscard]] Value evaluateRanked(Evaluator &evaluator, const promql::Aggregate &aggregate,
                                   const Grid &grid);

/// limitk(): the first k of each group.
[[nodiscard]] Value evaluateLimited(Evaluator &evaluator, const promql::Aggregate &aggregate,
                                    const Grid &grid);

/// limit_ratio(): grouping makes no difference to which elements are picked, only to their order.
[[nodiscard]] Value evaluateLimitedByRatio(Evaluator &evaluator, const promql::Aggregate &aggregate,
                                           const Grid &grid);

} // namespace sightglass
