// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmappanel.h"

#include "model/presentation/displaytext.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/ramplegend.h"

#include <QPainter>

namespace sightglass {

namespace {

constexpr int smallestWithLegend = 110;

} // namespace

HeatmapPanel::HeatmapPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_plot(new HeatmapPlot(spec, theme, this))
{
    m_plot->setAccessibleName(tr("Heatmap: %1").arg(displayText(std::string_view(spec.title))));
    joinPlot(*m_plot, *this);
    const auto *options = std::get_if<HeatmapOptions>(&spec.options);
    if (options != nullptr && !options->legend)
        return;
    m_legend = new RampLegend(theme, this);
    connect(m_plot, &HeatmapPlot::shadingChanged, this, &HeatmapPanel::showScale);
    connect(m_plot, &HeatmapPlot::countRead, m_legend, &RampLegend::setMarker);
    connect(m_plot, &TimePlot::hovered, m_legend, [this](std::optional<TimestampMs> at) {
        if (!at)
            m_legend->setMarker(std::nullopt);
    });
}

void HeatmapPanel::setData(const PanelDataPtr &answer)
{
    m_plot->setData(answer);
    showScale();
}

void HeatmapPanel::setTheme(const Theme &theme)
{
    m_plot->setTheme(theme);
    if (m_legend != nullptr)
        m_legend->setTheme(theme);
    showScale();
}

void HeatmapPanel::setAnnotations(const AnnotationMarksPtr &marks)
{
    m_plot->setAnnotations(marks);
}

void HeatmapPanel::setCrosshair(std::optional<TimestampMs> at)
{
    m_plot->setCrosshair(at);
}

void HeatmapPanel::setSharedReadout(std::optional<TimestampMs> at)
{
    m_plot->setSharedReadout(at);
}

void HeatmapPanel::setShownRange(TimeRange range)
{
    m_plot->setShownRange(range);
}

std::int64_t HeatmapPanel::columnUs() const
{
    return m_plot->columnUs();
}

void HeatmapPanel::setTimeZone(const QTimeZone &zone)
{
    m_plot->setTimeZone(zone);
}

void HeatmapPanel::showScale()
{
    if (m_legend == nullptr)
        return;
    const HeatmapShading &shading = m_plot->shading();
    const bool any = !m_plot->empty();
    m_legend->setScale(shading, any ? m_plot->countText(shading.low) : QString(),
                       any ? m_plot->countText(shading.high) : QString());
}

void HeatmapPanel::resizeEvent(QResizeEvent *event)
{
    const bool room = m_legend != nullptr && height() >= smallestWithLegend;
    const int legendHeight = room ? m_legend->wantedHeight() : 0;
    m_plot->setGeometry(0, 0, width(), height() - legendHeight);
    if (m_legend != nullptr)
        m_legend->setGeometry(0, height() - legendHeight, width(), legendHeight);
    PanelView::resizeEvent(event);
}

void HeatmapPanel::exportTo(QPainter &painter)
{
    DisplayList list;
    m_plot->addTo(list, m_plot->pos());
    list.paint(painter);
    if (m_legend == nullptr)
        return;
    painter.save();
    painter.translate(m_legend->pos());
    m_legend->drawing().paint(painter);
    painter.restore();
}

} // namespace sightglass
