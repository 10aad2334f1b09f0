// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/annotations.h"
#include "model/query/grouping.h"

namespace sightglass {

/// sum() and avg() at the steps where a member of the group has a native histogram (PromQL reference, section
/// 9): fills them in the result, which holds the floats' values. Floats with histograms, and exponential with
/// custom buckets, leave nothing and a warning. `span` is that of the aggregated expression.
void aggregateHistograms(promql::AggregateOp op, const Value &vector, const Grouping::Group &group,
                         Series &result, Annotations &annotations, SourceSpan span);

/// Any of the group's members has a histogram at any step.
[[nodiscard]] bool hasHistograms(const Value &vector, const Grouping::Group &group) noexcept;

/// "ignored histogram in max aggregation", where the vector has histograms.
void informIgnoredHistograms(promql::AggregateOp op, const Value &vector, Annotations &annotations,
                             SourceSpan span);

} // namespace sightglass
