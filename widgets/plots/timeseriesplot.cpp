// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timeseriesplot.h"

#include "model/core/proportion.h"
#include "model/core/units.h"
#include "model/fields/valuemapper.h"
#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/columnraster.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/plots/dateticks.h"
#include "widgets/plots/plotstyle.h"
#include "widgets/plots/seriesreadout.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double lineWidth = 1.25; ///< logical pixels, of marks
constexpr double tickSpacing = 38; ///< logical pixels between horizontal grid lines, at least
/// A threshold up to so many times the largest value is worth the room that it takes from the lines.
constexpr double nearThreshold = 3;
constexpr double bandOpacity = 0.16;
constexpr double downOpacity = 0.35;
constexpr float opaqueStrip = 0.15F; ///< as Grafana lightens what lets nothing through

bool drawsLines(ThresholdsStyle style)
{
    return style != ThresholdsStyle::Off && style != ThresholdsStyle::Area;
}

bool drawsAreas(ThresholdsStyle style)
{
    return style == ThresholdsStyle::Area || style == ThresholdsStyle::LineAndArea ||
           style == ThresholdsStyle::DashedLineAndArea;
}

bool drawsDashes(ThresholdsStyle style)
{
    return style == ThresholdsStyle::DashedLine || style == ThresholdsStyle::DashedLineAndArea;
}

/// With the configured decimals where those tell the ticks apart.
QStringList tickTexts(const std::vector<double> &ticks, const AxisPlan &plan, const QTimeZone &zone)
{
    QStringList texts;
    if (isDateUnit(plan.unit))
        return dateTickTexts(ticks, plan.unit, zone);
    if (plan.decimals) {
        for (const double tick : ticks)
            texts.append(valueText(tick, plan.unit, plan.decimals));
        if (QSet<QString>(texts.begin(), texts.end()).size() == texts.size())
            return texts;
        texts.clear();
    }
    // Over many powers no prefix and no decimals suit all.
    for (const double tick : ticks) {
        if (plan.shape.scale.kind != ScaleKind::Linear)
            texts.append(valueText(tick, plan.unit));
    }
    if (!texts.empty())
        return texts;
    for (const std::string &text : formatTicks(ticks, plan.unit))
        texts.append(valueText(text));
    return texts;
}

/// Whether it is filled down to another line without saying how: Grafana has an opacity for that.
bool fillsDown(const PlottedSeries &series, const GraphConfig &graph)
{
    const bool asks = graph.fillBelowTo && !graph.fillBelowTo->empty() && !series.stacked;
    return asks && !series.base.empty() && graph.fillOpacity.value_or(0) == 0;
}

/// What the field maps to a text is that text on its axis, too.
void mapTicks(QStringList &texts, const std::vector<double> &ticks, const FieldConfig &config)
{
    if (!config.mappings || config.mappings->empty())
        return;
    const ValueMapper mapper(*config.mappings);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const auto mapped = mapper.mapped(FieldValue(ticks[i]));
        if (mapped && mapped->text)
            texts[static_cast<qsizetype>(i)] = displayText(std::string_view(*mapped->text), 60);
    }
}

} // namespace

TimeSeriesPlot::TimeSeriesPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : TimePlot(theme, parent)
    , m_spec(std::make_shared<const PanelSpec>(spec))
    , m_plotted(
          std::make_shared<const PlotData>(m_spec, std::make_shared<const PanelData>(), std::vector<bool>()))
{
    setExemplarUnit(spec.field.unit.value_or(std::string()), spec.field.decimals);
    setTooltip(tooltipOf(spec.options));
}

namespace {

/// Why no line is seen though there are samples, and what the buckets have to do with it; empty where one is.
QString emptiness(const PanelData &answer)
{
    const auto any = [&answer](const auto &is) {
        return std::ranges::any_of(answer.series, [&is](const PanelSeries &series) {
            // Most lines have a number at their end.
            return std::any_of(series.samples.rbegin(), series.samples.rend(),
                               [&is](const Sample &sample) { return is(sample.v); });
        });
    };
    if (any([](double value) { return std::isfinite(value); }))
        return {};
    const QString text = any([](double value) { return std::isinf(value); })
                             ? TimeSeriesPlot::tr("All values are infinite or NaN")
                             : TimeSeriesPlot::tr("All values are NaN");
    for (const BucketAdvice &advice : answer.advice) {
        if (isProblem(advice.kind))
            return text + u'\n' + bucketAdviceText(advice);
    }
    return text;
}

} // namespace

