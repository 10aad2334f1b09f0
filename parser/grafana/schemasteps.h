// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <span>

namespace sightglass::grafana {

/// What changed with one version of the schema: in the dashboard, in each panel, or in both. Steps that have
/// no counterpart here (other data sources' queries) are not in the tables.
struct SchemaStep
{
    int version = 0;
    void (*dashboard)(Json &dashboard, Migration &migration) = nullptr;
    void (*panel)(Json &panel, Migration &migration) = nullptr;
};

[[nodiscard]] std::span<const SchemaStep> stepsToGrid();    ///< 2 to 14, Grafana 1 to 4
[[nodiscard]] std::span<const SchemaStep> stepsToPlugins(); ///< 17 to 31, Grafana 5 to 8
[[nodiscard]] std::span<const SchemaStep> stepsToToday();   ///< 35 to 42, Grafana 8 to 12

/// Takes the dashboard from its version to the newest: first the changes of the dashboard in their order,
/// then, panel by panel, those of panels, as Grafana does.
void upgradeSchema(Json &dashboard, int from, Migration &migration);

} // namespace sightglass::grafana
