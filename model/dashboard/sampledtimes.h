// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/sampleexpression.h"
#include "model/storage/snapshot.h"

#include <optional>
#include <span>

namespace sightglass {

/// Finds the samples that values of a SampleExpression are which were evaluated at steps: the newest at each
/// step, as the engine reads it. One thread.
class SampledTimes
{
public:
    /// The expression outlives this.
    SampledTimes(const SampleExpression &expression, std::int64_t lookbackMs)
        : m_expression(expression)
        , m_lookbackMs(lookbackMs)
    {}

    /// The store's samples that values at these times (both inclusive) may be.
    [[nodiscard]] TimeRange toSelect(TimestampMs first, TimestampMs last) const noexcept;

    /// Writes how old the series' sample is at the times of the values (ascending) into `ages`, of the same
    /// length; leaves alone what no sample of it counts at.
    void read(const SeriesView &series, std::span<const Sample> values, std::span<Sample> ages);

private:
    const SampleExpression &m_expression;
    std::int64_t m_lookbackMs;
    SampleColumns m_columns; ///< of the last series
};

/// When the sample counts that a value of the series is: its own time, an offset later than it was taken
/// (see offsetOf()). Nothing where values are no samples, or it is not known of this one.
[[nodiscard]] std::optional<TimestampMs> sampleTime(const PanelSeries &series, const Sample &value);

/// How much later than they were taken the samples count that the series' values are.
[[nodiscard]] std::int64_t offsetOf(const PanelSeries &series) noexcept;

} // namespace sightglass
