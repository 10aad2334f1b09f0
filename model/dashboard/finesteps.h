// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/query/queryengine.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <cstdint>

namespace sightglass {

/// Values of series that are worked out at most for one line chart: about a second's work of one core, done
/// once, since a chart that goes on evaluates what is new.
inline constexpr std::size_t mostFinePoints = 50'000'000;
/// Stored samples that are read at most for one line chart whose expressions need no evaluation: about as
/// long.
inline constexpr std::size_t mostStoredPoints = 200'000'000;
/// Values that are worked out where each refresh has to evaluate all of it: queries that look at the future
/// or at their own ends.
inline constexpr std::size_t mostRepeatedPoints = 2'000'000;

/// Whether every single sample of what the expression selects is to be met by a step to be seen: it reads
/// instant vectors, or functions that look at the newest samples of their range alone. Others see a sample as
/// long as it is in their range.
[[nodiscard]] bool readsSingleSamples(const promql::Expr &expr);

/// At how many of its samples' series an expression looks.
[[nodiscard]] std::size_t selectedSeries(const promql::Expr &expr, const Snapshot &snapshot, TimeRange range);

/// What one evaluation at fine steps takes.
struct FineCost
{
    std::size_t series = 1; ///< see selectedSeries()
    std::size_t mostPoints = mostFinePoints;
};

/// Between which finer steps a range query over `steps` finds each sample of a source with this interval: the
/// interval, or half of it, so that a sample that came late is not passed over either where
/// readsSingleSamples(). A part of the step without remainder. Larger ones, the next of that kind, where it
/// costs too much; but never above the lookback, beyond which samples would be nobody's. The step itself
/// where there is nothing in between.
[[nodiscard]] std::int64_t fineStepMs(const promql::Expr &expr, StepRange steps, std::int64_t sourceMs,
                                      const FineCost &cost, std::int64_t lookbackMs);

} // namespace sightglass
