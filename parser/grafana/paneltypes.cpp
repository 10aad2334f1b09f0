// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/paneltypes.h"

#include "parser/grafana/oldfields.h"

#include <algorithm>
#include <array>

namespace sightglass::grafana {
namespace {

struct PluginMigration
{
    std::string_view type;
    void (*migrate)(Json &panel, Migration &migration);
};

/// Of an older plugin; what comes out has another type, or else nothing left that its function would change.
constexpr std::array<PluginMigration, 26> migrations = {
    {{"graph", migrateGraph},
     {"singlestat", migrateSinglestat},
     {"grafana-singlestat-panel", migrateSinglestat},
     {"blackmirror1-singlestat-math-panel", migrateSinglestat},
     {"table-old", migrateOldTable},
     {"briangann-datatable-panel", migrateOldTable},
     {"grafana-piechart-panel", migrateOldPiechart},
     {"grafana-polystat-panel", migratePolystat},
     {"natel-discrete-panel", migrateDiscrete},
     {"flant-statusmap-panel", migrateStatusmap},
     {"heatmap", migrateHeatmap},
     {"heatmap-new", migrateHeatmap},
     {"text", migrateText},
     {"text2", migrateText},
     {"alertlist", migrateAlertList},
     {"dashlist", migrateDashboardList},
     {"table", migrateTable},
     {"table2", migrateTable},
     {"stat", migrateValuePanel},
     {"gauge", migrateValuePanel},
     {"bargauge", migrateValuePanel},
     {"singlestat2", migrateValuePanel},
     {"piechart", migrateValuePanel},
     {"timeseries", migrateTimeseries},
     {"state-timeline", migrateTimeseries},
     {"barchart", migrateTimeseries}}};

/// Of a panel that has another type now, what its old type's function has left behind, as Grafana's does.
void tellDropped(const Json &panel, std::string_view name, const Json &before, Migration &migration)
{
    // These are read.
    const Json strangers =
        strangersIn(before, {}, {"alertThreshold", "dataLinks", "fieldOptions", "defaults", "overrides"});
    const Json *now = find(panel, name);
    for (const auto &[key, value] : strangers.items()) {
        if (now == nullptr || find(*now, key) == nullptr)
            migration.lose(panel, pointerStep(name) + pointerStep(key),
                           {"panel.dropped", "What the panel's type of today does not have is left out.",
                            LossKind::AsInGrafana});
    }
}

} // namespace

void migratePlugin(Json &panel, Migration &migration)
{
    const std::string type(textIn(panel, "type"));
    const auto found = std::find_if(migrations.begin(), migrations.end(),
                                    [&type](const PluginMigration &entry) { return entry.type == type; });
    if (found == migrations.end())
        return;
    const Json options = valueIn(panel, "options");
    const Json config = valueIn(panel, "fieldConfig");
    found->migrate(panel, migration);
    // Others read all of theirs.
    if (type == "graph" || type == "singlestat") {
        tellDropped(panel, "options", options, migration);
        tellDropped(panel, "fieldConfig", config, migration);
    }
    // As in Grafana: the version says which migrations of the plugin are behind the panel.
    if (textIn(panel, "type") != type || textIn(panel, "pluginVersion").empty())
        set(panel, "pluginVersion", migratedPluginVersion);
}

} // namespace sightglass::grafana
