// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/resourcev2.h"

#include "parser/grafana/resourcev2parts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr int classicSchema = 42;

// ---- panels

void readTarget(MemberReader &query, Json &targets)
{
    static_cast<void>(query.take("kind"));
    MemberReader own = query.object("spec");
    MemberReader asked = own.object("query");
    Json target = objectOrLeft(asked, "spec");
    setOver(target, "refId", own.take("refId"), asked);
    if (const Json *hidden = own.take("hidden")) {
        const Json hides(truthy(hidden));
        setOver(target, "hide", truthy(hidden) ? &hides : nullptr, asked);
    }
    const Json ref = datasourceOf(own, asked);
    setOver(target, "datasource", ref.is_null() ? nullptr : &ref, asked);
    asked.finish();
    own.finish();
    targets.push_back(std::move(target));
}

void readTransformation(MemberReader &transformation, Json &list)
{
    const std::string group = groupOf(transformation);
    Json own = objectOrLeft(transformation, "spec");
    // Its id is the kind, or the group.
    if (textIn(own, "id").empty())
        set(own, "id", group);
    list.push_back(std::move(own));
}

/// It keeps its place in the list of the classic model, so that those behind it have theirs.
auto strangerOf(Json &list)
{
    return [&list](const Json &stranger, const std::string & /*path*/) { list.push_back(stranger); };
}

void readQueryGroup(MemberReader &group, Json &panel)
{
    Json targets = Json::array();
    group.items(
        "queries", [&](MemberReader &query) { readTarget(query, targets); }, strangerOf(targets));
    std::set<Json> sources;
    forEachObject(&targets,
                  [&sources](const Json &target) { sources.insert(valueIn(target, "datasource")); });
    if (sources.size() == 1 && !sources.begin()->is_null())
        set(panel, "datasource", *sources.begin());
    else if (sources.size() > 1)
        set(panel, "datasource", {{"type", "datasource"}, {"uid", "-- Mixed --"}});
    set(panel, "targets", std::move(targets));
    Json transformations = Json::array();
    group.items(
        "transformations", [&](MemberReader &one) { readTransformation(one, transformations); },
        strangerOf(transformations));
    set(panel, "transformations", std::move(transformations));
    MemberReader options = group.object("queryOptions");
    options.copy({"timeFrom", "timeShift", "hideTimeOverride", "maxDataPoints", "interval", "cacheTimeout",
                  "queryCachingTTL", "timeCompare"},
                 panel);
    options.finish();
}

void readVisualization(MemberReader &config, Json &panel)
{
    set(panel, "type", groupOf(config));
    config.copyAs("version", panel, "pluginVersion");
    MemberReader settings = config.object("spec");
    settings.copy({"pluginVersion", "options", "fieldConfig"}, panel);
    settings.finish();
    config.finish();
}

/// What is left over of the element's spec goes along with the panel.
Json panelOf(MemberReader &element)
{
    const std::string_view kind = element.text("kind");
    const Json *spec = element.take("spec");
    if (!kind.empty() && kind != "Panel" && kind != "LibraryPanel")
        element.leave("kind");
    Json panel = Json::object();
    if (spec == nullptr || !spec->is_object()) {
        element.leave("spec");
        return panel;
    }
    Json left;
    MemberReader own(*spec, {}, left);
    static_cast<void>(own.take("id"));
    own.copy({"title", "description", "links", "transparent", "subtitle"}, panel);
    if (kind == "LibraryPanel") {
        own.copy({"libraryPanel"}, panel);
    } else {
        MemberReader config = own.object("vizConfig");
        readVisualization(config, panel);
        MemberReader data = own.object("data");
        static_cast<void>(data.take("kind"));
        MemberReader group = data.object("spec");
        if (group.json().is_object())
            readQueryGroup(group, panel);
        group.finish();
        data.finish();
    }
    own.finish();
    if (!left.is_null())
        set(panel, leftOfResource2, std::move(left));
    return panel;
}

using Panels = std::map<std::string, Json, std::less<>>;

