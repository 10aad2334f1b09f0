// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardform.h"
#include "parser/grafana/datasourcerefs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::array<std::string_view, 10> types = {"query",      "custom", "textbox", "constant", "interval",
                                                    "datasource", "adhoc",  "groupby", "snapshot", "switch"};

constexpr std::array<std::string_view, 9> oldFields = {"tags",      "tagsQuery",    "tagValuesQuery",
                                                       "useTags",   "allFormat",    "multiFormat",
                                                       "hideLabel", "hideVariable", "refresh_on_load"};

/// A number of a small range, `fallback` for anything else.
int smallNumber(const Json &object, std::string_view key, int most, int fallback)
{
    const Json *value = find(object, key);
    if (value != nullptr && value->is_boolean())
        return truthy(value) ? 1 : 0;
    const auto number = numberOf(value);
    const bool fits = number && *number >= 0 && *number <= most && std::trunc(*number) == *number;
    return fits ? static_cast<int>(*number) : fallback;
}

/// A value or its text: a text, or with multi a list of texts.
Json chosen(const Json *value, bool multi)
{
    Json list = Json::array();
    if (value != nullptr && value->is_array()) {
        for (const Json &item : *value)
            list.push_back(scalarText(&item));
    } else if (value != nullptr && !value->is_null() && !value->is_object()) {
        list.push_back(scalarText(value));
    }
    if (multi)
        return list;
    return list.empty() ? Json("") : list.front();
}

void normalizeCurrent(Json &variable, bool multi)
{
    const Json old = take(variable, "current");
    // What others made of it goes along, but for the state of menus.
    Json current = old.is_object() ? old : Json::object();
    for (const std::string_view key : {"value", "text", "selected", "isNone", "tags"})
        erase(current, key);
    // Before Grafana 2 it was the bare value.
    const bool bare = !old.is_object() && !isEmptyValue(&old);
    const Json *value = bare ? &old : find(old, "value");
    const Json *text = bare ? &old : find(old, "text");
    if (value == nullptr && text == nullptr) {
        set(variable, "current", std::move(current));
        return;
    }
    set(current, "value", chosen(value == nullptr ? text : value, multi));
    set(current, "text", chosen(text == nullptr ? value : text, multi));
    set(variable, "current", std::move(current));
}

void normalizeOptions(Json &variable)
{
    Json old = take(variable, "options");
    Json options = Json::array();
    forEachObject(&old, [&options](const Json &option) {
        const Json *value = find(option, "value");
        const Json *text = find(option, "text");
        if (value == nullptr && text == nullptr)
            return;
        Json entry = {{"selected", boolIn(option, "selected", false)}};
        set(entry, "value", scalarText(value == nullptr ? text : value));
        set(entry, "text", scalarText(text == nullptr ? value : text));
        options.push_back(std::move(entry));
    });
    set(variable, "options", std::move(options));
}

void normalizeQuery(Json &variable, std::string_view type)
{
    Json query = take(variable, "query");
    if (type != "query") {
        if (query.is_object()) // of a variable that once had another type
            query = take(query, "query");
        set(variable, "query", scalarText(&query));
        return;
    }
    if (!query.is_object())
        query = {{"query", scalarText(&query)}};
    // A text is what every data source of that time took.
    if (textIn(query, "refId").empty())
        set(query, "refId", "StandardVariableQuery");
    if (textIn(variable, "definition").empty())
        set(variable, "definition", std::string(textIn(query, "query")));
    set(variable, "query", std::move(query));
}

void normalizeAll(Json &variable)
{
    // "All" was the regular expression of anything before it could be written out.
    const std::string format(textIn(variable, "allFormat"));
    const bool includeAll = boolIn(variable, "includeAll", false);
    const std::string all = scalarText(find(variable, "allValue"));
    erase(variable, "allValue");
    if (!all.empty())
        set(variable, "allValue", all);
    else if (includeAll && format == "regex wildcard")
        set(variable, "allValue", ".*");
    set(variable, "includeAll", includeAll);
}

/// The list of a custom variable where only its options say it.
void customQuery(Json &variable)
{
    if (!textIn(variable, "query").empty())
        return;
    std::string list;
    forEachObject(find(variable, "options"), [&list](const Json &option) {
        const std::string_view value = textIn(option, "value");
        if (value == "$__all" || value.empty() || value.find(',') != std::string_view::npos)
            return;
        list += list.empty() ? "" : ",";
        list += value;
    });
    set(variable, "query", list);
}

