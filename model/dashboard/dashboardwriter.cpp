// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/severity.h"
#include "model/dashboard/dashboardfile.h"
#include "model/dashboard/dashboardwords.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace sightglass {

namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers without a fraction, infinities as text, as readDashboard() takes them.
Json number(double value)
{
    constexpr double exactIntegers = 9007199254740992.0;
    if (!std::isfinite(value))
        return formatFloat(value);
    if (value == std::trunc(value) && std::fabs(value) < exactIntegers &&
        !(value == 0 && std::signbit(value)))
        return static_cast<std::int64_t>(value);
    return value;
}

template<typename T>
void put(Json &object, const char *name, const T &value, const T &standard)
{
    if (value != standard)
        object[name] = value;
}

void put(Json &object, const char *name, const std::string &text)
{
    put(object, name, text, std::string());
}

void put(Json &object, const char *name, Json array)
{
    if (!array.empty())
        object[name] = std::move(array);
}

template<typename Container, typename Function>
Json arrayOf(const Container &items, Function toJson)
{
    Json array = Json::array();
    for (const auto &item : items)
        array.push_back(toJson(item));
    return array;
}

Json toJson(const GridPosition &grid)
{
    return {{"x", grid.x}, {"y", grid.y}, {"width", grid.width}, {"height", grid.height}};
}

Json toJson(const PanelQuery &query)
{
    Json json = {{"expr", query.expr}};
    put(json, "legend", query.legend);
    put(json, "instant", query.instant, false);
    return json;
}

Json toJson(const ThresholdStep &step)
{
    Json json = Json::object();
    if (step.from)
        json["from"] = number(*step.from);
    json["color"] = step.color;
    return json;
}

Json toJson(const GraphConfig &graph)
{
    Json json = Json::object();
    put(json, "stacked", graph.stacking.value_or(Stacking()).mode == StackingMode::Normal, false);
    if (graph.fillOpacity)
        json["fillOpacity"] = number(*graph.fillOpacity / 100);
    put(json, "thresholdLines", graph.thresholdsStyle == ThresholdsStyle::Line, false);
    return json;
}

Json legendJson(const LegendOptions &legend, const LegendOptions &standard)
{
    Json json = Json::object();
    if (legend.mode != standard.mode)
        json["mode"] = wordFor(legend.mode);
    put(json, "values", arrayOf(legend.values, [](Calculation value) { return wordFor(value); }));
    return json;
}

void putField(Json &json, const FieldConfig &field)
{
    put(json, "unit", field.unit.value_or(std::string()));
    if (field.decimals)
        json["decimals"] = *field.decimals;
    if (field.min)
        json["min"] = number(*field.min);
    if (field.max)
        json["max"] = number(*field.max);
    put(json, "thresholds",
        arrayOf(field.thresholds.value_or(Thresholds()).steps,
                [](const ThresholdStep &step) { return toJson(step); }));
}

Json toJson(const PanelSpec &panel)
{
    Json json = {{"id", panel.id}, {"type", wordFor(panel.type())}};
    put(json, "title", panel.title);
    put(json, "description", panel.description);
    json["grid"] = toJson(panel.grid);
    put(json, "queries", arrayOf(panel.queries, [](const PanelQuery &query) { return toJson(query); }));
    putField(json, panel.field);
    const ReduceOptions *reduce = reduceOf(panel.options);
    if (reduce != nullptr && reduce->calculation != Calculation::LastNotNull)
        json["calculation"] = wordFor(reduce->calculation);
    const PanelOptions standard = standardOptions(panel.type());
    if (const LegendOptions *legend = legendOf(panel.options))
        put(json, "legend", legendJson(*legend, *legendOf(standard)));
    put(json, "graph", toJson(panel.field.graph));
    if (panel.exemplars)
        json["exemplars"] = *panel.exemplars;
    put(json, "alerts", Json(panel.alerts));
    return json;
}

Json toJson(const Labels &labels)
{
    Json json = Json::object();
    for (const LabelView label : labels)
        json[std::string(label.name)] = label.value;
    return json;
}

Json toJson(const ThresholdRule &rule)
{
    Json json = {{"name", rule.name}, {"expr", rule.expr}, {"op", wordFor(rule.op)}};
    json["threshold"] = number(rule.threshold);
    if (rule.forMs != 0)
        json["for"] = formatDurationMs(rule.forMs);
    json["severity"] = severityName(rule.severity);
    put(json, "labels", toJson(rule.labels));
    put(json, "summary", rule.summary);
    put(json, "description", rule.description);
    return json;
}

Json toJson(const ThresholdGroup &group)
{
    Json json = {{"name", group.name}, {"interval", formatDurationMs(group.intervalMs)}};
    json["rules"] = arrayOf(group.rules, [](const ThresholdRule &rule) { return toJson(rule); });
    return json;
}

} // namespace

std::string writeDashboard(const DashboardSpec &dashboard)
{
    Json json = {{"id", dashboard.id}};
    put(json, "title", dashboard.title);
    put(json, "description", dashboard.description);
    put(json, "requiredMetrics", Json(dashboard.requiredMetrics));
    if (dashboard.defaultRangeMs != DashboardSpec().defaultRangeMs)
        json["defaultRange"] = formatDurationMs(dashboard.defaultRangeMs);
    json["panels"] = arrayOf(dashboard.panels, [](const PanelSpec &panel) { return toJson(panel); });
    put(json, "ruleGroups",
        arrayOf(dashboard.ruleGroups, [](const ThresholdGroup &group) { return toJson(group); }));
    // HELP texts need not be UTF-8; JSON must be.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace sightglass
