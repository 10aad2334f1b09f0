// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmappanel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/ramplegend.h"

namespace sightglass {

namespace {

constexpr int smallestWithLegend = 110;

} // namespace

HeatmapPanel::HeatmapPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_plot(new HeatmapPlot(spec, theme, this))
    , m_legend(new RampLegend(theme, this))
{
    m_plot->setAccessibleName(tr("Heatmap: %1").arg(displayText(std::string_view(spec.title))));
    joinPlot(*m_plot, *this);
}

void HeatmapPanel::setData(const PanelDataPtr &answer)
{
    m_plot->setData(answer);
    showScale();
}

void HeatmapPanel::setTheme(const Theme &theme)
{
    m_plot->setTheme(theme);
    m_legend->setTheme(theme);
    showScale();
}

void HeatmapPanel::setCrosshair(std::optional<TimestampMs> at)
{
    m_plot->setCrosshair(at);
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
    QString largest;
    if (m_plot->full() > 0)
        largest = tr("%1/s").arg(valueText(m_plot->full(), "short"));
    m_legend->setScale(m_plot->ramp(), largest);
}

void HeatmapPanel::resizeEvent(QResizeEvent *event)
{
    const int legendHeight = height() >= smallestWithLegend ? m_legend->wantedHeight() : 0;
    m_plot->setGeometry(0, 0, width(), height() - legendHeight);
    m_legend->setGeometry(0, height() - legendHeight, width(), legendHeight);
    PanelView::resizeEvent(event);
}

} // namespace sightglass
