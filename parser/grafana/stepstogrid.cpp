// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"
#include "parser/grafana/schemasteps.h"

#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

// 2: services become time and templating, the graph gets its name, legend and two axes.
void servicesToTemplating(Json &dashboard, Migration &)
{
    Json services = take(dashboard, "services");
    Json *filter = find(services, "filter");
    if (filter == nullptr || !filter->is_object())
        return;
    if (Json time = take(*filter, "time"); time.is_object())
        setDefault(dashboard, "time", std::move(time));
    if (Json list = take(*filter, "list"); list.is_array() && !list.empty())
        set(objectIn(dashboard, "templating"), "list", std::move(list));
}

void moveToFormats(Json &panel, std::string_view key, std::size_t index)
{
    Json format = take(panel, key);
    if (format.is_null())
        return;
    Json &formats = arrayIn(panel, "y_formats");
    while (formats.size() <= index)
        formats.push_back("short");
    formats[index] = std::move(format);
}

void oldestGraph(Json &panel, Migration &)
{
    if (textIn(panel, "type") == "graphite")
        set(panel, "type", "graph");
    if (textIn(panel, "type") != "graph")
        return;
    if (const Json *legend = find(panel, "legend"); legend != nullptr && legend->is_boolean())
        set(panel, "legend", {{"show", *legend}});
    if (Json *grid = find(panel, "grid"); grid != nullptr && grid->is_object()) {
        rename(*grid, "min", "leftMin");
        rename(*grid, "max", "leftMax");
    }
    moveToFormats(panel, "y_format", 0);
    moveToFormats(panel, "y2_format", 1);
}

// 4: which axis a series belongs to is said by overrides.
void aliasAxesToOverrides(Json &panel, Migration &)
{
    if (textIn(panel, "type") != "graph")
        return;
    const Json axes = take(panel, "aliasYAxis");
    if (!axes.is_object())
        return;
    for (const auto &[alias, axis] : axes.items())
        arrayIn(panel, "seriesOverrides").push_back({{"alias", alias}, {"yaxis", axis}});
}

// 6: annotations leave the pulldowns, filters are variables with a query.
void pulldownsAndFilters(Json &dashboard, Migration &)
{
    Json pulldowns = take(dashboard, "pulldowns");
    forEachObject(&pulldowns, [&dashboard](Json &pulldown) {
        if (textIn(pulldown, "type") != "annotations")
            return;
        Json list = take(pulldown, "annotations");
        if (list.is_array())
            set(objectIn(dashboard, "annotations"), "list", std::move(list));
    });
    forEachObject(find(dashboard, {"templating", "list"}), [](Json &variable) {
        if (textIn(variable, "type").empty() || textIn(variable, "type") == "filter")
            set(variable, "type", "query");
    });
}

// 7: the navigation was the time picker.
void navToTimepicker(Json &dashboard, Migration &)
{
    Json nav = take(dashboard, "nav");
    if (nav.is_array() && !nav.empty() && nav.front().is_object())
        set(dashboard, "timepicker", std::move(nav.front()));
}

// 9, 10: thresholds no longer begin with the lower end of the first range.
void dropFirstThreshold(Json &panel, Migration &)
{
    const std::string thresholds(textIn(panel, "thresholds"));
    if (textIn(panel, "type") != "singlestat" || thresholds.empty())
        return;
    const std::size_t first = thresholds.find(',');
    if (first != std::string::npos && thresholds.find(',', first + 1) != std::string::npos)
        set(panel, "thresholds", thresholds.substr(first + 1));
}

void dropFirstThresholdOfStyles(Json &panel, Migration &)
{
    if (textIn(panel, "type") != "table")
        return;
    forEachObject(find(panel, "styles"), [](Json &style) {
        Json *thresholds = find(style, "thresholds");
        if (thresholds != nullptr && thresholds->is_array() && thresholds->size() >= 3)
            thresholds->erase(thresholds->begin());
    });
}

