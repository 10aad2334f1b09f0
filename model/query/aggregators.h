// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/grouping.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// The aggregations that make one value of a group's members at each step: sum, avg, count, group, min, max,
/// stddev, stdvar. Histograms are counted by count and group, and left out of all others. Members are taken
/// in their order, column by column, with Prometheus' order of operations.
[[nodiscard]] Column aggregateColumn(promql::AggregateOp op, const Value &vector,
                                     const Grouping::Group &group, std::size_t steps);

/// quantile(): the parameter has one value per step.
[[nodiscard]] Column quantileColumn(const Column &quantiles, const Value &vector,
                                    const Grouping::Group &group);

} // namespace sightglass
