// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <vector>

/// What Grafana's model of a dashboard has as one value, as an object or as a list. The migration replaces
/// whatever is of another shape by what it takes for granted; here it is told before.
namespace sightglass::grafana {

/// Of the dashboard, its rows, and the lists that panels stand in; before panels are moved.
void tellDashboardShapes(const Json &dashboard, Migration &migration);

/// Of each panel; when all have their ids and none has been brought up to date.
void tellPanelShapes(Json &dashboard, Migration &migration);

/// Without those of the above that something else tells of, too, at the same place.
[[nodiscard]] std::vector<ImportLoss> withoutDoubledShapes(std::vector<ImportLoss> losses);

} // namespace sightglass::grafana
