// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/sampleexpression.h"
#include "model/dashboard/sampleholes.h"
#include "model/query/queryresult.h"
#include "model/storage/snapshot.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace sightglass {

/// Finds the samples that values of a SampleExpression are which were evaluated at steps: the newest at each
/// step, as the engine reads it. One thread.
class SampledTimes
{
public:
    /// The expression outlives this.
    SampledTimes(const SampleExpression &expression, std::int64_t lookbackMs, std::int64_t sourceMs = 1000)
        : m_expression(expression)
        , m_lookbackMs(lookbackMs)
        , m_holes(lookbackMs, sourceMs)
    {}

    /// The store's samples that values at these times (both inclusive) may be.
    [[nodiscard]] TimeRange toSelect(TimestampMs first, TimestampMs last) const noexcept;

    /// Writes how old the series' sample is at the times of the values (ascending) into `ages`, of the same
    /// length; leaves alone what no sample of it counts at.
    void read(const SeriesView &series, std::span<const Sample> values, std::span<Sample> ages);

    /// How old the samples are that the values of an evaluation at steps `everyMs` apart are, for each of its
    /// series, at the times of its values; NaN where that is not known. Values that repeat a sample in a hole
    /// of its series (see SampleHoles) and are not the first at a step behind it are left out: nobody scraped
    /// there. Stops early when it is cancelled.
    [[nodiscard]] std::vector<std::vector<Sample>> readAll(const Snapshot &snapshot,
                                                           std::vector<MatrixSeries> &matrix,
                                                           std::int64_t everyMs,
                                                           const std::stop_token &cancel);

private:
    void leaveOutRepeated(const SeriesView &series, std::int64_t everyMs, std::vector<Sample> &values,
                          std::vector<Sample> &ages);

    const SampleExpression &m_expression;
    std::int64_t m_lookbackMs;
    SampleHoles m_holes;
    SampleColumns m_columns; ///< of the last series
};

/// When the sample counts that a value of the series is: its own time, an offset later than it was taken
/// (see offsetOf()). Nothing where values are no samples, or it is not known of this one.
[[nodiscard]] std::optional<TimestampMs> sampleTime(const PanelSeries &series, const Sample &value);

/// How much later than they were taken the samples count that the series' values are.
[[nodiscard]] std::int64_t offsetOf(const PanelSeries &series) noexcept;

} // namespace sightglass
