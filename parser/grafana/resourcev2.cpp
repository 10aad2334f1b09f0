// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/resourcev2.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr int classicSchema = 42;

using Words = std::initializer_list<std::string_view>;

/// The place of a word in its list, 0 for one that is not in it.
int numberOfWord(const Json *value, Words words)
{
    const auto found = std::find(words.begin(), words.end(), textOf(value));
    return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}

void copy(const Json &from, std::string_view key, Json &to, std::string_view as)
{
    const Json *value = find(from, key);
    if (value != nullptr && !value->is_null())
        set(to, as, *value);
}

void copyAll(const Json &from, Words keys, Json &to)
{
    for (const std::string_view key : keys)
        copy(from, key, to, key);
}

/// The type of a data source or plugin: v2beta1 says it as the group, v2alpha1 as the kind.
std::string groupOf(const Json &kind)
{
    const std::string_view group = textIn(kind, "group");
    return std::string(group.empty() && find(kind, "group") == nullptr ? textIn(kind, "kind") : group);
}

/// The data source of a query: v2beta1 has its name in the query, v2alpha1 a reference beside it. Null: the
/// default one.
Json datasourceOf(const Json &holder, const Json &query)
{
    Json ref = valueIn(holder, "datasource");
    if (!ref.is_object())
        ref = Json::object();
    if (const std::string_view name = textOf(find(query, {"datasource", "name"})); !name.empty())
        set(ref, "uid", std::string(name));
    erase(ref, "name");
    if (std::string type = groupOf(query); !type.empty() && type != "datasource")
        setDefault(ref, "type", std::move(type));
    return ref.empty() ? Json() : ref;
}

// ---- panels

Json targetOf(const Json &query)
{
    const Json own = valueIn(query, "spec");
    const Json asked = valueIn(own, "query");
    Json target = valueIn(asked, "spec");
    if (!target.is_object())
        target = Json::object();
    copy(own, "refId", target, "refId");
    if (boolIn(own, "hidden", false))
        set(target, "hide", true);
    if (Json ref = datasourceOf(own, asked); !ref.is_null())
        set(target, "datasource", std::move(ref));
    return target;
}

Json transformationOf(const Json &transformation)
{
    Json own = valueIn(transformation, "spec");
    if (!own.is_object())
        own = Json::object();
    // Its id is the kind, or the group.
    if (textIn(own, "id").empty())
        set(own, "id", groupOf(transformation));
    return own;
}

void addQueries(const Json &group, Json &panel)
{
    Json targets = Json::array();
    std::set<Json> sources;
    forEachObject(find(group, "queries"), [&](const Json &query) {
        targets.push_back(targetOf(query));
        sources.insert(valueIn(targets.back(), "datasource"));
    });
    if (sources.size() == 1 && find(targets.front(), "datasource") != nullptr)
        set(panel, "datasource", valueIn(targets.front(), "datasource"));
    else if (sources.size() > 1)
        set(panel, "datasource", {{"type", "datasource"}, {"uid", "-- Mixed --"}});
    set(panel, "targets", std::move(targets));
    Json transformations = Json::array();
    forEachObject(find(group, "transformations"), [&](const Json &transformation) {
        transformations.push_back(transformationOf(transformation));
    });
    set(panel, "transformations", std::move(transformations));
    copyAll(valueIn(group, "queryOptions"),
            {"timeFrom", "timeShift", "hideTimeOverride", "maxDataPoints", "interval", "cacheTimeout",
             "queryCachingTTL", "timeCompare"},
            panel);
}

Json panelOf(const Json &element)
{
    const Json own = valueIn(element, "spec");
    Json panel = Json::object();
    copyAll(own, {"title", "description", "links", "transparent", "subtitle"}, panel);
    if (textIn(element, "kind") == "LibraryPanel") {
        copy(own, "libraryPanel", panel, "libraryPanel");
        return panel;
    }
    const Json viz = valueIn(own, "vizConfig");
    const Json settings = valueIn(viz, "spec");
    set(panel, "type", groupOf(viz));
    copy(viz, "version", panel, "pluginVersion");
    copyAll(settings, {"pluginVersion", "options", "fieldConfig"}, panel);
    if (const Json *group = find(own, {"data", "spec"}))
        addQueries(*group, panel);
    return panel;
}

std::map<std::string, Json, std::less<>> panelsOf(const Json &elements, ClassicDashboard &result)
{
    std::map<std::string, Json, std::less<>> panels;
    std::set<std::int64_t> ids;
    std::vector<std::string> withoutId;
    const auto *members = elements.get_ptr<const Json::object_t *>();
    if (members == nullptr)
        return panels;
    constexpr double largest = 1e9;
    for (const auto &[name, element] : *members) {
        Json &panel = panels.emplace(name, panelOf(element)).first->second;
        const auto id = numberOf(find(element, {"spec", "id"}));
        const bool fits =
            id && *id >= 1 && *id <= largest && ids.insert(static_cast<std::int64_t>(*id)).second;
        if (fits)
            set(panel, "id", static_cast<std::int64_t>(*id));
        else
            withoutId.push_back(name);
    }
    std::int64_t next = ids.empty() ? 1 : *ids.rbegin() + 1;
    for (const std::string &name : withoutId)
        set(panels.find(name)->second, "id", next++);
    for (const auto &[name, panel] : panels)
        result.places.emplace(find(panel, "id")->get<std::int64_t>(),
                              "/elements" + pointerStep(name) + "/spec");
    return panels;
}

// ---- variables

