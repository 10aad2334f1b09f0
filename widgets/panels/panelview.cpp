// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelview.h"

#include "widgets/panels/timeseriespanel.h"

namespace sightglass {

PanelView *createPanelView(const PanelSpec &spec, const Theme &theme, QWidget *parent)
{
    switch (spec.type) {
    case PanelType::TimeSeries:
        return new TimeSeriesPanel(spec, theme, parent);
    default:
        break;
    }
    return nullptr;
}

} // namespace sightglass