void TimeSeriesPlot::setData(const PanelDataPtr &answer, std::optional<std::vector<Look>> looks)
{
    if (looks)
        m_looks = std::move(*looks);
    std::vector<bool> visible;
    visible.reserve(m_looks.size());
    for (const Look &look : m_looks)
        visible.push_back(look.visible);
    m_plotted = std::make_shared<const PlotData>(m_spec, answer, visible, m_plotted.get());
    m_tellsValues = std::ranges::any_of(m_plotted->series(), [this](const PlottedSeries &series) {
        return m_plotted->configOfSeries(series.series).graph.showValues.value_or(false);
    });
    const bool any =
        std::ranges::any_of(answer->series, [](const PanelSeries &s) { return !s.samples.empty(); });
    const bool native =
        std::ranges::any_of(answer->series, [](const PanelSeries &s) { return !s.histograms.empty(); });
    const QString nothing =
        native ? tr("Native histograms are not drawn as lines") : tr("No data in this time range");
    setMessage(any ? emptiness(*answer) : nothing);
    setExemplars(answer);
    setEvents(answer);
    std::optional<TimestampMs> lone;
    for (const PanelSeries &series : answer->series) {
        if (series.samples.size() == 1)
            lone = std::max(lone, std::optional(series.samples.front().t));
    }
    setLoneSample(lone);
    setRange(answer->range, answer->stepMs);
}

double TimeSeriesPlot::exemplarY(double value, int height) const
{
    if (m_axes.empty())
        return PlotColumn::none;
    const double drawn = m_axes.front().transform.forward(value);
    const double lowest = std::isnan(drawn) && !std::isnan(value) ? m_axes.front().low : drawn;
    return std::clamp(scaleOf(0, height).yOf(lowest), 0.0, static_cast<double>(height));
}

// ---- axes

const FieldConfig *TimeSeriesPlot::thresholdsOn(std::size_t axis) const
{
    for (const PlottedSeries &series : m_plotted->series()) {
        const FieldConfig &config = m_plotted->configOfSeries(series.series);
        const auto style = config.graph.thresholdsStyle.value_or(ThresholdsStyle::Off);
        if (series.axis == axis && style != ThresholdsStyle::Off && config.thresholds)
            return &config;
    }
    return nullptr;
}

std::optional<ValueRange> TimeSeriesPlot::shownValues(std::size_t axis) const
{
    std::optional<ValueRange> all = m_plotted->valuesOn(axis);
    const FieldConfig *config = thresholdsOn(axis);
    if (!all || config == nullptr || config->thresholds->mode != ThresholdsMode::Absolute)
        return all;
    const double reach = nearThreshold * std::max(std::abs(all->low), std::abs(all->high));
    for (const ThresholdStep &step : config->thresholds->steps) {
        if (step.from && std::abs(*step.from) <= reach)
            all = ValueRange{std::min(all->low, *step.from), std::max(all->high, *step.from)};
    }
    return all;
}

ScaledAxis TimeSeriesPlot::scaledAxis(std::size_t axis, int height) const
{
    const AxisPlan &plan = m_plotted->axes().axes[axis];
    AxisLimits limits;
    limits.min = plan.min;
    limits.max = plan.max;
    limits.setUnit(plan.unit);
    limits.maxTicks = std::clamp(static_cast<int>(height / ratio() / tickSpacing) + 1, 2, 9);
    AxisShape shape = plan.shape;
    shape.roomAround = true;
    const auto values = shownValues(axis);
    if (plan.percentStack) {
        shape.softMax = shape.softMax.value_or(1);
        shape.softMin = shape.softMin.value_or(values && values->low < 0 ? -1 : 0);
    }
    ScaledAxis scaled = sightglass::scaledAxis(values, limits, shape);
    if (isDateUnit(plan.unit))
        putOnDates(
            scaled, secondsOf(plan.unit),
            {static_cast<double>(limits.maxTicks), height / (QFontMetricsF(font()).height() * ratio())},
            timeZone());
    return scaled;
}

