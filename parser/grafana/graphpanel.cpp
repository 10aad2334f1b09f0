// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/graphparts.h"
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view migratedFields[] = {
    "aliasColors",     "bars",         "dashLength", "dashes",      "decimals",       "fill",
    "fillGradient",    "hiddenSeries", "isNew",      "legend",      "lines",          "linewidth",
    "nullPointMode",   "paceLength",   "percentage", "pointradius", "points",         "renderer",
    "seriesOverrides", "spaceLength",  "stack",      "steppedLine", "thresholds",     "tooltip",
    "xaxis",           "yaxes",        "yaxis",      "zerofill",    "alertThreshold", "autoMigrateFrom",
    "pointRadius",     "error",        "editable"};

constexpr OldField lostFields[] = {
    {"timeRegions", "", "Coloured regions of recurring times are not drawn.", LossKind::Ours},
    {"alert", "", "Alert rules of panels are not evaluated; Grafana has dropped them too."},
    {"thresholdsOnSeries", "", ""},
    {"annotate", "", "Annotations by hand at a series are a feature of Grafana 1."}};

/// A panel that is modern but for its type, as people get it who write it by hand.
bool isModern(const Json &panel)
{
    return find(panel, {"fieldConfig", "defaults", "custom", "drawStyle"}) != nullptr &&
           find(panel, "yaxes") == nullptr;
}

std::string_view drawStyle(const Json &panel)
{
    if (boolIn(panel, "bars", false))
        return "bars";
    return boolIn(panel, "lines", true) ? "line" : "points";
}

double fillOpacity(const Json &panel, bool bars, bool band)
{
    // Bars were always solid; bands had one opacity; ten was opaque.
    const double gradient = numberIn(panel, "fillGradient").value_or(0);
    if (bars)
        return 100;
    if (gradient > 0)
        return std::min(gradient * 10, 100.0);
    return band ? 35 : std::clamp(numberIn(panel, "fill").value_or(1) * 10, 0.0, 100.0);
}

/// How series are drawn. What the panel does not say is as the old graph had it, not as Grafana's migration
/// takes it (which makes points of a panel that says nothing).
void addDrawing(const Json &panel, bool band, Json &custom)
{
    const std::string_view style = drawStyle(panel);
    set(custom, "drawStyle", style);
    const bool points = boolIn(panel, "points", false);
    if (points) {
        set(custom, "showPoints", "always");
        set(custom, "pointSize", jsonNumber(2 + 2 * numberIn(panel, "pointradius").value_or(2)));
    } else if (style != "points") {
        set(custom, "showPoints", "never");
    }
    set(custom, "lineWidth", jsonNumber(numberIn(panel, "linewidth").value_or(1)));
    if (const Json lineStyle = graphLineStyle(panel); textIn(lineStyle, "fill") != "solid")
        set(custom, "lineStyle", lineStyle);
    set(custom, "fillOpacity", jsonNumber(fillOpacity(panel, style == "bars", band)));
    if (numberIn(panel, "fillGradient").value_or(0) > 0)
        set(custom, "gradientMode", "opacity");
    set(custom, "spanNulls", textIn(panel, "nullPointMode") == "connected");
    if (boolIn(panel, "steppedLine", false))
        set(custom, "lineInterpolation", "stepAfter");
    if (const Json stacking = graphStacking(panel); textIn(stacking, "mode") != "none")
        set(custom, "stacking", stacking);
}

/// Members of `top` take the place of those below.
void overlay(Json &below, const Json &top)
{
    for (const auto &[key, value] : top.items()) {
        if (!value.is_null())
            set(below, key, value);
    }
}

void moveDataLinks(Json &panel, Json &defaults)
{
    Json *options = find(panel, "options");
    Json links = options == nullptr ? Json() : take(*options, "dataLinks");
    if (links.is_array() && !links.empty() && isEmptyValue(find(defaults, "links")))
        set(defaults, "links", std::move(links));
}

Json timeAxisHidden()
{
    Json override = overrideOf("byType", "time");
    addProperty(override, "custom.axisPlacement", "hidden");
    return override;
}

/// Grafana draws one bar per series as a bar gauge, standing as the old graph's.
void makeBars(Json &panel, const GraphAxes &axes)
{
    const Json *values = find(panel, {"xaxis", "values"});
    const bool named = values != nullptr && values->is_array() && !values->empty();
    const std::string_view reducer = modernReducer(named ? textOf(&values->front()) : "total");
    Json &defaults = objectIn(objectIn(panel, "fieldConfig"), "defaults");
    Json axis = axes.left;
    erase(axis, "custom");
    overlay(defaults, axis);
    set(defaults, "color", {{"mode", "palette-classic"}});
    addAliasColors(panel, arrayIn(*find(panel, "fieldConfig"), "overrides"));
    Json calcs = Json::array({reducer.empty() ? std::string_view("sum") : reducer});
    set(panel, "options", {{"orientation", "vertical"}, {"displayMode", "basic"}});
    set(*find(panel, "options"), "reduceOptions", {{"values", false}, {"calcs", std::move(calcs)}});
    set(panel, "type", "bargauge");
}

