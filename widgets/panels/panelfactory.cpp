// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelfactory.h"

#include "model/dashboard/panelframes.h"
#include "widgets/categories/barchartpanel.h"
#include "widgets/categories/piepanel.h"
#include "widgets/histograms/histogrampanel.h"
#include "widgets/lists/alertlistpanel.h"
#include "widgets/lists/dashboardlistpanel.h"
#include "widgets/lists/foreignpanel.h"
#include "widgets/lists/textpanel.h"
#include "widgets/panels/charttable.h"
#include "widgets/plots/heatmappanel.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/tables/tablepanel.h"
#include "widgets/timelines/timelinepanel.h"
#include "widgets/values/gaugepanel.h"
#include "widgets/values/legendedbars.h"
#include "widgets/values/statpanel.h"

namespace sightglass {

PanelView *createPanelView(const PanelSpec &spec, const Theme &theme, QWidget *parent)
{
    switch (spec.type()) {
    case PanelType::TimeSeries:
        return new TimeSeriesPanel(spec, theme, parent);
    case PanelType::Stat:
        return new StatPanel(spec, theme, parent);
    case PanelType::Gauge:
        return new GaugePanel(spec, theme, parent);
    case PanelType::BarGauge:
        return createBarGauge(spec, theme, parent);
    case PanelType::Heatmap:
        return new HeatmapPanel(spec, theme, parent);
    case PanelType::Table:
        return new TablePanel(spec, theme, parent);
    case PanelType::Pie:
        return new PiePanel(spec, theme, parent);
    case PanelType::BarChart:
        return new BarChartPanel(spec, theme, parent);
    case PanelType::Histogram:
        return new HistogramPanel(spec, theme, parent);
    case PanelType::StateTimeline:
    case PanelType::StatusHistory:
        return new TimelinePanel(spec, theme, parent);
    case PanelType::Text:
        return new TextPanel(spec, theme, parent);
    case PanelType::AlertList:
        return new AlertListPanel(spec, theme, parent);
    case PanelType::DashboardList:
        return new DashboardListPanel(spec, theme, parent);
    case PanelType::Foreign:
        return new ForeignPanel(spec, theme, parent);
    default:
        break;
    }
    return nullptr;
}

PanelView *createTableView(const PanelSpec &spec, const Theme &theme, QWidget *parent)
{
    // The cells of a heatmap are neither its series nor its frames.
    if (!needsFrames(spec) || spec.type() == PanelType::Heatmap)
        return new ChartTable(spec, theme, parent);
    PanelSpec table = spec;
    table.options = standardOptions(PanelType::Table);
    return new TablePanel(table, theme, parent);
}

} // namespace sightglass
