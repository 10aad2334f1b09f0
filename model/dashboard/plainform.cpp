// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/plainform.h"

#include "model/dashboard/jsonobject.h"
#include "model/dashboard/refids.h"
#include "model/dashboard/thresholdjson.h"

#include <algorithm>
#include <set>

namespace sightglass {

namespace {

constexpr int gridColumns = 24;

bool isSlug(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

GridPosition readGrid(JsonObject &json)
{
    GridPosition grid;
    json.read("x", grid.x);
    json.read("y", grid.y);
    json.read("width", grid.width);
    json.read("height", grid.height);
    if (grid.width < 1 || grid.x < 0 || grid.x > gridColumns - grid.width)
        json.fail("width", "does not fit the 24 columns");
    if (grid.height < 1 || grid.y < 0)
        json.fail("height", "does not fit the grid");
    return grid;
}

PanelQuery readQuery(JsonObject &json)
{
    PanelQuery query;
    json.require("expr");
    json.read("expr", query.expr);
    json.read("legend", query.legend);
    json.read("instant", query.instant);
    return query;
}

void readThresholds(JsonObject &panel, PanelSpec &spec)
{
    std::vector<ThresholdStep> steps;
    panel.forEach("thresholds", [&steps](JsonObject &json) {
        std::optional<double> from;
        SemanticColor color = SemanticColor::Good;
        json.read("from", from);
        json.require("color");
        json.readWord("color", color);
        if (from.has_value() == steps.empty())
            json.fail("from", steps.empty() ? "the first step has no lower bound" : "is missing");
        else if (!steps.empty() && steps.back().from && !(*steps.back().from < *from))
            json.fail("from", "steps must ascend");
        steps.push_back({from, std::string(wordFor(color))});
    });
    if (!steps.empty())
        spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, std::move(steps)};
}

void readGraph(JsonObject &json, GraphConfig &graph)
{
    bool stacked = false;
    bool thresholdLines = false;
    std::optional<double> fillOpacity;
    json.read("stacked", stacked);
    json.read("fillOpacity", fillOpacity);
    json.read("thresholdLines", thresholdLines);
    if (fillOpacity && !(*fillOpacity >= 0 && *fillOpacity <= 1))
        json.fail("fillOpacity", "expected 0 to 1");
    if (stacked)
        graph.stacking = Stacking{StackingMode::Normal, {}};
    if (fillOpacity)
        graph.fillOpacity = *fillOpacity * 100;
    if (thresholdLines)
        graph.thresholdsStyle = ThresholdsStyle::Line;
}

void readLegend(JsonObject &json, PanelSpec &panel)
{
    LegendOptions *legend = legendOf(panel.options);
    LegendOptions none;
    LegendOptions &read = legend != nullptr ? *legend : none;
    json.readWord("mode", read.mode);
    json.readWords("values", read.values);
    if (legend == nullptr)
        json.fail("mode", "a panel of this type has no legend");
}

PanelSpec readPanel(JsonObject &json)
{
    PanelSpec panel;
    json.require("id");
    json.read("id", panel.id);
    json.require("type");
    PanelType type = PanelType::TimeSeries;
    json.readWord("type", type);
    panel.options = standardOptions(type);
    json.read("title", panel.title);
    json.read("description", panel.description);
    json.require("grid");
    json.with("grid", [&panel](JsonObject &grid) { panel.grid = readGrid(grid); });
    json.forEach("queries", [&panel](JsonObject &query) { panel.queries.push_back(readQuery(query)); });
    std::string unit;
    json.read("unit", unit);
    if (!unit.empty())
        panel.field.unit = std::move(unit);
    json.read("decimals", panel.field.decimals);
    json.read("min", panel.field.min);
    json.read("max", panel.field.max);
    if (panel.field.min && panel.field.max && !(*panel.field.min < *panel.field.max))
        json.fail("max", "must be above min");
    readThresholds(json, panel);
    Calculation calculation = Calculation::LastNotNull;
    json.readWord("calculation", calculation);
    if (ReduceOptions *reduce = reduceOf(panel.options))
        reduce->calculation = calculation;
    json.with("legend", [&panel](JsonObject &legend) { readLegend(legend, panel); });
    json.with("graph", [&panel](JsonObject &graph) { readGraph(graph, panel.field.graph); });
    json.read("exemplars", panel.exemplars);
    json.read("alerts", panel.alerts);
    nameQueries(panel);
    return panel;
}

DashboardSpec readSpec(JsonObject &json)
{
    DashboardSpec dashboard;
    json.require("id");
    json.read("id", dashboard.id);
    if (!isSlug(dashboard.id))
        json.fail("id", "expected small letters, digits and hyphens");
    json.read("title", dashboard.title);
    json.read("description", dashboard.description);
    json.read("requiredMetrics", dashboard.requiredMetrics);
    json.readDuration("defaultRange", dashboard.defaultRangeMs);
    if (dashboard.defaultRangeMs <= 0)
        json.fail("defaultRange", "must be above zero");
    std::set<std::string> ids;
    json.forEach("panels", [&dashboard, &ids](JsonObject &panel) {
        dashboard.panels.push_back(readPanel(panel));
        if (!ids.insert(dashboard.panels.back().id).second)
            panel.fail("id", "occurs twice");
    });
    json.forEach("ruleGroups", [&dashboard](JsonObject &group) {
        dashboard.ruleGroups.push_back(readThresholdGroup(group));
    });
    return dashboard;
}

} // namespace

Result<DashboardSpec> readPlainForm(std::string_view text)
{
    nlohmann::json document;
    if (auto error = parseJson(text, document))
        return std::move(*error);
    JsonErrors errors;
    JsonObject json(document, {}, errors);
    DashboardSpec dashboard = readSpec(json);
    json.finish();
    if (errors.first())
        return *errors.first();
    return dashboard;
}

} // namespace sightglass
