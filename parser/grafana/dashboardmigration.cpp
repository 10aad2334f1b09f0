// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardmigration.h"

#include "parser/grafana/dashboardform.h"
#include "parser/grafana/datasourcerefs.h"
#include "parser/grafana/envelope.h"
#include "parser/grafana/gridlayout.h"
#include "parser/grafana/importinputs.h"
#include "parser/grafana/keyspelling.h"
#include "parser/grafana/listbounds.h"
#include "parser/grafana/membershapes.h"
#include "parser/grafana/paneltypes.h"
#include "parser/grafana/schemasteps.h"

#include <algorithm>
#include <utility>

namespace sightglass {
namespace {

using namespace grafana;

int schemaOf(const Json &dashboard, Migration &migration)
{
    const double version = numberIn(dashboard, "schemaVersion").value_or(0);
    if (version > newestDashboardSchema)
        migration.loseInDashboard(
            "/schemaVersion", {"schema.newer", "The dashboard is of a newer Grafana than is known here."});
    return static_cast<int>(std::clamp(version, 0.0, double(newestDashboardSchema)));
}

/// Whether rows are how this dashboard is laid out, whatever version it claims.
bool isInRows(const Json &dashboard, int schema)
{
    const Json *rows = find(dashboard, "rows");
    const Json *panels = find(dashboard, "panels");
    return rows != nullptr && rows->is_array() && (schema < 16 || isEmptyValue(panels));
}

void migrate(MigratedDashboard &migrated, const OpenedEnvelope &opened, Migration &migration)
{
    Json &dashboard = migrated.dashboard;
    for (const Resource2Loss &loss : opened.losses)
        migration.loseInDashboard(loss.pointer, loss.note);
    restoreKeySpelling(dashboard);
    collectDatasourceTypes(dashboard, migration);
    boundLists(dashboard, migration);
    applyInputs(dashboard);
    tellDashboardShapes(dashboard, migration);
    markOrigins(dashboard, opened.pointer, opened.places);
    const int schema = schemaOf(dashboard, migration);
    if (isInRows(dashboard, schema))
        rowsToGrid(dashboard);
    ensurePanelIds(dashboard, migration);
    tellPanelShapes(dashboard, migration);
    resolveLibraryPanels(dashboard, migration);
    upgradeSchema(dashboard, schema, migration);
    forEachPanel(dashboard, [&migration](Json &panel) {
        migratePlugin(panel, migration);
        normalizePanel(panel, migration);
    });
    normalizeRows(dashboard);
    normalizeVariables(dashboard, migration);
    normalizeAnnotations(dashboard, migration);
    normalizeDashboard(dashboard, migration);
    migrated.panelPlaces = originsOf(dashboard);
    unmarkOrigins(dashboard);
    set(dashboard, "schemaVersion", newestDashboardSchema);
}

} // namespace

Result<MigratedDashboard> migrateDashboard(std::string_view text)
{
    return migrateDashboard(text, DashboardLimits());
}

Result<MigratedDashboard> migrateDashboard(std::string_view text, const DashboardLimits &limits)
{
    const JsonBounds bounds{limits.bytes, limits.depth};
    auto document = parseJsonText(text, bounds);
    if (!document)
        return document.error();
    auto opened = openEnvelope(std::move(document).value(), bounds);
    if (!opened)
        return opened.error();
    MigratedDashboard migrated;
    migrated.dashboard = std::move(opened->dashboard);
    Migration migration(opened->pointer, limits.losses);
    migrate(migrated, *opened, migration);
    migrated.root = opened->pointer;
    migrated.isResource2 = opened->isResource2;
    migrated.lists = std::move(migration.lists);
    migrated.losses = withoutDoubledShapes(migration.takeLosses());
    if (migrated.isResource2)
        movePointersToResource2(migrated.losses, migrated.root);
    return migrated;
}

} // namespace sightglass
