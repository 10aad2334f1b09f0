// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmapplot.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/distincttexts.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/colorrampschemes.h"
#include "widgets/chart/displaylist.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double rowLabelSpacing = 17;   ///< between labels of rows, at least
constexpr double valueLabelSpacing = 32; ///< of values
constexpr double leastRowHeight = 3;     ///< finer buckets are added together
constexpr std::size_t leastRows = 12;
constexpr double cellTextMargin = 3;
constexpr std::size_t mostCellTexts = 2000;

HeatmapOptions optionsOf(const PanelSpec &spec)
{
    const auto *options = std::get_if<HeatmapOptions>(&spec.options);
    return options != nullptr ? *options : HeatmapOptions();
}

HeatmapAxis::At labelPlace(BucketLabel label)
{
    switch (label) {
    case BucketLabel::Upper:
        return HeatmapAxis::At::Upper;
    case BucketLabel::Middle:
        return HeatmapAxis::At::Middle;
    case BucketLabel::Lower:
        return HeatmapAxis::At::Lower;
    case BucketLabel::Auto:
        break;
    }
    return HeatmapAxis::At::Edges;
}

/// Black or white, whichever is read better.
QColor inkOn(QRgb cell)
{
    const double light = 0.2126 * qRed(cell) + 0.7152 * qGreen(cell) + 0.0722 * qBlue(cell);
    return light > 140 ? QColor(0x16, 0x18, 0x1c) : QColor(0xff, 0xff, 0xff);
}

} // namespace