ValueAxis TimeSeriesPlot::labelled(std::size_t axis) const
{
    const AxisPlan &plan = m_plotted->axes().axes[axis];
    const ScaledAxis &scaled = m_axes[axis];
    ValueAxis result;
    const auto &series = m_plotted->series();
    const auto first = std::ranges::find(series, axis, &PlottedSeries::axis);
    QStringList texts = tickTexts(scaled.ticks, plan, timeZone());
    if (first != series.end())
        mapTicks(texts, scaled.ticks, m_plotted->configOfSeries(first->series));
    for (std::size_t i = 0; i < scaled.ticks.size(); ++i)
        result.labels.push_back({scaled.position(scaled.ticks[i]), texts[static_cast<qsizetype>(i)]});
    result.title = displayText(std::string_view(plan.label));
    result.minWidth = plan.minWidth;
    result.border = plan.border;
    if (plan.color == AxisColorMode::Series && first != series.end())
        result.color = theme().legible(m_looks[first->series].look.color);
    return result;
}

ValueAxes TimeSeriesPlot::valueAxes(int height)
{
    const auto &plans = m_plotted->axes().axes;
    m_axes.clear();
    for (std::size_t i = 0; i < plans.size(); ++i)
        m_axes.push_back(scaledAxis(i, height));
    const auto &series = m_plotted->series();
    ValueAxes axes;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        // The axis of hidden series tells nothing, unless it is the only one.
        const bool used = std::ranges::find(series, i, &PlottedSeries::axis) != series.end();
        if (plans[i].side == AxisSide::Hidden || (!used && plans.size() > 1))
            continue;
        (plans[i].side == AxisSide::Right ? axes.right : axes.left).push_back(labelled(i));
    }
    return axes;
}

ValueScale TimeSeriesPlot::scaleOf(std::size_t axis, int height) const
{
    return {m_axes[axis].low, m_axes[axis].high, height};
}

// ---- scene

void TimeSeriesPlot::addThresholds(ChartScene &scene, std::size_t axis) const
{
    const FieldConfig *config = thresholdsOn(axis);
    if (config == nullptr)
        return;
    const ScaledAxis &scaled = m_axes[axis];
    const ValueScale own = scaleOf(axis, scene.scale.height);
    const double low = scaled.transform.backward(scaled.low);
    const double high = scaled.transform.backward(scaled.high);
    const bool percent = config->thresholds->mode == ThresholdsMode::Percentage;
    /// Of the scene's scale, which may be that of another axis.
    const auto placed = [&](double from) {
        const double value = percent ? valueInSpan(low, high, from / 100) : from;
        const double drawn = scaled.transform.forward(value);
        const double bounded = std::isnan(drawn) && !std::isnan(value) ? scaled.low : drawn;
        return scene.scale.valueAt(own.yOf(bounded));
    };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto style = config->graph.thresholdsStyle.value_or(ThresholdsStyle::Off);
    const auto &steps = config->thresholds->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const QColor color = theme().named(steps[i].color);
        if (!color.isValid() || color.alpha() == 0)
            continue;
        const double from = steps[i].from ? placed(*steps[i].from) : -infinity;
        const double to = i + 1 < steps.size() && steps[i + 1].from ? placed(*steps[i + 1].from) : infinity;
        if (drawsAreas(style))
            scene.strips.push_back(
                {from, to, color.rgb(), color.alpha() < 255 ? color.alphaF() : opaqueStrip});
        if (drawsLines(style) && steps[i].from)
            scene.marks.push_back({from, color.rgb(), drawsDashes(style)});
    }
}

