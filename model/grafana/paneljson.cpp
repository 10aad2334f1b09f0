// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/paneljson.h"

#include "model/dashboard/dashboardwords.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/optionfields.h"
#include "model/grafana/overridejson.h"
#include "model/grafana/paneldescription.h"
#include "model/grafana/queryjson.h"
#include "model/grafana/resource2members.h"
#include "model/grafana/tablefooter.h"
#include "parser/grafana/paneltypes.h"

#include <algorithm>
#include <utility>

namespace sightglass::grafana {

namespace {

/// What the migration makes of a library panel whose model it did not find.
constexpr std::string_view libraryPanelType = "library-panel";

std::string typeWord(PanelType type)
{
    return std::string(wordFor(type));
}

void keepForeign(const Json &panel, PanelSpec &spec, std::string datasource)
{
    ForeignOptions foreign;
    foreign.plugin = textIn(panel, "type");
    foreign.json = panel.dump(-1, ' ', false, Json::error_handler_t::replace);
    foreign.datasource = std::move(datasource);
    spec.options = std::move(foreign);
}

/// Lists without members say nothing in defaults.
void forgetEmpty(FieldConfig &config)
{
    if (config.mappings && config.mappings->empty())
        config.mappings.reset();
    if (config.links && config.links->empty())
        config.links.reset();
}

/// A table's columns are hidden by what hides series elsewhere.
void hideColumns(FieldConfig &config)
{
    if (config.graph.hideFrom)
        config.cell.hidden = config.graph.hideFrom->plot;
}

/// Gives what is to be kept of it.
Json readConfig(const Json &panel, PanelSpec &spec, ImportNotes &notes)
{
    const std::string path = typeWord(spec.type()) + "/fieldConfig";
    Json config = valueIn(panel, "fieldConfig");
    if (!config.is_object())
        return {};
    FieldSource whole(config, {"/fieldConfig", "panel/fieldConfig"}, notes);
    for (const std::string_view name : {"defaults", "overrides"})
        static_cast<void>(whole.raw(name));
    whole.finish();
    Json kept = whole.takeKept();
    Json beside; // of what stands in defaults and is read apart
    if (auto *table = std::get_if<TableOptions>(&spec.options))
        table->footer = takeFooter(config, beside, {"/fieldConfig", path}, notes);
    const Json defaults = valueIn(config, "defaults");
    if (defaults.is_object()) {
        FieldSource source(defaults, {"/fieldConfig/defaults", path}, notes);
        describe(source, spec.field);
        source.finish();
        Json ofDefaults = source.takeKept();
        if (!beside.is_null())
            ofDefaults.update(beside, true);
        addKept(kept, "defaults", std::move(ofDefaults));
    }
    forgetEmpty(spec.field);
    spec.overrides =
        readOverrides(valueIn(config, "overrides"), defaults, {"/fieldConfig/overrides", path}, notes);
    if (spec.type() == PanelType::Table) {
        hideColumns(spec.field);
        for (FieldOverride &override : spec.overrides)
            hideColumns(override.config);
    }
    for (const Error &problem : patternProblems(spec.field, spec.overrides))
        notes.lose("/fieldConfig", path + "/pattern", plainText(problem));
    return kept;
}

/// What a row has of panels with data is told, and added to what is kept.
void readRow(const Json &panel, RowOptions &row, Json &kept, ImportNotes &notes)
{
    row.collapsed = boolIn(panel, "collapsed", false);
    for (const std::string_view name : {"fieldConfig", "options", "targets", "transformations"}) {
        const Json *value = find(panel, name);
        if (isEmptyValue(value))
            continue;
        const std::string pointer = '/' + std::string(name);
        notes.lose(pointer, "row" + pointer, "A row shows no data.", LossKind::AsInGrafana);
        addKept(kept, name, *value);
    }
}

/// Gives what is to be kept of them.
Json readOptions(const Json &panel, PanelSpec &spec, ImportNotes &notes)
{
    const Json options = valueIn(panel, "options");
    if (!options.is_object())
        return {};
    FieldSource source(options, {"/options", typeWord(spec.type()) + "/options"}, notes);
    describeOptions(source, spec.options);
    source.finish();
    return source.takeKept();
}

/// Exemplars are asked for per query; a panel shows them when one does.
void readExemplars(PanelSpec &spec)
{
    if (spec.queries.empty())
        return;
    spec.exemplars = std::any_of(spec.queries.begin(), spec.queries.end(),
                                 [](const PanelQuery &query) { return query.exemplars == true; });
}

OrderedJson configJson(const PanelSpec &panel)
{
    OrderedJson defaults = OrderedJson::object();
    FieldSink sink(defaults);
    FieldConfig copy = panel.field;
    describe(sink, copy);
    OrderedJson config = {{"defaults", std::move(defaults)}, {"overrides", overridesJson(panel.overrides)}};
    if (const auto *table = std::get_if<TableOptions>(&panel.options))
        putFooter(table->footer, config);
    return config;
}

/// What this program's own dashboards say of a column, in Grafana's words.
PanelSpec withHiddenColumns(PanelSpec panel)
{
    const auto write = [](FieldConfig &config) {
        if (config.cell.hidden && !config.graph.hideFrom)
            config.graph.hideFrom = HideFrom{false, false, *config.cell.hidden};
    };
    if (panel.type() != PanelType::Table)
        return panel;
    write(panel.field);
    for (FieldOverride &override : panel.overrides)
        write(override.config);
    return panel;
}

OrderedJson foreignJson(const ForeignOptions &foreign, const PanelSpec &panel, int id)
{
    OrderedJson json = OrderedJson::parse(foreign.json, nullptr, false);
    if (!json.is_object())
        json = {{"type", foreign.plugin}};
    json["id"] = id;
    OrderedJson grid = OrderedJson::object();
    FieldSink sink(grid);
    GridPosition place = panel.grid;
    describe(sink, place);
    json["gridPos"] = std::move(grid);
    return json;
}

} // namespace

PanelSpec readPanel(const Json &panel, ImportNotes &notes)
{
    PanelSpec spec;
    spec.id = scalarText(find(panel, "id"));
    const std::string type(textIn(panel, "type"));
    const auto known = fromWord<PanelType>(type);
    const std::string foreign = known ? foreignSource(panel) : std::string();
    spec.options = grafanaStandardOptions(known.value_or(PanelType::Foreign));
    FieldSource source(panel, {{}, "panel"}, notes);
    describe(source, spec);
    if (!known || !foreign.empty()) {
        // Of a library panel that is not in the file everything is said already.
        if (type != libraryPanelType)
            notes.lose(known ? "/datasource" : "/type",
                       known ? "panel/datasource/" + foreign : "panel/type/" + type,
                       known ? "The data is in another kind of data source."
                             : "Panels of this type are not drawn here.");
        keepForeign(panel, spec, foreign);
        return spec;
    }
    readLeftOfResource2(source);
    source.finish();
    notes.used("/type", typeWord(spec.type()));
    Json kept = source.takeKept();
    if (auto *row = std::get_if<RowOptions>(&spec.options)) {
        readRow(panel, *row, kept, notes);
    } else {
        addKept(kept, "options", readOptions(panel, spec, notes));
        readQueries(panel, spec, notes);
        addKept(kept, "transformations", readTransformations(panel, spec, notes));
        addKept(kept, "fieldConfig", readConfig(panel, spec, notes));
        readExemplars(spec);
    }
    spec.kept = keptText(kept);
    return spec;
}

void pruneKept(PanelSpec &panel)
{
    if (panel.kept.empty() || panel.type() == PanelType::Foreign)
        return;
    const Json kept = Json::parse(std::exchange(panel.kept, {}), nullptr, false);
    panel.kept = keptText(prunedKept(kept, panelJson(panel, 1)));
}

OrderedJson panelJson(const PanelSpec &panel, int id)
{
    if (const auto *foreign = std::get_if<ForeignOptions>(&panel.options))
        return foreignJson(*foreign, panel, id);
    OrderedJson json = {{"id", id}, {"type", typeWord(panel.type())}};
    FieldSink sink(json);
    PanelSpec copy = withHiddenColumns(panel);
    describe(sink, copy);
    if (const auto *row = std::get_if<RowOptions>(&panel.options)) {
        json["collapsed"] = row->collapsed;
        json["panels"] = OrderedJson::array();
        putKept(json, panel.kept);
        return json;
    }
    // Plugins bring panels without a version up to date once more.
    json["pluginVersion"] = std::string(migratedPluginVersion);
    if (!panel.queries.empty() || !panel.otherQueries.empty())
        json["targets"] = queriesJson(panel);
    if (!panel.transformations.empty())
        json["transformations"] = transformationsJson(panel.transformations);
    json["fieldConfig"] = configJson(copy);
    OrderedJson options = OrderedJson::object();
    FieldSink optionSink(options);
    describeOptions(optionSink, copy.options);
    json["options"] = std::move(options);
    putKept(json, panel.kept);
    return json;
}

} // namespace sightglass::grafana
