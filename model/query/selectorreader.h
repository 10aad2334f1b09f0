// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"
#include "model/query/evaluationcontext.h"
#include "parser/promql/ast.h"

#include <cstdint>
#include <functional>

namespace sightglass {

/// The times a selector looks at: (@ ? pinned : evaluation time) - offset, per step of a grid.
struct ReferenceTimes
{
    TimestampMs first = 0;
    std::int64_t stepMs = 0; ///< 0 where @ pins them all to one time

    [[nodiscard]] TimestampMs at(std::size_t i) const noexcept
    {
        return first + static_cast<std::int64_t>(i) * stepMs;
    }
};

[[nodiscard]] ReferenceTimes referenceTimes(const promql::TimeShift &shift, const Grid &grid,
                                            const StepRange &query);

/// The range vectors of one expression over a grid: at step i the samples with refs.at(i) - rangeMs -
/// beforeMs < t <= refs.at(i) + afterMs.
struct RangeGrid
{
    ReferenceTimes refs;
    std::int64_t rangeMs = 0; ///< the range that is asked for
    std::size_t count = 1;
    /// How far beyond the range the windows reach: 0 but for anchored and smoothed ranges.
    std::int64_t beforeMs = 0;
    std::int64_t afterMs = 0;
    promql::RangeExtension extension = promql::RangeExtension::None;
};

/// One series of a range vector: every sample any step needs, without stale markers. Valid during the
/// callback.
struct RangeSeries
{
    const Labels &labels;
    const SampleColumns &samples;
    bool dropName = false;
};
using RangeConsumer = std::function<void(const RangeSeries &)>;

/// What an instant selector yields at a step: the value; the time of the sample or the time its counting
/// began (0 where unknown) in seconds, as timestamp() and start_timestamp() want it.
enum class SelectorYield : std::uint8_t
{
    Value,
    SampleTime,
    StartTime
};

/// Reads instant and range selectors: every series is decoded once and looked at over all steps of the grid
/// with a moving index. An instant selector takes the newest sample in (ref - lookback, ref], float or
/// histogram; a stale marker there makes the series absent (PromQL reference, section 6).
class SelectorReader
{
public:
    explicit SelectorReader(EvaluationContext &context)
        : m_context(context)
    {}

    [[nodiscard]] Value instant(const promql::VectorSelector &selector, const Grid &grid,
                                SelectorYield yield);

    [[nodiscard]] RangeGrid rangeGrid(const promql::MatrixSelector &selector, const Grid &grid) const;
    void forEachRange(const promql::MatrixSelector &selector, const RangeGrid &ranges,
                      const RangeConsumer &consume);

private:
    EvaluationContext &m_context;
};

/// What the histograms of a column count against the sample limit, beyond the column's cells.
[[nodiscard]] std::size_t histogramWeight(const Series &series) noexcept;

/// Removes stale markers, floats and histograms, in place.
void dropStaleMarkers(SampleColumns &samples);

} // namespace sightglass
