// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

/// The version of Grafana whose plugins have the form that panels are brought to.
inline constexpr std::string_view migratedPluginVersion = "12.2.0";

/// Brings a panel of an older plugin, or of an older version of one, to the plugin of today. The dashboard's
/// schema does not matter: plugins migrate when a panel is shown. Types that nothing stands for stay.
void migratePlugin(Json &panel, Migration &migration);

// One function per plugin, for the table behind migratePlugin().
void migrateGraph(Json &panel, Migration &migration);
void migrateSinglestat(Json &panel, Migration &migration);
void migrateOldTable(Json &panel, Migration &migration);
void migrateHeatmap(Json &panel, Migration &migration);
void migrateOldPiechart(Json &panel, Migration &migration);
void migratePolystat(Json &panel, Migration &migration);
void migrateDiscrete(Json &panel, Migration &migration);
void migrateStatusmap(Json &panel, Migration &migration);
void migrateText(Json &panel, Migration &migration);
void migrateAlertList(Json &panel, Migration &migration);
void migrateDashboardList(Json &panel, Migration &migration);
void migrateTable(Json &panel, Migration &migration);
void migrateValuePanel(Json &panel, Migration &migration); ///< stat, gauge, bar gauge: options of Grafana 6
void migrateTimeseries(Json &panel, Migration &migration);

} // namespace sightglass::grafana