void constantCurrent(Json &variable)
{
    const std::string value(textIn(variable, "query"));
    const Json option = {{"selected", true}, {"value", value}, {"text", value}};
    const Json *chosenValue = find(variable, {"current", "value"});
    if (textIn(variable, "type") == "constant" || chosenValue == nullptr) {
        Json &kept = objectIn(variable, "current");
        set(kept, "value", value);
        set(kept, "text", value);
    }
    set(variable, "options", Json::array({option}));
}

/// Numbers of no meaning are as none, in Grafana too.
void tellNumbers(const Json &variable, const std::string &place, Migration &migration)
{
    constexpr std::array<std::pair<std::string_view, int>, 3> numbers = {
        {{"hide", 3}, {"refresh", 2}, {"sort", 8}}};
    for (const auto &[key, most] : numbers) {
        const Json *value = find(variable, key);
        if (isEmptyValue(value) || value->is_structured() || smallNumber(variable, key, most, -1) >= 0)
            continue;
        migration.loseInDashboard(
            place + pointerStep(key),
            {"variable.number", "The value is not one that is known.", LossKind::AsInGrafana});
    }
}

/// The query of another type of variable is read where it has a text, and else nothing.
void tellQuery(const Json &variable, const std::string &place, Migration &migration)
{
    const Json *query = find(variable, "query");
    if (textIn(variable, "type") == "query" || query == nullptr || !query->is_structured() ||
        isEmptyValue(query) || find(*query, "query") != nullptr)
        return;
    migration.loseInDashboard(place + "/query",
                              {"variable.query", "This is no text.", LossKind::AsInGrafana});
}

void normalizeVariable(Json &variable, const Migration &migration)
{
    const std::string type(textIn(variable, "type"));
    set(variable, "name", scalarText(find(variable, "name")));
    set(variable, "label", scalarText(find(variable, "label")));
    set(variable, "hide", smallNumber(variable, "hide", 3, 0));
    set(variable, "skipUrlSync", boolIn(variable, "skipUrlSync", false));
    if (type == "adhoc" || type == "groupby") {
        if (type == "adhoc")
            arrayIn(variable, "filters");
    } else {
        const bool multi = boolIn(variable, "multi", false);
        set(variable, "multi", multi);
        set(variable, "refresh", smallNumber(variable, "refresh", 2, type == "query" ? 1 : 0));
        set(variable, "sort", smallNumber(variable, "sort", 8, 0));
        set(variable, "regex", scalarText(find(variable, "regex")));
        normalizeCurrent(variable, multi);
        normalizeOptions(variable);
        normalizeQuery(variable, type);
        normalizeAll(variable);
        if (type == "custom")
            customQuery(variable);
        if (type == "constant" || type == "textbox")
            constantCurrent(variable);
    }
    Json ref = datasourceRef(valueIn(variable, "datasource"), migration);
    erase(variable, "datasource");
    if (!ref.is_null())
        set(variable, "datasource", std::move(ref));
    for (const std::string_view key : oldFields)
        erase(variable, key);
}

} // namespace

void normalizeVariables(Json &dashboard, Migration &migration)
{
    Json &templating = objectIn(dashboard, "templating");
    Json old = take(templating, "list");
    Json list = Json::array();
    MigratedList &moved = migration.lists["/templating/list"];
    std::size_t index = 0;
    if (!old.is_array())
        old = Json::array();
    for (Json &variable : old) {
        const std::string place = "/templating/list/" + std::to_string(index++);
        if (!variable.is_object() && !isEmptyValue(&variable)) {
            migration.loseInDashboard(
                place, {strangerFeature, "This is no member of the list.", LossKind::AsInGrafana});
            moved.setAside(std::move(variable));
            continue;
        }
        std::string type(textIn(variable, "type"));
        if (type.empty() || type == "filter")
            type = "query"; // of Grafana 1
        const bool known = std::find(types.begin(), types.end(), type) != types.end();
        if (scalarText(find(variable, "name")).empty() || !known) {
            migration.loseInDashboard(place, {known ? "variable.invalid" : "variable.type",
                                              "The variable has no name or is of an unknown type.",
                                              known ? LossKind::AsInGrafana : LossKind::Ours});
            moved.setAside(std::move(variable));
            continue;
        }
        if (truthyIn(variable, "useTags"))
            migration.loseInDashboard(
                place + "/useTags",
                {"variable.tags", "Values cannot be chosen by tags.", LossKind::AsInGrafana});
        set(variable, "type", type);
        tellNumbers(variable, place, migration);
        tellQuery(variable, place, migration);
        normalizeVariable(variable, migration);
        list.push_back(std::move(variable));
        moved.take();
    }
    set(templating, "list", std::move(list));
}

} // namespace sightglass::grafana
