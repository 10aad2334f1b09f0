// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampledtimes.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

void SampledTimes::leaveOutRepeated(const SeriesView &series, std::int64_t everyMs,
                                    std::vector<Sample> &values, std::vector<Sample> &ages)
{
    const SampleHoles::Read known{series, m_columns.times, toSelect(values.front().t, values.back().t).from};
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool isOld = ages[i].v > static_cast<double>(everyMs);
        const auto age = isOld ? static_cast<std::int64_t>(ages[i].v) : std::int64_t{0};
        if (isOld && m_holes.isHole(known, values[i].t - m_expression.offsetMs() - age, age))
            continue;
        values[kept] = values[i];
        ages[kept++] = ages[i];
    }
    values.resize(kept);
    ages.resize(kept);
}

std::vector<std::vector<Sample>> SampledTimes::readAll(const Snapshot &snapshot,
                                                       std::vector<MatrixSeries> &matrix,
                                                       std::int64_t everyMs, const std::stop_token &cancel)
{
    std::vector<std::vector<Sample>> ages(matrix.size());
    std::optional<TimeRange> steps;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        for (const Sample &value : matrix[i].samples)
            ages[i].push_back({value.t, std::numeric_limits<double>::quiet_NaN()});
        if (ages[i].empty())
            continue;
        const TimeRange own{ages[i].front().t, ages[i].back().t};
        steps = steps ? TimeRange{std::min(steps->from, own.from), std::max(steps->to, own.to)} : own;
    }
    if (!steps)
        return ages;
    std::size_t next = 0;
    for (const auto &view :
         snapshot.select(m_expression.selector().matchers, toSelect(steps->from, steps->to))) {
        if (cancel.stop_requested())
            break;
        const Labels labels = m_expression.labelsOf(view->labels());
        // Both are sorted, as a rule.
        if (next >= matrix.size() || matrix[next].labels != labels)
            next = static_cast<std::size_t>(std::ranges::find(matrix, labels, &MatrixSeries::labels) -
                                            matrix.begin());
        if (next == matrix.size())
            continue;
        std::vector<Sample> &values = matrix[next].samples;
        if (!values.empty()) {
            read(*view, values, ages[next]);
            leaveOutRepeated(*view, everyMs, values, ages[next]);
        }
        ++next;
    }
    return ages;
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
