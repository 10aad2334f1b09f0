// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "parser/promql/ast.h"

#include <cstdint>

namespace sightglass {

enum class DurationUse : std::uint8_t
{
    Offset,
    RangeOrStep
};

/// The milliseconds of a duration expression (PromQL reference, section 3.5): float seconds, truncated to
/// whole milliseconds; a literal alone is rounded. step() is the query's step and range() its end - start,
/// both 0 in an instant query. Throws EvaluationError with Prometheus' text on NaN, infinity, division by
/// zero, what exceeds 2^63 ns, and what is not above zero where a range or step needs it.
[[nodiscard]] std::int64_t evaluateDurationMs(const promql::DurationExpr &duration, const StepRange &query,
                                              DurationUse use);

} // namespace sightglass
