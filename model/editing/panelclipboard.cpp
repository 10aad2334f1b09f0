// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/panelclipboard.h"

#include "model/grafana/extension.h"
#include "model/grafana/importdashboard.h"
#include "parser/grafana/jsontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Panels of plugins that the schema's later steps have moved on.
bool isOldPanel(const Json &panel)
{
    constexpr std::array<std::string_view, 4> old = {"graph", "singlestat", "table-old",
                                                     "grafana-singlestat-panel"};
    if (!panel.is_object() || !panel.contains("type") || !panel["type"].is_string())
        return false;
    const auto type = panel["type"].get<std::string>();
    return std::ranges::find(old, std::string_view(type)) != old.end();
}

bool isPanel(const Json &json)
{
    return json.is_object() && json.contains("type") && json["type"].is_string() &&
           (json.contains("gridPos") || json.contains("targets") || json.contains("options") ||
            json.contains("fieldConfig") || json.contains("title") || json.contains("panels"));
}

Error noPanel()
{
    return {ErrorCode::Unsupported, {"this JSON, which is no panel of Grafana's"}, {}, {}};
}

} // namespace

std::string panelText(std::span<const PanelSpec> panels, FileFor reader)
{
    DashboardSpec dashboard;
    dashboard.id = "copied";
    dashboard.panels.assign(panels.begin(), panels.end());
    OrderedJson document = OrderedJson::parse(exportDashboard(dashboard, reader));
    OrderedJson &list = document["panels"];
    // Known again as ours, though nothing in it is: what Grafana takes for granted is not meant by it.
    const std::string mark(grafana::extensionName);
    for (OrderedJson &panel : list) {
        if (reader == FileFor::Sightglass && !panel.contains(mark))
            panel[mark] = OrderedJson::object();
    }
    const OrderedJson &copied = list.size() == 1 ? list.front() : list;
    return copied.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

bool holdsPanels(std::string_view text)
{
    constexpr DashboardLimits limits;
    const auto parsed = grafana::parseJsonText(text, {limits.bytes, limits.depth});
    if (!parsed)
        return false;
    return parsed->is_array() ? !parsed->empty() && std::ranges::all_of(*parsed, isPanel) : isPanel(*parsed);
}

Result<std::vector<PanelSpec>> panelsFromText(std::string_view text)
{
    constexpr DashboardLimits limits;
    auto parsed = grafana::parseJsonText(text, {limits.bytes, limits.depth});
    if (!parsed)
        return parsed.error();
    if (parsed->is_object() && !isPanel(*parsed)) {
        auto imported = importDashboard(text);
        if (!imported)
            return imported.error();
        return std::move(imported->dashboard.panels);
    }
    Json list = parsed->is_array() ? std::move(*parsed) : Json::array({std::move(*parsed)});
    Json document;
    if (list.empty() || !std::ranges::all_of(list, isPanel))
        return noPanel();
    const bool old = std::ranges::any_of(list, isOldPanel);
    const bool ours = std::ranges::any_of(
        list, [](const Json &panel) { return panel.contains(std::string(grafana::extensionName)); });
    document["schemaVersion"] = old ? 27 : newestDashboardSchema;
    document["title"] = "copied";
    document["panels"] = std::move(list);
    if (ours)
        document[std::string(grafana::extensionName)] = {{"id", "copied"}};
    auto imported = importDashboard(document.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!imported)
        return imported.error();
    if (imported->dashboard.panels.empty())
        return noPanel();
    return std::move(imported->dashboard.panels);
}

} // namespace sightglass
