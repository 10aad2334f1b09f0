// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/grafana/migrated.h"

#include "parser/grafana/dashboardmigration.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sightglass::test {
namespace {

using Json = nlohmann::json;

bool isNumber(const Json &object, const char *key)
{
    return object.contains(key) && object.at(key).is_number_integer();
}

std::string brokenPlace(const Json &panel)
{
    if (!panel.contains("gridPos"))
        return "a panel has no place";
    const Json &place = panel.at("gridPos");
    for (const char *key : {"x", "y", "w", "h"}) {
        if (!isNumber(place, key) || place.at(key).get<int>() < 0)
            return "a place is no place";
    }
    return place.at("x").get<int>() + place.at("w").get<int>() <= 24 ? "" : "a panel is outside of the grid";
}

std::string brokenPanel(const Json &panel, std::set<std::int64_t> &ids, bool inRow)
{
    constexpr std::array<const char *, 6> oldTypes = {"graph",
                                                      "singlestat",
                                                      "grafana-singlestat-panel",
                                                      "table-old",
                                                      "grafana-piechart-panel",
                                                      "natel-discrete-panel"};
    if (!panel.is_object() || !isNumber(panel, "id") ||
        !ids.insert(panel.at("id").get<std::int64_t>()).second)
        return "ids are not unique numbers";
    if (!panel.contains("type") || !panel.at("type").is_string())
        return "a panel has no type";
    const std::string type = panel.at("type").get<std::string>();
    if (std::find(oldTypes.begin(), oldTypes.end(), type) != oldTypes.end())
        return "a panel is of an old plugin";
    if (!panel.contains("title") || !panel.at("title").is_string())
        return "a panel has no title";
    if (type == "row") {
        if (inRow || !panel.at("panels").is_array() || !panel.at("collapsed").is_boolean())
            return "a row is no row";
        if (!panel.at("collapsed").get<bool>() && !panel.at("panels").empty())
            return "an open row holds panels";
        for (const Json &inner : panel.at("panels")) {
            if (std::string broken = brokenPanel(inner, ids, true); !broken.empty())
                return broken;
        }
        return brokenPlace(panel);
    }
    if (panel.contains("panels"))
        return "a panel holds panels";
    if (!panel.at("fieldConfig").at("defaults").is_object() ||
        !panel.at("fieldConfig").at("overrides").is_array())
        return "a field config is none";
    return brokenPlace(panel);
}

std::string brokenVariable(const Json &variable)
{
    const bool named = variable.contains("name") && variable.at("name").is_string() &&
                       !variable.at("name").get<std::string>().empty();
    if (!named || !variable.at("type").is_string() || !isNumber(variable, "hide"))
        return "a variable is none";
    if (variable.at("type") == "query" && !variable.at("query").is_object())
        return "a variable's query is none";
    return "";
}

} // namespace

MigratedText migrated(std::string_view text)
{
    MigratedText out;
    const auto result = migrateDashboard(text);
    if (!result) {
        out.error = plainText(result.error());
        return out;
    }
    out.dashboard = result->dashboard;
    for (const ImportLoss &loss : result->losses)
        out.losses.push_back(loss.feature + " " + loss.pointer);
    return out;
}

nlohmann::json migratedPanel(std::string_view panel, int schema)
{
    const std::string text =
        R"({"schemaVersion":)" + std::to_string(schema) + R"(,"panels":[)" + std::string(panel) + "]}";
    const MigratedText out = migrated(text);
    return out.error.empty() && !out.dashboard.at("panels").empty() ? out.dashboard.at("panels").front()
                                                                    : Json();
}

std::string at(const nlohmann::json &json, const std::string &pointer)
{
    const Json::json_pointer place(pointer);
    return json.contains(place) ? json.at(place).dump() : "absent";
}

std::string changeBySecondMigration(const nlohmann::json &dashboard)
{
    const MigratedText again = migrated(dashboard.dump());
    return again.error.empty() ? Json::diff(dashboard, again.dashboard).dump() : again.error;
}

std::string brokenPromise(const nlohmann::json &dashboard)
{
    if (dashboard.at("schemaVersion") != 42)
        return "the schema is not the newest";
    for (const char *key : {"title", "uid", "refresh", "timezone"}) {
        if (!dashboard.at(key).is_string())
            return std::string(key) + " is no text";
    }
    std::set<std::int64_t> ids;
    for (const Json &panel : dashboard.at("panels")) {
        if (std::string broken = brokenPanel(panel, ids, false); !broken.empty())
            return broken;
    }
    for (const Json &variable : dashboard.at("templating").at("list")) {
        if (std::string broken = brokenVariable(variable); !broken.empty())
            return broken;
    }
    return "";
}

} // namespace sightglass::test
