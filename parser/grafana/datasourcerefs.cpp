// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/datasourcerefs.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

/// Longer names are none: each query of a panel gets the panel's.
constexpr std::size_t longestName = 200;

constexpr std::string_view mixedUid = "-- Mixed --";

/// Data sources that are often named after their type.
constexpr std::array<std::string_view, 12> knownTypes = {
    "prometheus", "loki",  "elasticsearch", "influxdb", "graphite", "cloudwatch",
    "tempo",      "mysql", "postgres",      "jaeger",   "testdata", "stackdriver"};

bool isWordText(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// The variable that the whole text is a reference to, "" where it is none.
std::string_view referredVariable(std::string_view text)
{
    std::string_view name;
    if (text.starts_with("${") && text.ends_with("}"))
        name = text.substr(2, text.size() - 3);
    else if (text.starts_with("[[") && text.ends_with("]]") && text.size() > 4)
        name = text.substr(2, text.size() - 4);
    else if (text.starts_with("$"))
        name = text.substr(1);
    return isWordText(name) ? name : std::string_view();
}

struct BuiltIn
{
    std::string_view name, type, uid;
};

constexpr std::array<BuiltIn, 5> builtIns = {{{"-- Mixed --", "datasource", "-- Mixed --"},
                                              {"-- Dashboard --", "datasource", "-- Dashboard --"},
                                              {"-- Grafana --", "grafana", "-- Grafana --"},
                                              {"grafana", "grafana", "-- Grafana --"},
                                              {"__expr__", "__expr__", "__expr__"}}};

std::string typeOf(std::string_view name, const Migration &migration)
{
    const auto &types = migration.datasourceTypes;
    if (const std::string_view variable = referredVariable(name); !variable.empty()) {
        if (const auto found = types.find(variable); found != types.end())
            return found->second;
    }
    const std::string lower = asciiLower(name);
    for (const std::string_view type : knownTypes) {
        if (lower.starts_with(type))
            return std::string(type);
    }
    const auto only = types.find("");
    return only == types.end() ? std::string() : only->second;
}

Json refOf(std::string_view name, std::string type)
{
    if (name.size() > longestName || type.size() > longestName)
        return {};
    Json ref = Json::object();
    const std::string_view variable = referredVariable(name);
    set(ref, "uid", variable.empty() ? std::string(name) : "${" + std::string(variable) + "}");
    if (!type.empty())
        set(ref, "type", std::move(type));
    return ref;
}

Json refOfObject(const Json &datasource, const Migration &migration)
{
    std::string type(textIn(datasource, "type"));
    std::string uid(textIn(datasource, "uid"));
    if (uid.empty())
        uid = textIn(datasource, "name");
    if (uid == "grafana" && (type == "datasource" || type == "grafana"))
        return refOf("-- Grafana --", "grafana");
    if (type.empty() && !uid.empty())
        type = typeOf(uid, migration);
    Json ref = refOf(uid, type);
    if (ref.is_null())
        return ref;
    if (uid.empty())
        erase(ref, "uid");
    for (const auto &[name, value] : datasource.items()) {
        if (name != "name" && name != "uid" && name != "type" && !isEmptyValue(&value))
            set(ref, name, value);
    }
    return ref.empty() ? Json() : ref;
}

void setRef(Json &holder, Json ref)
{
    if (ref.is_null())
        erase(holder, "datasource");
    else
        set(holder, "datasource", std::move(ref));
}

} // namespace

void collectDatasourceTypes(const Json &dashboard, Migration &migration)
{
    auto &types = migration.datasourceTypes;
    std::set<std::string, std::less<>> required;
    forEachObject(find(dashboard, "__inputs"), [&](const Json &input) {
        if (textIn(input, "type") == "datasource" && !textIn(input, "pluginId").empty())
            types[std::string(textIn(input, "name"))] = textIn(input, "pluginId");
    });
    forEachObject(find(dashboard, {"templating", "list"}), [&](const Json &variable) {
        const Json *query = find(variable, "query");
        if (query != nullptr && query->is_object())
            query = find(*query, "query");
        const std::string type = scalarText(query);
        if (textIn(variable, "type") == "datasource" && !type.empty())
            types[scalarText(find(variable, "name"))] = type;
    });
    forEachObject(find(dashboard, "__requires"), [&](const Json &plugin) {
        if (textIn(plugin, "type") == "datasource" && !textIn(plugin, "id").empty())
            required.emplace(textIn(plugin, "id"));
    });
    types.erase("");
    if (required.size() == 1)
        types[""] = *required.begin();
}

Json datasourceRef(const Json &datasource, const Migration &migration)
{
    if (datasource.is_object())
        return refOfObject(datasource, migration);
    const std::string_view name = textOf(&datasource);
    if (name.empty() || name == "default")
        return {};
    for (const BuiltIn &builtIn : builtIns) {
        if (name == builtIn.name)
            return refOf(builtIn.uid, std::string(builtIn.type));
    }
    return refOf(name, typeOf(name, migration));
}

void normalizePanelDatasources(Json &panel, const Migration &migration)
{
    const Json own = datasourceRef(valueIn(panel, "datasource"), migration);
    const bool mixed = textIn(own, "uid") == mixedUid;
    setRef(panel, own);
    forEachObject(find(panel, "targets"), [&](Json &target) {
        Json ref = datasourceRef(valueIn(target, "datasource"), migration);
        // One that names none is asked of the panel's, too, whatever else it says.
        if (ref.is_null() && !mixed && !own.is_null())
            ref = own;
        setRef(target, std::move(ref));
    });
}

} // namespace sightglass::grafana
