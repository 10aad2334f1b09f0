// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/queryjson.h"

#include "model/dashboard/serverexpression.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/queryfields.h"
#include "parser/grafana/migration.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace sightglass::grafana {

namespace {

constexpr std::array<std::string_view, 4> prometheusTypes = {
    "", "prometheus", "grafana-amazonprometheus-datasource", "grafana-azureprometheus-datasource"};

/// Where a target asks: its panel's source where it names none, whatever type it says, unless each has its
/// own.
const Json *sourceOf(const Json &target, const Json &panel)
{
    const Json *own = find(target, "datasource");
    const Json *whole = find(panel, "datasource");
    if (isEmptyValue(whole) || textIn(*whole, "uid") == mixedSource || textIn(*whole, "uid").empty())
        return isEmptyValue(own) ? nullptr : own;
    const bool named = own != nullptr && (!textIn(*own, "uid").empty() || textIn(*own, "type") == "__expr__");
    return named ? own : whole;
}

std::string_view typeOf(const Json &target, const Json &panel)
{
    const Json *source = sourceOf(target, panel);
    if (source == nullptr || textIn(*source, "uid") == mixedSource)
        return {};
    return textIn(*source, "type");
}

/// That a query is missing, and which; of one that Grafana does not show either it is no loss of ours.
void tellForeign(const Json &target, const Json &panel, const MemberPlace &place, ImportNotes &notes)
{
    const Json *source = sourceOf(target, panel);
    const std::string uid(source == nullptr ? std::string_view() : textIn(*source, "uid"));
    const std::string type(typeOf(target, panel));
    const std::string name =
        uid.empty() || uid == type || uid.starts_with('$') ? type : type + " (" + uid + ")";
    notes.lose(place.pointer, "query/datasource",
               "Query " + std::string(textIn(target, "refId")) + " is missing: its data source is " + name +
                   ".",
               boolIn(target, "hide", false) ? LossKind::AsInGrafana : LossKind::Ours);
}

std::string compactText(const Json *json)
{
    return json == nullptr || json->is_null() ? std::string()
                                              : json->dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Server-side expressions are kept as they are; what of them is not honoured is told.
void readExpression(const Json &target, const MemberPlace &place, ImportNotes &notes)
{
    const auto expression = serverExpressionOf(compactText(&target));
    if (!expression) {
        notes.lose(place.pointer, "expression", plainText(expression.error()),
                   boolIn(target, "hide", false) ? LossKind::AsInGrafana : LossKind::Ours);
        return;
    }
    const MemberPlace kind{place.pointer, "expression/" + std::string(textIn(target, "type"))};
    notes.used(place.pointer, kind.path);
    FieldSource source(target, {place.pointer, "query"}, notes);
    // Those that the kind does not ask for are the editor's.
    for (const std::string_view name :
         {"refId", "datasource", "hide", "type", "expression", "reducer", "settings", "window", "downsampler",
          "upsampler", "conditions", "intervalMs", "maxDataPoints", "expr", "queryType"})
        static_cast<void>(source.raw(name));
    source.finish();
}

/// Panels of these types show no answers, whatever their targets are.
bool asksNothing(const Json &panel)
{
    constexpr std::array<std::string_view, 4> types = {"alertlist", "dashlist", "row", "text"};
    return std::find(types.begin(), types.end(), textIn(panel, "type")) != types.end();
}

constexpr std::string_view stranger = "This is no member of the list.";

OrderedJson parsed(const std::string &text)
{
    return OrderedJson::parse(text, nullptr, false);
}

/// Without what is kept of it.
OrderedJson queryJson(PanelQuery query)
{
    OrderedJson json = OrderedJson::object();
    FieldSink sink(json);
    describe(sink, query);
    return json;
}

TransformationSpec transformationOf(const Json &json)
{
    TransformationSpec spec;
    spec.id = textIn(json, "id");
    const Json *options = find(json, "options");
    spec.options = isEmptyValue(options) ? std::string() : compactText(options);
    spec.disabled = boolIn(json, "disabled", false);
    const Json *filter = find(json, "filter");
    spec.filter = isEmptyValue(filter) ? std::string() : compactText(filter);
    spec.topic = textIn(json, "topic");
    return spec;
}

/// "/mode: unknown value" as a pointer and a reason.
void tell(const std::string &loss, const MemberPlace &place, ImportNotes &notes)
{
    const std::size_t colon = loss.find(": ");
    std::string pointer = loss.substr(0, colon);
    const std::string reason = colon == std::string::npos ? loss : loss.substr(colon + 2);
    const bool own = pointer.starts_with("/filter") || pointer.starts_with("/topic") || pointer == "/";
    pointer = pointer == "/" ? std::string() : pointer;
    notes.lose(place.pointer + (own ? "" : "/options") + pointer, place.path, reason);
}

} // namespace

bool isPrometheus(std::string_view datasourceType) noexcept
{
    return std::find(prometheusTypes.begin(), prometheusTypes.end(), datasourceType) != prometheusTypes.end();
}

std::string foreignSource(const Json &panel)
{
    if (asksNothing(panel))
        return {};
    const Json *targets = find(panel, "targets");
    std::string foreign;
    for (std::size_t i = 0; targets != nullptr && targets->is_array() && i < targets->size(); ++i) {
        const std::string_view type = typeOf((*targets)[i], panel);
        if (isPrometheus(type))
            return {};
        // What reckons with the answers of others is of their kind.
        if (type != "__expr__")
            foreign = type;
    }
    return foreign;
}

void readQueries(const Json &panel, PanelSpec &spec, ImportNotes &notes)
{
    const auto keep = [&spec](const Json &target) {
        if (!target.is_null())
            spec.otherQueries.push_back({static_cast<int>(spec.queries.size()), compactText(&target)});
    };
    const Json *targets = find(panel, "targets");
    for (std::size_t i = 0; targets != nullptr && targets->is_array() && i < targets->size(); ++i) {
        const Json &target = (*targets)[i];
        const MemberPlace place{"/targets/" + std::to_string(i), "query"};
        if (!target.is_object()) {
            notes.lose(place.pointer, strangerFeature, stranger, LossKind::AsInGrafana);
            keep(target);
            continue;
        }
        if (isServerExpression(compactText(&target))) {
            if (!asksNothing(panel))
                readExpression(target, place, notes);
            keep(target);
            continue;
        }
        if (!isPrometheus(typeOf(target, panel))) {
            if (!asksNothing(panel))
                tellForeign(target, panel, place, notes);
            keep(target);
            continue;
        }
        if (textIn(target, "expr").find_first_not_of(" \t\r\n") == std::string_view::npos) {
            keep(target);
            continue;
        }
        FieldSource source(target, place, notes);
        PanelQuery query;
        describe(source, query);
        source.finish();
        query.kept = keptText(prunedKept(source.takeKept(), queryJson(query)));
        spec.queries.push_back(std::move(query));
    }
}

OrderedJson queriesJson(const PanelSpec &panel)
{
    OrderedJson list = OrderedJson::array();
    auto other = panel.otherQueries.begin();
    const auto putOthers = [&](int before) {
        for (; other != panel.otherQueries.end() && other->before <= before; ++other) {
            if (OrderedJson json = parsed(other->json); !json.is_discarded())
                list.push_back(std::move(json));
        }
    };
    int written = 0;
    for (const PanelQuery &query : panel.queries) {
        putOthers(written++);
        OrderedJson json = queryJson(query);
        putKept(json, query.kept);
        list.push_back(std::move(json));
    }
    putOthers(std::numeric_limits<int>::max());
    return list;
}

Json readTransformations(const Json &panel, PanelSpec &panelSpec, ImportNotes &notes)
{
    std::vector<TransformationSpec> &specs = panelSpec.transformations;
    Json kept;
    const Json *list = find(panel, "transformations");
    for (std::size_t i = 0; list != nullptr && list->is_array() && i < list->size(); ++i) {
        const std::string pointer = "/transformations/" + std::to_string(i);
        if (textIn((*list)[i], "id").empty()) {
            if (isEmptyValue(&(*list)[i]))
                continue;
            notes.lose(pointer, strangerFeature, stranger, LossKind::AsInGrafana);
            addKeptOther(kept, specs.size(), (*list)[i]);
            continue;
        }
        const TransformationSpec &spec = specs.emplace_back(transformationOf((*list)[i]));
        const MemberPlace place{pointer, "transformation/" + spec.id};
        FieldSource source((*list)[i], {place.pointer, "panel/transformations"}, notes);
        for (const std::string_view name : {"id", "options", "disabled", "filter", "topic"})
            static_cast<void>(source.raw(name));
        source.finish();
        addKept(kept, std::to_string(specs.size() - 1), source.takeKept());
        if (spec.disabled)
            continue;
        notes.used(place.pointer, place.path);
        for (const std::string &loss : readTransformation(spec).unknownOptions)
            tell(loss, place, notes);
    }
    if (!kept.is_null())
        kept[std::string(keptItems)] = specs.size();
    return kept;
}

OrderedJson transformationsJson(const std::vector<TransformationSpec> &transformations)
{
    OrderedJson list = OrderedJson::array();
    for (const TransformationSpec &spec : transformations) {
        OrderedJson json = {{"id", spec.id}};
        json["options"] = spec.options.empty() ? OrderedJson::object() : parsed(spec.options);
        if (spec.disabled)
            json["disabled"] = true;
        if (!spec.filter.empty())
            json["filter"] = parsed(spec.filter);
        if (!spec.topic.empty())
            json["topic"] = spec.topic;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace sightglass::grafana
