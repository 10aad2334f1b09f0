// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampledtimes.h"
#include "widgets/chart/hittest.h"
#include "widgets/plots/seriesreadout.h"
#include "widgets/plots/timeseriesplot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double dotRadius = 3.5; ///< logical pixels
/// Dots of more lines hide the lines: then only the one that is pointed at has one.
constexpr std::size_t mostDots = 50;

/// The sample that is read at a time: the nearest, where a line goes there or a sample is near.
std::optional<std::size_t> sampleAt(const PanelSeries &series, TimestampMs at, std::int64_t within)
{
    const std::span<const Sample> samples = series.samples;
    const auto next = std::ranges::lower_bound(samples, at, {}, &Sample::t);
    const bool between = series.isThinned() && next != samples.begin() && next != samples.end();
    // Between two that are joined there is a line, however far apart they are.
    if (between && !std::ranges::binary_search(series.breaks, next->t))
        within = std::max(within, next->t - (next - 1)->t);
    return nearestSample(samples, at, within);
}

} // namespace

bool TimeSeriesPlot::isRead(const PlottedSeries &series) const
{
    const auto &hide = m_plotted->configOfSeries(series.series).graph.hideFrom;
    return !hide || !hide->tooltip;
}

/// What is read of a series at a time.
std::optional<TimeSeriesPlot::Reading> TimeSeriesPlot::readingOf(const PlottedSeries &series,
                                                                 TimestampMs at) const
{
    // Half a gap to either side, but at least half a column: there is a sample wherever a line is drawn.
    const std::int64_t nearColumn = grid().bucketUs / 2000 + 1;
    const PanelSeries &answer = m_plotted->data()->series[series.series];
    const std::int64_t apart = apartMs(answer, *m_plotted->data());
    const auto index =
        isRead(series) ? sampleAt(answer, at, std::max(gapThresholdMs(apart) / 2, nearColumn)) : std::nullopt;
    if (!index)
        return std::nullopt;
    const Sample &sample = series.samples[*index];
    const auto drawn = nearestSample(series.drawn, sample.t, 0);
    const double y =
        drawn ? scaleOf(series.axis, m_scene.scale.height).yOf(series.drawn[*drawn].v) : PlotColumn::none;
    return Reading{series.series, sample, y};
}

/// Where many samples share the columns below the pointer, what is read is the one that it points at, rather
/// than the one that happens to lie nearest in time: a spike is no wider than a pixel.
std::optional<TimeSeriesPlot::Reading> TimeSeriesPlot::pointedAt(const std::vector<Reading> &readings,
                                                                 const Place &place) const
{
    constexpr std::int64_t usPerMs = 1000;
    const std::int64_t column = grid().columnOf(place.at);
    const TimestampMs from = (column - 1) * grid().bucketUs / usPerMs;
    const TimestampMs to = (column + 2) * grid().bucketUs / usPerMs;
    const std::ptrdiff_t near = nearest(readings, place.y);
    std::optional<Reading> found;
    if (near >= 0)
        found = readings[static_cast<std::size_t>(near)];
    double least = found ? std::abs(found->y - place.y) : std::numeric_limits<double>::infinity();
    for (const PlottedSeries &series : m_plotted->series()) {
        if (!isRead(series))
            continue;
        const ValueScale scale = scaleOf(series.axis, m_scene.scale.height);
        for (auto drawn = std::ranges::lower_bound(series.drawn, from, {}, &Sample::t);
             drawn != series.drawn.end() && drawn->t <= to; ++drawn) {
            const double y = scale.yOf(drawn->v);
            const auto index =
                std::abs(y - place.y) < least ? nearestSample(series.samples, drawn->t, 0) : std::nullopt;
            if (!index)
                continue;
            least = std::abs(y - place.y);
            found = Reading{series.series, series.samples[*index], y};
        }
    }
    return found;
}

/// Without a pointer all series are read at the crosshair; else at the time of the sample that it points at,
/// so that one scrape is not compared with the next.
std::vector<TimeSeriesPlot::Reading> TimeSeriesPlot::readingsAt(const Place &place) const
{
    std::vector<Reading> readings;
    for (const PlottedSeries &series : m_plotted->series()) {
        if (const auto reading = readingOf(series, place.at))
            readings.push_back(*reading);
    }
    const auto pointed = place.y >= 0 ? pointedAt(readings, place) : std::nullopt;
    if (!pointed)
        return readings;
    std::vector<Reading> together;
    together.reserve(readings.size());
    auto known = readings.begin();
    for (const PlottedSeries &series : m_plotted->series()) {
        while (known != readings.end() && known->series < series.series)
            ++known;
        const bool isKnown = known != readings.end() && known->series == series.series;
        const auto reading = series.series == pointed->series ? pointed
                             : isKnown && known->sample.t == pointed->sample.t
                                 ? std::optional(*known)
                                 : readingOf(series, pointed->sample.t);
        if (reading)
            together.push_back(*reading);
    }
    return together;
}

