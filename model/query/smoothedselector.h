// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluationcontext.h"
#include "parser/promql/ast.h"

namespace sightglass {

/// `selector smoothed`: at each step the value on the straight line between the newest sample at or before
/// the reference time and the first one behind it, both at most the lookback away; with nothing behind it the
/// newest value, with nothing before it nothing (PromQL reference, section 11, last paragraph). Stale markers
/// do not end a series here. Histograms of counters rise from zero behind a reset; floats and histograms
/// within reach of one step, or exponential and custom buckets, yield nothing there but a warning.
[[nodiscard]] Value smoothedInstant(EvaluationContext &context, const promql::VectorSelector &selector,
                                    const Grid &grid);

} // namespace sightglass