// 12: refresh and hide of variables as numbers; axes of the graph as a list.
void variablesAsNumbers(Json &dashboard, Migration &)
{
    forEachObject(find(dashboard, {"templating", "list"}), [](Json &variable) {
        set(variable, "refresh", truthyIn(variable, "refresh") ? 1 : 0);
        if (truthyIn(variable, "hideVariable"))
            set(variable, "hide", 2);
        else if (truthyIn(variable, "hideLabel"))
            set(variable, "hide", 1);
        erase(variable, "hideVariable");
        erase(variable, "hideLabel");
    });
}

struct OldAxis
{
    std::string_view min, max, logBase, label;
};

void gridToAxes(Json &panel, Migration &)
{
    Json *grid = find(panel, "grid");
    if (textIn(panel, "type") != "graph" || grid == nullptr || !grid->is_object() ||
        find(panel, "yaxes") != nullptr)
        return;
    constexpr std::array<OldAxis, 2> axes = {{{"leftMin", "leftMax", "leftLogBase", "leftYAxisLabel"},
                                              {"rightMin", "rightMax", "rightLogBase", "rightYAxisLabel"}}};
    const Json formats = take(panel, "y_formats");
    const Json shown = take(panel, "y-axis");
    Json yaxes = Json::array();
    for (std::size_t i = 0; i < axes.size(); ++i) {
        Json axis = Json::object();
        set(axis, "show", shown.is_null() || truthy(&shown));
        set(axis, "min", take(*grid, axes[i].min));
        set(axis, "max", take(*grid, axes[i].max));
        set(axis, "logBase", take(*grid, axes[i].logBase));
        set(axis, "label", take(panel, axes[i].label));
        if (formats.is_array() && i < formats.size())
            set(axis, "format", formats[i]);
        yaxes.push_back(std::move(axis));
    }
    set(panel, "yaxes", std::move(yaxes));
    const Json xShown = take(panel, "x-axis");
    set(panel, "xaxis", {{"show", xShown.is_null() || truthy(&xShown)}, {"mode", "time"}});
}

// 13: the graph's two thresholds become a list.
Json gridThreshold(const Json &value, const Json &color, bool line)
{
    Json threshold = {{"value", value}, {"colorMode", "custom"}};
    set(threshold, line ? "line" : "fill", true);
    set(threshold, line ? "lineColor" : "fillColor", color);
    return threshold;
}

void gridToThresholds(Json &panel, Migration &)
{
    Json *grid = find(panel, "grid");
    if (textIn(panel, "type") != "graph" || grid == nullptr || !grid->is_object())
        return;
    const Json strangers = strangersIn(*grid, {"threshold1", "threshold2", "threshold1Color",
                                               "threshold2Color", "thresholdLine", "min", "max"});
    const bool line = truthyIn(*grid, "thresholdLine");
    const auto first = numberIn(*grid, "threshold1");
    const auto second = numberIn(*grid, "threshold2");
    if (first) {
        const bool falling = second && *first > *second;
        const auto add = [&](double value, std::string_view color) {
            Json threshold = gridThreshold(jsonNumber(value), valueIn(*grid, color), line);
            set(threshold, "op", falling ? "lt" : "gt");
            arrayIn(panel, "thresholds").push_back(std::move(threshold));
        };
        add(*first, "threshold1Color");
        if (second)
            add(*second, "threshold2Color");
    }
    erase(panel, "grid");
    if (!strangers.empty())
        set(panel, "grid", strangers);
}

// 14: the crosshair can be shared with its tooltip.
void sharedCrosshair(Json &dashboard, Migration &)
{
    const Json shared = take(dashboard, "sharedCrosshair");
    setDefault(dashboard, "graphTooltip", truthy(&shared) ? 1 : 0);
}

constexpr std::array<SchemaStep, 9> steps = {{{2, servicesToTemplating, oldestGraph},
                                              {4, nullptr, aliasAxesToOverrides},
                                              {6, pulldownsAndFilters, nullptr},
                                              {7, navToTimepicker, nullptr},
                                              {9, nullptr, dropFirstThreshold},
                                              {10, nullptr, dropFirstThresholdOfStyles},
                                              {12, variablesAsNumbers, gridToAxes},
                                              {13, nullptr, gridToThresholds},
                                              {14, sharedCrosshair, nullptr}}};

} // namespace

std::span<const SchemaStep> stepsToGrid()
{
    return steps;
}

} // namespace sightglass::grafana
