// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluator.h"

namespace sightglass {

/// Evaluates an aggregation (PromQL reference, section 9). Groups come out in the order of their first
/// member.
[[nodiscard]] Value evaluateAggregate(Evaluator &evaluator, const promql::Aggregate &aggregate,
                                      const Grid &grid);

} // namespace sightglass
