// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

namespace sightglass::grafana {

/// Says what Grafana takes for granted where a panel's field config says nothing, and where our own panels
/// would look otherwise: its thresholds (green, red from 80 on) for types that are coloured by value, its
/// palette for the others, no fill below lines and none that fades, colours of heatmaps in equal steps.
void implyConfig(PanelSpec &panel);

} // namespace sightglass::grafana