Panels panelsOf(const Json &elements, ClassicDashboard &result)
{
    Panels panels;
    std::set<std::int64_t> ids;
    std::vector<std::string> withoutId;
    const auto *members = elements.get_ptr<const Json::object_t *>();
    if (members == nullptr)
        return panels;
    constexpr double largest = 1e9;
    for (const auto &[name, element] : *members) {
        MemberReader reader(element, "elements" + pointerStep(name), result.left);
        Json &panel = panels.emplace(name, panelOf(reader)).first->second;
        reader.finish();
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

void addPanels(MemberReader &spec, ClassicDashboard &result)
{
    const Json *elements = spec.take("elements");
    const Json *layout = spec.take("layout");
    if (elements == nullptr || !elements->is_object()) {
        spec.leave("elements");
        elements = nullptr;
    }
    const Json none;
    LayoutReader reader(panelsOf(elements == nullptr ? none : *elements, result), result);
    set(result.dashboard, "panels", reader.read(layout == nullptr ? none : *layout));
    for (const auto &[name, panel] : reader.panels()) {
        const std::string place = "elements" + pointerStep(name);
        // All of it, which what is in it need not be told beside.
        auto *left = result.left.get_ptr<Json::object_t *>();
        if (left != nullptr)
            std::erase_if(*left, [&place](const auto &one) { return one.first.starts_with(place + '/'); });
        result.left[place] = *find(*elements, name);
    }
}

// ---- annotations, time

void readAnnotation(MemberReader &kind, Json &list)
{
    static_cast<void>(kind.take("kind"));
    MemberReader own = kind.object("spec");
    MemberReader query = own.object("query");
    Json annotation = Json::object();
    // What is only said of a data source's annotations stood beside the rest.
    for (const std::string_view extra : {"legacyOptions", "options"})
        annotation.update(objectOrLeft(own, extra));
    own.copy({"name", "enable", "hide", "iconColor", "filter", "mappings", "placement"}, annotation);
    const Json *builtIn = own.take("builtIn");
    set(annotation, "builtIn", truthy(builtIn) ? 1 : 0);
    if (Json ref = datasourceOf(own, query); !ref.is_null())
        set(annotation, "datasource", std::move(ref));
    if (Json target = objectOrLeft(query, "spec"); !target.empty())
        set(annotation, "target", std::move(target));
    query.finish();
    own.finish();
    list.push_back(std::move(annotation));
}

void addTime(MemberReader &settings, Json &dashboard)
{
    Json time = Json::object();
    settings.copy({"from", "to"}, time);
    if (!time.empty())
        set(dashboard, "time", std::move(time));
    settings.copy({"timezone", "weekStart", "fiscalYearStartMonth"}, dashboard);
    settings.copyAs("autoRefresh", dashboard, "refresh");
    Json picker = Json::object();
    settings.copyAs("autoRefreshIntervals", picker, "refresh_intervals");
    settings.copyAs("hideTimepicker", picker, "hidden");
    settings.copyAs("quickRanges", picker, "quick_ranges");
    settings.copy({"nowDelay"}, picker);
    set(dashboard, "timepicker", std::move(picker));
    settings.finish();
}

} // namespace

bool isResource2(const Json &spec) noexcept
{
    return find(spec, "elements") != nullptr && find(spec, "layout") != nullptr;
}

ClassicDashboard classicDashboard(const Json &json)
{
    ClassicDashboard result;
    Json &dashboard = result.dashboard;
    dashboard = Json::object();
    MemberReader spec(json, {}, result.left);
    spec.copy({"title", "description", "tags", "editable", "liveNow", "preload", "revision", "links"},
              dashboard);
    set(dashboard, "schemaVersion", classicSchema);
    set(dashboard, "graphTooltip", numberOfWord(spec, "cursorSync", {"Off", "Crosshair", "Tooltip"}));
    MemberReader settings = spec.object("timeSettings");
    addTime(settings, dashboard);
    Json variables = Json::array();
    spec.items(
        "variables", [&](MemberReader &kind) { readVariable(kind, variables); }, strangerOf(variables));
    set(dashboard, "templating", {{"list", std::move(variables)}});
    Json annotations = Json::array();
    spec.items(
        "annotations", [&](MemberReader &kind) { readAnnotation(kind, annotations); },
        strangerOf(annotations));
    set(dashboard, "annotations", {{"list", std::move(annotations)}});
    addPanels(spec, result);
    spec.finish();
    if (!result.left.is_null())
        set(dashboard, leftOfResource2, std::move(result.left));
    return result;
}

} // namespace sightglass::grafana