void makeHistogram(Json &panel, const GraphAxes &axes)
{
    Json &config = objectIn(panel, "fieldConfig");
    Json axis = axes.left;
    erase(axis, "custom");
    // The axis of then counted values; what it says of units is about the count.
    erase(axis, "unit");
    overlay(objectIn(config, "defaults"), axis);
    addAliasColors(panel, arrayIn(config, "overrides"));
    Json options = {{"combine", true}};
    if (const auto buckets = numberOf(find(panel, {"xaxis", "buckets"})); buckets && *buckets > 0)
        set(options, "bucketCount", jsonNumber(*buckets));
    Json none = Json::array();
    set(options, "legend", graphLegend(panel, none));
    set(panel, "options", std::move(options));
    set(panel, "type", "histogram");
}

void makeTimeseries(Json &panel, const GraphAxes &axes, Migration &migration)
{
    Json config = objectIn(panel, "fieldConfig");
    Json &overrides = arrayIn(config, "overrides");
    addAliasColors(panel, overrides);
    const bool band = addSeriesOverrides(panel, axes, overrides, migration);
    Json &defaults = objectIn(config, "defaults");
    erase(defaults, "custom");
    overlay(defaults, axes.left);
    setDefault(defaults, "color", {{"mode", "palette-classic"}});
    addDrawing(panel, band, objectIn(defaults, "custom"));
    if (const auto decimals = numberIn(panel, "decimals"); decimals && *decimals >= 0)
        setDefault(defaults, "decimals", jsonNumber(*decimals));
    if (const std::string_view nulls = textIn(panel, "nullPointMode"); !nulls.empty())
        set(defaults, "nullValueMode", nulls);
    if (textIn(panel, "nullPointMode") == "null as zero")
        migration.lose(panel, "/nullPointMode",
                       {"graph.nullPointMode.zero", "Where there is no value the line has a gap, not zero.",
                        LossKind::AsInGrafana});
    addGraphThresholds(panel, defaults, migration);
    moveDataLinks(panel, defaults);
    Json options = Json::object();
    set(options, "legend", graphLegend(panel, overrides));
    set(options, "tooltip", graphTooltip(panel, migration));
    if (const Json *shown = find(panel, {"xaxis", "show"}); shown != nullptr && *shown == Json(false))
        overrides.push_back(timeAxisHidden());
    set(panel, "fieldConfig", std::move(config));
    set(panel, "options", std::move(options));
    set(panel, "type", "timeseries");
}

/// Of before schema 12 and 13, whose steps have read them. In later files nobody reads them: they stay, to be
/// told, unless they say nothing.
void dropOldest(Json &panel)
{
    for (const std::string_view key :
         {"y_formats", "x-axis", "y-axis", "leftYAxisLabel", "rightYAxisLabel", "grid"}) {
        Json *value = find(panel, key);
        const auto isSaid = [](const Json &part) { return truthy(&part) && !isEmptyValue(&part); };
        if (value != nullptr &&
            !(value->is_object() ? std::any_of(value->begin(), value->end(), isSaid) : truthy(value)))
            erase(panel, key);
    }
}

} // namespace

void migrateGraph(Json &panel, Migration &migration)
{
    dropOldest(panel);
    if (isModern(panel)) {
        set(panel, "type", "timeseries");
        migrateTimeseries(panel, migration);
    } else {
        const GraphAxes axes = graphAxes(panel, migration);
        const std::string mode(textOf(find(panel, {"xaxis", "mode"})));
        if (mode == "series")
            makeBars(panel, axes);
        else if (mode == "histogram")
            makeHistogram(panel, axes);
        else
            makeTimeseries(panel, axes, migration);
    }
    dropOldFields(panel, "graph", lostFields, migration);
    dropFields(panel, migratedFields);
}

void migrateTimeseries(Json &panel, Migration &)
{
    Json *legend = find(panel, {"options", "legend"});
    if (legend == nullptr || !legend->is_object())
        return;
    // As the first time series panel, of Grafana 7.4, had it.
    if (const Json visible = take(*legend, "isVisible"); visible.is_boolean())
        setDefault(*legend, "showLegend", visible);
    if (const Json table = take(*legend, "asTable"); table.is_boolean())
        setDefault(*legend, "displayMode", truthy(&table) ? "table" : "list");
}

} // namespace sightglass::grafana
