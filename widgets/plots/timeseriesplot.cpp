// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeseriesplot.h"

#include "model/core/units.h"
#include "model/dashboard/panelfields.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/hittest.h"
#include "widgets/panelkit/instantvalues.h"

#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double lineWidth = 1.25;      ///< logical pixels
constexpr double tickSpacing = 38;      ///< logical pixels between horizontal grid lines, at least
constexpr double stackedOpacity = 0.45; ///< at least: layers of a stack are areas
constexpr double usualOpacity = 0.1;
constexpr double dotRadius = 3.5;
/// A threshold up to so many times the largest value is worth the room that it takes from the lines.
constexpr double nearThreshold = 3;

} // namespace

TimeSeriesPlot::TimeSeriesPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : TimePlot(theme, parent)
    , m_spec(spec)
    , m_owned(std::make_shared<Owned>())
{
    setExemplarUnit(unit(), m_spec.field.decimals);
}

std::string TimeSeriesPlot::unit() const
{
    return m_spec.field.unit.value_or(std::string());
}

bool TimeSeriesPlot::stacked() const
{
    return m_spec.field.graph.stacking.value_or(Stacking()).mode != StackingMode::None;
}

bool TimeSeriesPlot::thresholdLines() const
{
    return m_spec.field.graph.thresholdsStyle.value_or(ThresholdsStyle::Off) != ThresholdsStyle::Off;
}

std::span<const ThresholdStep> TimeSeriesPlot::thresholds() const
{
    const auto &all = m_spec.field.thresholds;
    return all && all->mode == ThresholdsMode::Absolute ? std::span(all->steps)
                                                        : std::span<const ThresholdStep>();
}

double TimeSeriesPlot::fillOpacity(std::size_t series) const
{
    const auto configured = configOf(m_spec, m_owned->data->series[series]).graph.fillOpacity;
    const double share = configured ? *configured / 100 : usualOpacity;
    return stacked() ? std::max(share, stackedOpacity) : share;
}

void TimeSeriesPlot::setData(const PanelDataPtr &answer, std::vector<Look> looks)
{
    auto owned = std::make_shared<Owned>();
    owned->data = answer;
    m_looks = std::move(looks);
    m_lines.clear();
    for (std::size_t i = 0; i < answer->series.size(); ++i) {
        if (m_looks[i].visible)
            m_lines.push_back({i, answer->series[i].samples, answer->series[i].samples, {}});
    }
    if (stacked()) {
        std::vector<std::span<const Sample>> layers;
        for (const Line &line : m_lines)
            layers.push_back(line.samples);
        owned->stack = stackSeries(layers);
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            m_lines[i].drawn = owned->stack[i].upper;
            m_lines[i].base = owned->stack[i].lower;
        }
    }
    m_owned = std::move(owned);
    const bool any =
        std::ranges::any_of(answer->series, [](const PanelSeries &s) { return !s.samples.empty(); });
    const bool native =
        std::ranges::any_of(answer->series, [](const PanelSeries &s) { return !s.histograms.empty(); });
    const QString nothing =
        native ? tr("Native histograms are not drawn as lines") : tr("No data in this time range");
    setMessage(any ? QString() : nothing);
    setExemplars(answer);
    setEvents(answer);
    setRange(answer->range, answer->stepMs);
}

double TimeSeriesPlot::exemplarY(double value, int height) const
{
    const ValueScale scale{m_axis.low, m_axis.high, height};
    return std::clamp(scale.yOf(value), 0.0, static_cast<double>(height));
}

std::optional<ValueRange> TimeSeriesPlot::shownValues() const
{
    std::optional<ValueRange> all;
    const auto add = [&all](const std::optional<ValueRange> &range) {
        if (range)
            all = all ? ValueRange{std::min(all->low, range->low), std::max(all->high, range->high)} : *range;
    };
    for (const Line &line : m_lines) {
        add(valueRange(line.drawn));
        if (!line.base.empty())
            add(ValueRange{0, 0});
    }
    if (!all || !thresholdLines())
        return all;
    const double reach = nearThreshold * std::max(std::abs(all->low), std::abs(all->high));
    for (const ThresholdStep &step : thresholds()) {
        if (step.from && std::abs(*step.from) <= reach)
            add(ValueRange{*step.from, *step.from});
    }
    return all;
}