std::string variableType(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {{
        {"QueryVariable", "query"},
        {"TextVariable", "textbox"},
        {"ConstantVariable", "constant"},
        {"DatasourceVariable", "datasource"},
        {"IntervalVariable", "interval"},
        {"CustomVariable", "custom"},
        {"GroupByVariable", "groupby"},
        {"AdhocVariable", "adhoc"},
        {"SwitchVariable", "switch"},
    }};
    for (const auto &[known, type] : types) {
        if (known == kind)
            return std::string(type);
    }
    return std::string(kind);
}

/// What is chosen between is the value of each of two.
void setSwitch(const Json &own, Json &variable)
{
    const Json on = valueIn(own, "enabledValue");
    const Json off = valueIn(own, "disabledValue");
    set(variable, "options",
        Json::array({{{"text", "Enabled"}, {"value", on}}, {{"text", "Disabled"}, {"value", off}}}));
    if (const Json current = valueIn(own, "current"); current.is_string())
        set(variable, "current", {{"text", current}, {"value", current}});
    erase(variable, "enabledValue");
    erase(variable, "disabledValue");
}

void setVariableQuery(const Json &own, Json &variable)
{
    const Json query = valueIn(own, "query");
    Json asked = valueIn(query, "spec");
    // A text, as the query of a variable was before it had members.
    if (const Json *text = find(asked, "__legacyStringValue"))
        asked = Json(*text);
    set(variable, "query", std::move(asked));
    if (Json ref = datasourceOf(own, query); !ref.is_null())
        set(variable, "datasource", std::move(ref));
}

Json variableOf(const Json &kind)
{
    const Json own = valueIn(kind, "spec");
    const std::string type = variableType(textIn(kind, "kind"));
    Json variable = own.is_object() ? own : Json::object();
    set(variable, "type", type);
    set(variable, "hide",
        numberOfWord(find(own, "hide"), {"dontHide", "hideLabel", "hideVariable", "inControlsMenu"}));
    if (find(own, "refresh") != nullptr)
        set(variable, "refresh",
            numberOfWord(find(own, "refresh"), {"never", "onDashboardLoad", "onTimeRangeChanged"}));
    if (find(own, "sort") != nullptr)
        set(variable, "sort",
            numberOfWord(find(own, "sort"),
                         {"disabled", "alphabeticalAsc", "alphabeticalDesc", "numericalAsc", "numericalDesc",
                          "alphabeticalCaseInsensitiveAsc", "alphabeticalCaseInsensitiveDesc", "naturalAsc",
                          "naturalDesc"}));
    if (type == "query")
        setVariableQuery(own, variable);
    if (type == "datasource")
        set(variable, "query", std::string(textIn(own, "pluginId")));
    erase(variable, "pluginId");
    if (type == "switch")
        setSwitch(own, variable);
    if (type == "adhoc" || type == "groupby") {
        Json beside = kind;
        erase(beside, "kind");
        if (Json ref = datasourceOf(own, beside); !ref.is_null())
            set(variable, "datasource", std::move(ref));
    }
    return variable;
}

// ---- annotations, time

Json annotationOf(const Json &kind)
{
    const Json own = valueIn(kind, "spec");
    const Json query = valueIn(own, "query");
    Json annotation = Json::object();
    // What is only said of a data source's annotations stood beside the rest.
    for (const std::string_view extra : {"legacyOptions", "options"}) {
        if (const Json *members = find(own, extra); members != nullptr && members->is_object())
            annotation.update(*members);
    }
    copyAll(own, {"name", "enable", "hide", "iconColor", "filter", "mappings", "placement"}, annotation);
    set(annotation, "builtIn", boolIn(own, "builtIn", false) ? 1 : 0);
    if (Json ref = datasourceOf(own, query); !ref.is_null())
        set(annotation, "datasource", std::move(ref));
    if (Json target = valueIn(query, "spec"); target.is_object() && !target.empty())
        set(annotation, "target", std::move(target));
    return annotation;
}

void addTime(const Json &settings, Json &dashboard)
{
    Json time = Json::object();
    copyAll(settings, {"from", "to"}, time);
    if (!time.empty())
        set(dashboard, "time", std::move(time));
    copyAll(settings, {"timezone", "weekStart", "fiscalYearStartMonth"}, dashboard);
    copy(settings, "autoRefresh", dashboard, "refresh");
    Json picker = Json::object();
    copy(settings, "autoRefreshIntervals", picker, "refresh_intervals");
    copy(settings, "hideTimepicker", picker, "hidden");
    copy(settings, "quickRanges", picker, "quick_ranges");
    copy(settings, "nowDelay", picker, "nowDelay");
    set(dashboard, "timepicker", std::move(picker));
}

template<typename Convert>
Json convertedList(const Json &spec, std::string_view key, Convert convert)
{
    Json list = Json::array();
    forEachObject(find(spec, key), [&](const Json &item) { list.push_back(convert(item)); });
    return list;
}

} // namespace

bool isResource2(const Json &spec) noexcept
{
    return find(spec, "elements") != nullptr && find(spec, "layout") != nullptr;
}

ClassicDashboard classicDashboard(Json spec)
{
    ClassicDashboard result;
    Json &dashboard = result.dashboard;
    dashboard = Json::object();
    copyAll(spec, {"title", "description", "tags", "editable", "liveNow", "preload", "revision", "links"},
            dashboard);
    set(dashboard, "schemaVersion", classicSchema);
    set(dashboard, "graphTooltip", numberOfWord(find(spec, "cursorSync"), {"Off", "Crosshair", "Tooltip"}));
    addTime(valueIn(spec, "timeSettings"), dashboard);
    set(dashboard, "templating", {{"list", convertedList(spec, "variables", variableOf)}});
    set(dashboard, "annotations", {{"list", convertedList(spec, "annotations", annotationOf)}});
    LayoutReader layout(panelsOf(take(spec, "elements"), result), result);
    set(dashboard, "panels", layout.read(take(spec, "layout")));
    return result;
}

} // namespace sightglass::grafana