std::ptrdiff_t TimeSeriesPlot::nearest(const std::vector<Reading> &readings, double y) const
{
    std::ptrdiff_t best = -1;
    double distance = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < readings.size() && y >= 0; ++i) {
        const double d = std::abs(readings[i].y - y);
        if (d < distance) {
            distance = d;
            best = static_cast<std::ptrdiff_t>(i);
        }
    }
    return best;
}

Readout TimeSeriesPlot::readoutAt(const Place &place) const
{
    const std::vector<Reading> readings = readingsAt(place);
    ReadoutPlace where;
    where.at = place.at;
    where.exactMs = grid().bucketUs / 2000;
    const std::int64_t fine = m_plotted->data()->fineStepMs;
    where.stepMs = fine > 0 ? fine : stepMs();
    where.zone = timeZone();
    if (readings.empty()) {
        std::vector<std::span<const Sample>> shown;
        for (const PlottedSeries &series : m_plotted->series())
            shown.push_back(series.samples);
        return gapReadout(shown, where);
    }
    const std::ptrdiff_t near = nearest(readings, place.y);
    if (near >= 0)
        where.nearest = static_cast<std::size_t>(near);
    where.silent = static_cast<std::size_t>(
        std::ranges::count_if(m_plotted->series(), [this](const PlottedSeries &s) { return isRead(s); }));
    where.silent -= std::min(where.silent, readings.size());
    std::vector<SeriesReading> rows;
    for (const Reading &reading : readings) {
        const Look &look = m_looks[reading.series];
        const ScaledAxis &axis = m_axes[m_plotted->axes().axisOf[reading.series]];
        const double span = axis.transform.kind == ScaleKind::Linear ? axis.high - axis.low : 0;
        const auto time = sampleTime(m_plotted->data()->series[reading.series], reading.sample);
        rows.push_back({reading.series,
                        {time.value_or(reading.sample.t), reading.sample.v},
                        look.look.color,
                        look.name,
                        span,
                        time.has_value()});
    }
    return seriesReadout(rows, *m_spec, *m_plotted->data(), tooltipOf(m_spec->options), where);
}

std::vector<FilledLink> TimeSeriesPlot::linksAt(const Place &place) const
{
    const auto linked = [this](const PlottedSeries &series) {
        const auto &links = m_plotted->configOfSeries(series.series).links;
        return links && !links->empty();
    };
    // Most panels have none.
    if (!m_plotted->data() || std::ranges::none_of(m_plotted->series(), linked))
        return {};
    const std::vector<Reading> readings = readingsAt(place);
    const std::ptrdiff_t near = nearest(readings, place.y);
    if (readings.empty() || (near < 0 && place.y >= 0))
        return {};
    const Reading &read = readings[static_cast<std::size_t>(std::max<std::ptrdiff_t>(near, 0))];
    const PanelSeries &series = m_plotted->data()->series[read.series];
    return filledLinks({series.labels, series.name, &m_plotted->configOfSeries(read.series), read.sample.v,
                        sampleTime(series, read.sample).value_or(read.sample.t), m_plotted->data()->range});
}

QRectF TimeSeriesPlot::paintMarks(QPainter &painter, const Place &place) const
{
    const std::vector<Reading> readings = readingsAt(place);
    const std::ptrdiff_t near = nearest(readings, place.y);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF covered;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const double x = grid().xOf(readings[i].sample.t);
        const double y = readings[i].y;
        const bool isNear = static_cast<std::ptrdiff_t>(i) == near;
        if (readings.size() > mostDots && !isNear && (near >= 0 || i >= mostDots))
            continue;
        if (!(y >= -dotRadius && y <= m_scene.scale.height + dotRadius))
            continue;
        const double radius = (isNear ? dotRadius + 1 : dotRadius) * ratio();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().surface);
        painter.drawEllipse(QPointF(x, y), radius, radius);
        painter.setBrush(m_looks[readings[i].series].look.color);
        painter.drawEllipse(QPointF(x, y), radius - ratio(), radius - ratio());
        covered |= QRectF(x - radius, y - radius, 2 * radius, 2 * radius).adjusted(-1, -1, 1, 1);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    return covered;
}

} // namespace sightglass
