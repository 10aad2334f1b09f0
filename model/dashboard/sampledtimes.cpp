// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampledtimes.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

TimeRange SampledTimes::toSelect(TimestampMs first, TimestampMs last) const noexcept
{
    return {first - m_lookbackMs + 1 - m_expression.offsetMs(), last - m_expression.offsetMs()};
}

void SampledTimes::read(const SeriesView &series, std::span<const Sample> values, std::span<Sample> ages)
{
    if (values.empty())
        return;
    series.read(toSelect(values.front().t, values.back().t), m_columns);
    std::size_t next = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const TimestampMs at = values[i].t - m_expression.offsetMs();
        while (next < m_columns.times.size() && m_columns.times[next] <= at)
            ++next;
        const bool counts = next > 0 && at - m_columns.times[next - 1] < m_lookbackMs &&
                            !isStaleMarker(m_columns.values[next - 1]);
        if (counts)
            ages[i].v = static_cast<double>(at - m_columns.times[next - 1]);
    }
}

std::optional<TimestampMs> sampleTime(const PanelSeries &series, const Sample &value)
{
    if (series.isStored())
        return value.t;
    if (!series.sampled)
        return std::nullopt;
    const SampleRun &ages = series.sampled->ages;
    const auto found = std::ranges::lower_bound(ages, value.t, {}, &Sample::t);
    if (found == ages.end() || found->t != value.t || std::isnan(found->v))
        return std::nullopt;
    return value.t - static_cast<std::int64_t>(found->v);
}

std::int64_t offsetOf(const PanelSeries &series) noexcept
{
    if (series.stored)
        return series.stored->offsetMs;
    return series.sampled ? series.sampled->offsetMs : 0;
}

} // namespace sightglass
