// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/dashboardfile.h"

#include "model/dashboard/jsonobject.h"
#include "model/dashboard/plainform.h"
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importdashboard.h"

namespace sightglass {

namespace {

/// The first form says "grid" and "queries" where Grafana's says which schema it is.
bool isPlainForm(const nlohmann::json &document)
{
    return !document.is_object() || !document.contains("schemaVersion");
}

} // namespace

Result<DashboardSpec> readDashboard(std::string_view json)
{
    nlohmann::json document;
    if (auto error = parseJson(json, document))
        return std::move(*error);
    if (isPlainForm(document))
        return readPlainForm(json);
    auto imported = importDashboardStrictly(json);
    if (!imported)
        return imported.error();
    for (const ImportLoss &loss : imported->losses)
        return Error{ErrorCode::ConfigValue, {loss.pointer + ": " + loss.reason, loss.pointer}, {}, {}};
    return std::move(imported->dashboard);
}

std::string writeDashboard(const DashboardSpec &dashboard)
{
    return exportDashboard(dashboard, FileFor::Sightglass);
}

} // namespace sightglass
