// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelfactory.h"

#include "widgets/plots/heatmappanel.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/tables/tablepanel.h"
#include "widgets/values/bargaugepanel.h"
#include "widgets/values/gaugepanel.h"
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