HeatmapPlot::HeatmapPlot(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : TimePlot(theme, parent)
    , m_spec(spec)
    , m_options(optionsOf(spec))
    , m_perSecond(countsPerSecond(spec))
    , m_data(std::make_shared<HeatmapData>())
{
    setExemplarUnit(yUnit(), yDecimals());
    setTooltip(m_options.tooltip);
    makeShading();
}

std::string HeatmapPlot::yUnit() const
{
    return m_options.yUnit ? *m_options.yUnit : m_spec.field.unit.value_or(std::string());
}

std::optional<int> HeatmapPlot::yDecimals() const
{
    return m_options.yDecimals ? m_options.yDecimals : m_spec.field.decimals;
}

void HeatmapPlot::setTheme(const Theme &theme)
{
    TimePlot::setTheme(theme);
    makeShading();
}

void HeatmapPlot::makeShading()
{
    const HeatmapColor &color = m_options.color;
    RampLook look{color.steps, color.reversed, theme().kind == ThemeKind::Dark, theme().surface.rgb()};
    if (theme().contrast == Contrast::High)
        look.leastSolid = 0.8; // what is little is to be told from nothing
    const bool isOpacity = color.mode == HeatmapColorMode::Opacity;
    const QColor fill = theme().named(color.fill);
    m_shading.ramp =
        isOpacity ? opacityRamp(theme().surface.rgb(), (fill.isValid() ? fill : theme().accent).rgb(), look)
                  : schemeRamp(color.scheme, look);
    m_shading.exponent = color.exponent > 0 ? color.exponent : 1;
    const double largest = m_data->largest();
    m_shading.low = color.min.value_or(0);
    m_shading.high = color.max.value_or(largest > 0 && std::isfinite(largest) ? largest : 1);
    if (!(m_shading.high > m_shading.low))
        m_shading.high = m_shading.low + std::max(std::fabs(m_shading.low) * 1e-9, 1e-290);
    m_shading.hideBelow = m_options.hideBelow.value_or(0);
    m_shading.hideAbove = m_options.hideAbove.value_or(std::numeric_limits<double>::infinity());
}

void HeatmapPlot::makeCells()
{
    HeatmapSource source = heatmapSource(*m_answer, m_spec, m_options, m_maxRows);
    m_data = std::make_shared<const HeatmapData>(std::move(source.data));
    HeatmapAxisOptions axis;
    axis.scale = m_spec.field.graph.scale && source.origin != HeatmapOrigin::Calculated
                     ? m_spec.field.graph.scale
                     : source.scale;
    axis.min = m_options.yMin;
    axis.max = m_options.yMax;
    axis.reversed = m_options.yReversed;
    m_axis = HeatmapAxis(*m_data, axis);
    makeShading();
}

/// Why no cell is seen; empty where one is.
QString HeatmapPlot::emptiness() const
{
    if (m_data->empty())
        return tr("No data in this time range");
    const bool isSeen =
        std::ranges::any_of(m_data->counts, [this](double count) { return m_shading.shows(count); });
    return isSeen ? QString()
                  : tr("No cell has a count above %1").arg(valueText(m_shading.hideBelow, "short"));
}

void HeatmapPlot::setData(const PanelDataPtr &answer)
{
    m_answer = answer;
    makeCells();
    setMessage(emptiness());
    // Grafana's own colour for them is nobody's choice, and lost on half of the colour scales.
    if (m_options.exemplarColor != HeatmapOptions().exemplarColor)
        setExemplarColor(theme().named(m_options.exemplarColor));
    if (m_options.exemplars)
        setExemplars(answer);
    setEvents(answer);
    setRange(answer->range, answer->stepMs);
}

std::int64_t HeatmapPlot::cellMs() const
{
    return m_data->cellMs > 0 ? m_data->cellMs : stepMs();
}

double HeatmapPlot::exemplarY(double value, int height) const
{
    return m_data->empty() ? std::numeric_limits<double>::quiet_NaN() : m_axis.yOf(value, height);
}

/// Those that a cell counts: what came after the latest one is shown with the next.
TimeRange HeatmapPlot::exemplarTimes() const
{
    if (m_data->empty())
        return TimePlot::exemplarTimes();
    return {m_data->times.front() - cellMs() + 1, m_data->times.back()};
}

QString HeatmapPlot::boundText(double bound) const
{
    return valueText(bound, std::isinf(bound) ? "none" : yUnit(), yDecimals());
}

QString HeatmapPlot::countText(double count) const
{
    if (m_options.cellUnit)
        return valueText(count, *m_options.cellUnit, m_options.cellDecimals);
    // Rates of what hardly ever happens: their digits tell nobody anything.
    constexpr double least = 0.001;
    const bool isTiny = count > 0 && count < least && !m_options.cellDecimals;
    const QString number = isTiny ? tr("below %1", "a number").arg(valueText(least, "short"))
                                  : valueText(count, "short", m_options.cellDecimals);
    return m_perSecond ? tr("%1/s").arg(number) : number;
}

QStringList HeatmapPlot::tickTexts(const std::vector<HeatmapTick> &ticks) const
{
    QStringList texts;
    std::vector<double> values;
    for (const HeatmapTick &tick : ticks) {
        texts << (m_data->hasBounds ? boundText(tick.value) : rowText(tick.row));
        values.push_back(tick.value);
    }
    if (!m_data->hasBounds)
        return texts;
    // Numbers at even distances have as many decimals each.
    const bool isEven = !m_axis.isOfRows() && !m_axis.isLogarithmic() && !yDecimals();
    const std::vector<std::string> even = isEven ? formatTicks(values, yUnit()) : std::vector<std::string>();
    for (std::size_t i = 0; i < even.size(); ++i)
        texts[static_cast<qsizetype>(i)] = valueText(std::string_view(even[i]));
    return distinctTexts(std::move(texts), values, yUnit());
}

ValueAxes HeatmapPlot::valueAxes(int height)
{
    const double logical = height / ratio();
    const auto fitting = static_cast<std::size_t>(std::max(logical / leastRowHeight, 1.0));
    const std::size_t maxRows = std::clamp(fitting, leastRows, mostHeatmapRows);
    if (maxRows != m_maxRows && m_answer) {
        m_maxRows = maxRows;
        makeCells();
        emit shadingChanged();
    }
    ValueAxes axes;
    if (m_options.yPlacement == AxisPlacement::Hidden)
        return axes;
    const bool right = m_options.yPlacement == AxisPlacement::Right;
    ValueAxis &axis = (right ? axes.right : axes.left).emplace_back();
    axis.title = displayText(std::string_view(m_options.yLabel));
    const double spacing = m_axis.isOfRows() ? rowLabelSpacing : valueLabelSpacing;
    const auto ticks =
        m_axis.ticks(labelPlace(m_options.rowLabels), std::max(2, static_cast<int>(logical / spacing)));
    const QStringList texts = tickTexts(ticks);
    for (std::size_t i = 0; i < ticks.size(); ++i)
        axis.labels.push_back({ticks[i].position, texts[static_cast<qsizetype>(i)]});
    return axes;
}

void HeatmapPlot::drawLayer(ColumnLayer &layer, const PlotAxes &axes)
{
    HeatmapScene scene;
    scene.data = m_data;
    scene.axis = m_axis;
    scene.grid = grid();
    scene.height = axes.plot().height();
    scene.stepMs = cellMs();
    scene.shading = m_shading;
    constexpr double largest = 50;
    scene.gap = static_cast<int>(std::lround(std::clamp(m_options.cellGap, 0.0, largest) * ratio()));
    scene.radius = static_cast<int>(std::lround(std::clamp(m_options.cellRadius, 0.0, largest) * ratio()));
    scene.background = theme().surface.rgb();
    scene.gridColor = theme().grid.rgb();
    scene.gridColumns = axes.tickColumns(grid());
    const std::vector<ColumnRange> changed = changedColumns(m_scene, scene);
    layer.update(scene.grid, scene.height, changed,
                 [&scene](ColumnRange range, QImage &ring) { rasterHeatmap(scene, range, ring); });
    m_scene = std::move(scene);
}

// ---- numbers in cells

std::vector<HeatmapPlot::CellText> HeatmapPlot::cellTexts() const
{
    if (m_options.values == ValueVisibility::Never || m_data->empty() || m_scene.data != m_data)
        return {};
    const QFontMetricsF metrics(font());
    const double width =
        static_cast<double>(cellMs()) * 1000 / static_cast<double>(grid().bucketUs) / ratio();
    std::vector<CellText> texts;
    double widest = 0;
    const auto first = std::ranges::upper_bound(m_data->times, grid().timeAt(0));
    const auto last = std::ranges::upper_bound(m_data->times, grid().timeAt(grid().count));
    for (auto time = first; time < last; ++time) {
        const auto counts = m_data->at(static_cast<std::size_t>(time - m_data->times.begin()));
        const double left = grid().xOf(*time - cellMs()) / ratio();
        for (std::size_t row = 0; row < counts.size(); ++row) {
            const CellRows rows = m_axis.cellRows(row, m_scene.height);
            const QRectF box(left, rows.top / ratio(), width, (rows.bottom - rows.top) / ratio());
            if (!m_shading.shows(counts[row]) || box.height() < metrics.height())
                continue;
            texts.push_back({box, countText(counts[row]), inkOn(m_shading.colorOf(counts[row]))});
            widest = std::max(widest, metrics.horizontalAdvance(texts.back().text));
            if (widest + 2 * cellTextMargin > width || texts.size() > mostCellTexts)
                return {};
        }
    }
    return texts;
}

void HeatmapPlot::addLayer(DisplayList &list, const QRectF &area) const
{
    TimePlot::addLayer(list, area);
    list.add(DisplayList::Clip{area});
    for (const CellText &text : cellTexts())
        list.add(DisplayList::Text{text.box.translated(area.topLeft()), text.text, font(), text.color,
                                   Qt::AlignCenter});
    list.add(DisplayList::Clip{});
}

void HeatmapPlot::paintEvent(QPaintEvent *event)
{
    TimePlot::paintEvent(event);
    const std::vector<CellText> texts = cellTexts();
    if (texts.empty())
        return;
    QPainter painter(this);
    const QRectF plot = plotRect();
    painter.setClipRect(plot.intersected(QRectF(event->rect())));
    for (const CellText &text : texts) {
        const QRectF box = text.box.translated(plot.topLeft());
        if (!box.intersects(QRectF(event->rect())))
            continue;
        painter.setPen(text.color);
        painter.drawText(box, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, text.text);
    }
}

} // namespace sightglass
