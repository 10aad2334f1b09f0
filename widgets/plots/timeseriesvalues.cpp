// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that a TimeSeriesPlot writes beside samples.
#include "model/presentation/timetext.h"
#include "widgets/chart/scenevectors.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/plots/timeseriesplot.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double textGap = 4;   ///< between a sample and its number
constexpr double textSpace = 4; ///< between two numbers
constexpr std::size_t mostTexts = 500;

} // namespace

/// From left to right; a number that has no room between its neighbours and the numbers of other series is
/// left out.
void TimeSeriesPlot::addValueTexts(const PlottedSeries &series, std::vector<DisplayList::Text> &texts) const
{
    const FieldConfig &config = m_plotted->configOfSeries(series.series);
    const ValueScale scale = scaleOf(series.axis, m_scene.scale.height);
    const QFontMetricsF metrics(font());
    const QSizeF plot = plotRect().size();
    const ZoneRule zone = zoneRule(timeZone());
    const std::size_t others = texts.size();
    double free = 0;
    for (const Sample &sample : series.samples) {
        const double x = grid().xOf(sample.t) / ratio();
        if (x < free || x > plot.width() || texts.size() >= mostTexts)
            continue;
        const auto drawn = std::ranges::lower_bound(series.drawn, sample.t, {}, &Sample::t);
        if (drawn == series.drawn.end() || drawn->t != sample.t || !std::isfinite(drawn->v))
            continue;
        const QString text = valueText(config, sample.v, zone);
        const double width = std::ceil(metrics.horizontalAdvance(text));
        const double y = scale.yOf(drawn->v) / ratio();
        // Above, or below what is at the top.
        const double above = y - textGap - metrics.height();
        const QRectF box(x - width / 2, above >= 0 ? above : y + textGap, width, metrics.height());
        const bool isInside = box.left() >= 0 && box.right() <= plot.width() && box.bottom() <= plot.height();
        const bool isFree =
            std::none_of(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(others),
                         [&box](const DisplayList::Text &other) { return other.box.intersects(box); });
        if (!isInside || !isFree || box.left() < free)
            continue;
        texts.push_back(
            {box, text, font(), theme().legible(m_looks[series.series].look.color), Qt::AlignCenter});
        free = box.right() + textSpace;
    }
}

std::vector<DisplayList::Text> TimeSeriesPlot::valueTexts() const
{
    std::vector<DisplayList::Text> texts;
    if (!m_tellsValues || m_drawn != m_plotted)
        return texts;
    for (const PlottedSeries &series : m_plotted->series()) {
        if (m_plotted->configOfSeries(series.series).graph.showValues.value_or(false))
            addValueTexts(series, texts);
    }
    return texts;
}

void TimeSeriesPlot::addLayer(DisplayList &list, const QRectF &area) const
{
    addScene(list, m_scene, area);
    for (DisplayList::Text &text : valueTexts()) {
        text.box.translate(area.topLeft());
        list.add(std::move(text));
    }
}

void TimeSeriesPlot::paintEvent(QPaintEvent *event)
{
    TimePlot::paintEvent(event);
    const std::vector<DisplayList::Text> texts = valueTexts();
    if (texts.empty())
        return;
    QPainter painter(this);
    const QRectF plot = plotRect();
    painter.setClipRect(plot.intersected(QRectF(event->rect())));
    for (const DisplayList::Text &text : texts) {
        painter.setPen(text.color);
        painter.drawText(text.box.translated(plot.topLeft()),
                         static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, text.text);
    }
}

} // namespace sightglass
