// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/storedreader.h"

#include "model/core/timegrid.h"

#include <cmath>

namespace sightglass {

TimeRange StoredReader::toSelect(TimestampMs from, TimestampMs to) const noexcept
{
    const TimestampMs last = to == m_range.end ? to + m_range.lookbackMs : to;
    return {from - m_range.lookbackMs + 1 - m_expression.offsetMs(), last - m_expression.offsetMs()};
}

bool StoredReader::read(const SeriesView &series, TimestampMs to, StoredProgress &progress, ThinnedLine &line)
{
    const TimestampMs from = progress.readTo.value_or(m_range.start - m_range.lookbackMs);
    const TimestampMs first = from + 1 - m_expression.offsetMs();
    series.read({first, toSelect(from, to).to}, m_columns);
    m_to = to;
    if (!m_columns.histogramTimes.empty() && !m_expression.isPlain())
        return false;
    takeFloats({series, m_columns.times, first}, to, progress, line);
    progress.readTo = to;
    return true;
}

void StoredReader::takeFloats(const SampleHoles::Read &read, TimestampMs to, StoredProgress &progress,
                              ThinnedLine &line)
{
    const std::vector<double> *values = &m_columns.values;
    if (!m_expression.isPlain()) {
        m_calculated = m_columns.values;
        m_expression.apply(m_calculated);
        values = &m_calculated;
    }
    m_values.clear();
    m_begins.clear();
    std::optional<Sample> before;
    for (std::size_t i = 0; i < m_columns.times.size(); ++i) {
        const Sample sample{m_columns.times[i] + m_expression.offsetMs(), (*values)[i]};
        const bool isStale = std::isnan(m_columns.values[i]) && isStaleMarker(m_columns.values[i]);
        const TimestampMs taken = m_columns.times[i];
        const bool isBehindHole =
            progress.last && m_holes.isHole(read, *progress.last, taken - *progress.last);
        if (sample.t > to) {
            if (!isStale && !progress.ended && !isBehindHole)
                progress.behind = sample;
            break;
        }
        progress.last = taken;
        if (isStale) {
            progress.ended = true;
            continue;
        }
        if (sample.t <= m_range.start) {
            before = sample;
        } else {
            if (progress.ended || isBehindHole)
                m_begins.push_back(sample.t);
            m_values.push_back(sample);
        }
        progress.ended = false;
    }
    if (before) {
        line.samples.push_back(*before);
        if (std::isfinite(before->v))
            line.lastTime = before->t;
    }
    thinLine(m_values, m_grid, line, m_begins);
}

void StoredReader::addHistograms(std::vector<HistogramSample> &histograms) const
{
    const auto columnOf = [this](TimestampMs t) { return gridFloor(t - 1, m_grid.columnMs); };
    for (std::size_t i = 0; i < m_columns.histogramTimes.size(); ++i) {
        const TimestampMs t = m_columns.histogramTimes[i] + m_expression.offsetMs();
        if (t <= m_range.start || t > m_to || isStaleMarker(*m_columns.histograms[i]))
            continue;
        if (!histograms.empty() && columnOf(histograms.back().t) == columnOf(t))
            histograms.back() = {t, m_columns.histograms[i]};
        else
            histograms.push_back({t, m_columns.histograms[i]});
    }
}

} // namespace sightglass