void TimeSeriesPlot::addBands(ChartScene &scene) const
{
    for (const PlottedBand &band : m_plotted->bands()) {
        SceneSeries area{band.high, band.low, m_looks[band.series].look.color.rgb(), bandOpacity};
        area.style.scale = scaleOf(band.axis, scene.scale.height);
        area.style.lineWidth = 0;
        area.style.fade = FillFade::Even;
        area.style.interpolation =
            m_plotted->configOfSeries(band.series).graph.interpolation.value_or(LineInterpolation::Linear);
        scene.series.push_back(std::move(area));
    }
}

void TimeSeriesPlot::addSeries(ChartScene &scene)
{
    scene.series.reserve(scene.series.size() + m_plotted->series().size());
    StyleContext context;
    context.ratio = ratio();
    context.bucketUs = scene.grid.bucketUs;
    context.seriesCount = m_plotted->series().size();
    for (const PlottedSeries &plotted : m_plotted->series()) {
        const FieldConfig &config = m_plotted->configOfSeries(plotted.series);
        const SeriesLook &look = m_looks[plotted.series].look;
        context.stacked = plotted.stacked;
        const PanelSeries &answer = m_plotted->data()->series[plotted.series];
        context.stepMs = answer.isStored() ? apartMs(answer, *m_plotted->data()) : stepMs();
        context.log = m_axes[plotted.axis].transform.kind == ScaleKind::Log;
        SceneSeries series{plotted.drawn, plotted.base, look.color.rgb(),
                           fillsDown(plotted, config.graph) ? downOpacity
                                                            : fillOpacityOf(config.graph, context)};
        series.style = seriesStyle(config.graph, look, context);
        series.style.scale = scaleOf(plotted.axis, scene.scale.height);
        series.style.gapMs = plotted.gapMs;
        series.dots = plotted.dots;
        series.pyramid = plotted.pyramid.get();
        series.basePyramid = plotted.basePyramid.get();
        const RowColors::Pair rows = m_rowColors.of(plotted.series, config, look.color, m_axes[plotted.axis],
                                                    scene.scale.height, theme());
        series.style.lineColors = rows.line;
        series.style.fillColors = rows.fill;
        scene.series.push_back(std::move(series));
    }
}

ChartScene TimeSeriesPlot::makeScene(const PlotAxes &axes)
{
    const std::size_t gridAxis = m_plotted->axes().gridAxis();
    const ScaledAxis &scaled = m_axes[gridAxis];
    ChartScene scene;
    scene.owner = m_plotted;
    scene.grid = grid();
    scene.scale = scaleOf(gridAxis, axes.plot().height());
    scene.gapMs = gapThresholdMs(stepMs());
    scene.lineWidth = lineWidth * ratio();
    scene.background = theme().surface.rgb();
    scene.gridColor = theme().grid.rgb();
    if (m_plotted->axes().axes[gridAxis].grid) {
        for (const double tick : scaled.ticks)
            scene.gridValues.push_back(scaled.transform.forward(tick));
    }
    scene.gridColumns = axes.tickColumns(grid());
    if (scaled.transform.kind != ScaleKind::Log && scaled.low < 0 && scaled.high > 0)
        scene.zero = 0;
    scene.zeroColor = theme().textMuted.rgb();
    for (std::size_t i = 0; i < m_axes.size(); ++i)
        addThresholds(scene, i);
    addBands(scene);
    addSeries(scene);
    return scene;
}

void TimeSeriesPlot::drawLayer(ColumnLayer &layer, const PlotAxes &axes)
{
    ChartScene scene = makeScene(axes);
    std::vector<TimestampMs> known;
    if (m_drawn) {
        // Bands come first, and nothing is known of them.
        known = m_plotted->sameBefore(*m_drawn);
        known.insert(known.begin(), m_plotted->bands().size(), unknownBefore);
    }
    const std::vector<ColumnRange> changed = changedColumns(m_scene, scene, known);
    ColumnRaster raster(scene);
    layer.update(scene.grid, scene.scale.height, changed,
                 [&raster](ColumnRange range, QImage &ring) { raster.draw(range, ring); });
    m_scene = std::move(scene);
    m_drawn = m_plotted;
}

} // namespace sightglass
