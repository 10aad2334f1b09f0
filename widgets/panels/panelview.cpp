// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelview.h"

#include "widgets/panels/bargaugepanel.h"
#include "widgets/panels/gaugepanel.h"
#include "widgets/panels/heatmappanel.h"
#include "widgets/panels/statpanel.h"
#include "widgets/panels/tablepanel.h"
#include "widgets/panels/timeseriespanel.h"

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
        return new BarGaugePanel(spec, theme, parent);
    case PanelType::Heatmap:
        return new HeatmapPanel(spec, theme, parent);
    case PanelType::Table:
        return new TablePanel(spec, theme, parent);
    default:
        break;
    }
    return nullptr;
}

} // namespace sightglass
