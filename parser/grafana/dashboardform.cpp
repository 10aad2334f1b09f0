// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardform.h"

#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::array<std::string_view, 8> strayFields = {
    "__requires", "originalTitle", "iteration", "hideControls", "style", "gnetId", "meta", "hideAllLegends"};

void normalizeTime(Json &dashboard)
{
    Json &time = objectIn(dashboard, "time");
    const std::string from = scalarText(find(time, "from"));
    const std::string to = scalarText(find(time, "to"));
    set(time, "from", from.empty() ? "now-6h" : from);
    set(time, "to", to.empty() ? "now" : to);
}

void normalizeTags(Json &dashboard)
{
    const Json old = take(dashboard, "tags");
    Json tags = Json::array();
    if (old.is_array()) {
        for (const Json &tag : old) {
            if (!textOf(&tag).empty())
                tags.push_back(tag);
        }
    }
    set(dashboard, "tags", std::move(tags));
}

void normalizeLinks(Json &dashboard, Migration &migration)
{
    Json old = take(dashboard, "links");
    if (!old.is_array())
        old = Json::array();
    tellStrangers(old, "/links", migration);
    Json links = Json::array();
    MigratedList &moved = migration.lists["/links"];
    for (Json &link : old) {
        if (!link.is_object()) {
            moved.setAside(std::move(link));
            continue;
        }
        if (textIn(link, "type").empty())
            set(link, "type", "link");
        for (const std::string_view key : {"title", "url", "tooltip", "icon"})
            set(link, key, scalarText(find(link, key)));
        for (const std::string_view key : {"asDropdown", "includeVars", "keepTime", "targetBlank"})
            set(link, key, boolIn(link, key, false));
        arrayIn(link, "tags");
        links.push_back(std::move(link));
        moved.take();
    }
    set(dashboard, "links", std::move(links));
}

} // namespace

void tellStrangers(const Json &list, const std::string &pointer, Migration &migration)
{
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        if (!list[i].is_object())
            migration.loseInDashboard(
                pointer + '/' + std::to_string(i),
                {strangerFeature, "This is no member of the list.", LossKind::AsInGrafana});
    }
}

void normalizeDashboard(Json &dashboard, Migration &migration)
{
    if (truthyIn(dashboard, "hideControls"))
        migration.loseInDashboard(
            "/hideControls", {"dashboard.hideControls", "The controls are shown.", LossKind::AsInGrafana});
    for (const std::string_view key : {"title", "description", "uid", "timezone", "weekStart"})
        set(dashboard, key, scalarText(find(dashboard, key)));
    if (const Json *refresh = find(dashboard, "refresh"); refresh == nullptr || !refresh->is_string())
        set(dashboard, "refresh", "");
    const auto tooltip = numberIn(dashboard, "graphTooltip");
    set(dashboard, "graphTooltip", tooltip == 1 || tooltip == 2 ? static_cast<int>(*tooltip) : 0);
    set(dashboard, "editable", boolIn(dashboard, "editable", true));
    normalizeTime(dashboard);
    normalizeTags(dashboard);
    normalizeLinks(dashboard, migration);
    objectIn(dashboard, "timepicker");
    for (const std::string_view key : strayFields)
        erase(dashboard, key);
}

} // namespace sightglass::grafana