ValueAxes TimeSeriesPlot::valueAxes(int height)
{
    ValueAxes axes;
    AxisLimits limits;
    limits.min = m_spec.field.min;
    limits.max = m_spec.field.max;
    limits.base = isBinaryUnit(unit()) ? NumberBase::Binary : NumberBase::Decimal;
    limits.maxTicks = std::clamp(static_cast<int>(height / ratio() / tickSpacing) + 1, 2, 9);
    m_axis = numberAxis(shownValues(), limits);
    const std::vector<std::string> texts = formatTicks(m_axis.ticks, unit());
    std::vector<AxisLabel> &labels = axes.left.emplace_back().labels;
    for (std::size_t i = 0; i < m_axis.ticks.size(); ++i) {
        const double position = (m_axis.high - m_axis.ticks[i]) / (m_axis.high - m_axis.low);
        labels.push_back({position, valueText(texts[i])});
    }
    return axes;
}

ChartScene TimeSeriesPlot::makeScene(const PlotAxes &axes) const
{
    ChartScene scene;
    scene.owner = m_owned;
    scene.grid = grid();
    scene.scale = {m_axis.low, m_axis.high, axes.plot().height()};
    scene.gapMs = gapThresholdMs(stepMs());
    scene.lineWidth = lineWidth * ratio();
    scene.background = theme().surface.rgb();
    scene.gridColor = theme().grid.rgb();
    scene.gridValues = m_axis.ticks;
    scene.gridColumns = axes.tickColumns(grid());
    if (thresholdLines()) {
        for (const ThresholdStep &step : thresholds()) {
            if (step.from)
                scene.marks.push_back({*step.from, theme().named(step.color).rgb()});
        }
    }
    for (const Line &line : m_lines)
        scene.series.push_back(
            {line.drawn, line.base, m_looks[line.series].color.rgb(), fillOpacity(line.series)});
    return scene;
}

void TimeSeriesPlot::drawLayer(ColumnLayer &layer, const PlotAxes &axes)
{
    ChartScene scene = makeScene(axes);
    const std::vector<ColumnRange> changed = changedColumns(m_scene, scene);
    layer.update(scene.grid, scene.scale.height, changed,
                 [&scene](ColumnRange range, QImage &ring) { rasterColumns(scene, range, ring); });
    m_scene = std::move(scene);
}

std::vector<TimeSeriesPlot::Reading> TimeSeriesPlot::readingsAt(TimestampMs at) const
{
    // Half a gap to either side, but at least half a column: there is a sample wherever a line is drawn.
    const std::int64_t within = std::max(gapThresholdMs(stepMs()) / 2, grid().bucketUs / 2000 + 1);
    std::vector<Reading> readings;
    for (const Line &line : m_lines) {
        const auto index = nearestSample(line.samples, at, within);
        if (!index)
            continue;
        const Sample &sample = line.samples[*index];
        const auto drawn = nearestSample(line.drawn, sample.t, 0);
        readings.push_back(
            {line.series, sample, drawn ? m_scene.scale.yOf(line.drawn[*drawn].v) : PlotColumn::none});
    }
    return readings;
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
    const std::vector<Reading> readings = readingsAt(place.at);
    if (readings.empty())
        return {};
    const std::ptrdiff_t near = nearest(readings, place.y);
    std::vector<std::size_t> order(readings.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    // NaN sorts last: comparing with it is false either way.
    const auto key = [&readings](std::size_t i) {
        const double v = readings[i].sample.v;
        return std::isnan(v) ? -std::numeric_limits<double>::infinity() : v;
    };
    std::ranges::stable_sort(order, [&key](std::size_t a, std::size_t b) { return key(a) > key(b); });
    Readout readout;
    const Sample &told = readings[near >= 0 ? static_cast<std::size_t>(near) : order.front()].sample;
    readout.title = timeText(told.t, stepMs(), QTimeZone::systemTimeZone());
    for (const std::size_t i : order) {
        const Look &look = m_looks[readings[i].series];
        const QString value =
            valueText(configOf(m_spec, m_owned->data->series[readings[i].series]), readings[i].sample.v);
        readout.rows.push_back(
            {look.color, look.name, value, static_cast<std::ptrdiff_t>(i) == near && readings.size() > 1});
    }
    return readout;
}

void TimeSeriesPlot::paintMarks(QPainter &painter, const Place &place) const
{
    const std::vector<Reading> readings = readingsAt(place.at);
    const std::ptrdiff_t near = nearest(readings, place.y);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const double x = grid().xOf(readings[i].sample.t);
        const double y = readings[i].y;
        if (!(y >= -dotRadius && y <= m_scene.scale.height + dotRadius))
            continue;
        const double radius = (static_cast<std::ptrdiff_t>(i) == near ? dotRadius + 1 : dotRadius) * ratio();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().surface);
        painter.drawEllipse(QPointF(x, y), radius, radius);
        painter.setBrush(m_looks[readings[i].series].color);
        painter.drawEllipse(QPointF(x, y), radius - ratio(), radius - ratio());
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace sightglass
