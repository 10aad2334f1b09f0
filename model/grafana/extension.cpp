// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/extension.h"

#include "model/dashboard/dashboardwords.h"
#include "model/dashboard/jsonobject.h"
#include "model/dashboard/thresholdjson.h"

namespace sightglass::grafana {

OrderedJson dashboardExtension(const DashboardSpec &dashboard)
{
    OrderedJson json = {{"id", dashboard.id}};
    if (!dashboard.requiredMetrics.empty())
        json["requiredMetrics"] = dashboard.requiredMetrics;
    for (const SystemPart &part : dashboard.otherParts)
        json["otherParts"].push_back({{"requiredMetrics", part.requiredMetrics}});
    if (dashboard.role != DashboardRole::System)
        json["role"] = wordFor(dashboard.role);
    if (!dashboard.rules.empty())
        json["rules"] = dashboard.rules;
    if (!dashboard.ruleGroups.empty())
        json["ruleGroups"] = OrderedJson::array();
    for (const ThresholdGroup &group : dashboard.ruleGroups)
        json["ruleGroups"].push_back(thresholdGroupJson(group));
    return json;
}

std::optional<Error> readExtension(const Json &extension, DashboardSpec &dashboard)
{
    JsonErrors errors;
    JsonObject json(extension, "/sightglass", errors);
    json.require("id");
    json.read("id", dashboard.id);
    json.read("requiredMetrics", dashboard.requiredMetrics);
    json.forEach("otherParts", [&dashboard](JsonObject &part) {
        part.read("requiredMetrics", dashboard.otherParts.emplace_back().requiredMetrics);
    });
    json.readWord("role", dashboard.role);
    json.read("rules", dashboard.rules);
    json.forEach("ruleGroups", [&dashboard](JsonObject &group) {
        dashboard.ruleGroups.push_back(readThresholdGroup(group));
    });
    json.finish();
    return errors.first();
}

OrderedJson panelExtension(const PanelSpec &panel, int id)
{
    OrderedJson json = OrderedJson::object();
    if (panel.id != std::to_string(id))
        json["id"] = panel.id;
    if (panel.exemplars)
        json["exemplars"] = *panel.exemplars;
    if (!panel.alerts.empty())
        json["alerts"] = panel.alerts;
    const auto *bars = std::get_if<BarGaugeOptions>(&panel.options);
    if (bars != nullptr && bars->sort == SortOrder::None)
        json["seriesOrder"] = true;
    return json.empty() ? OrderedJson() : json;
}

std::optional<Error> readPanelExtension(const Json &extension, const std::string &pointer, PanelSpec &panel)
{
    JsonErrors errors;
    JsonObject json(extension, pointer + "/sightglass", errors);
    json.read("id", panel.id);
    json.read("exemplars", panel.exemplars);
    json.read("alerts", panel.alerts);
    bool seriesOrder = false;
    json.read("seriesOrder", seriesOrder);
    if (auto *bars = std::get_if<BarGaugeOptions>(&panel.options); bars != nullptr && seriesOrder)
        bars->sort = SortOrder::None;
    json.finish();
    return errors.first();
}

} // namespace sightglass::grafana
