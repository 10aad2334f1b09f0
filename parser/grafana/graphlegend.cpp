// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/fieldconfigform.h"
#include "parser/grafana/graphparts.h"
#include "parser/grafana/oldfields.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace sightglass::grafana {
namespace {

/// A column of the old legend, and the name of the modern column that one sorts by.
struct LegendColumn
{
    std::string_view key, sortName;
};

constexpr std::array<LegendColumn, 5> legendColumns = {
    {{"avg", "Mean"}, {"current", "Last *"}, {"max", "Max"}, {"min", "Min"}, {"total", "Total"}}};

Json hiddenByValue(std::string_view reducer)
{
    Json override = overrideOf("byValue", {{"reducer", reducer}, {"op", "gte"}, {"value", 0}});
    addProperty(override, "custom.hideFrom", {{"legend", true}, {"tooltip", true}, {"viz", false}});
    return override;
}

void addSorting(const Json &old, Json &legend)
{
    const std::string_view sort = textIn(old, "sort");
    for (const LegendColumn &column : legendColumns) {
        if (column.key != sort)
            continue;
        set(legend, "sortBy", column.sortName);
        set(legend, "sortDesc", boolIn(old, "sortDesc", false));
    }
}

struct OldThreshold
{
    double value = 0;
    std::string_view op;
    Json color;
};

Json thresholdColor(const Json &threshold)
{
    const std::string_view mode = textIn(threshold, "colorMode");
    if (mode == "custom") {
        for (const std::string_view key : {"fillColor", "lineColor"}) {
            const std::string_view own = textIn(threshold, key);
            if (!own.empty() &&
                (key == "lineColor" || truthyIn(threshold, "fill") || !truthyIn(threshold, "line")))
                return own;
        }
        const std::string_view fill = textIn(threshold, "fillColor");
        return fill.empty() ? std::string_view("red") : fill;
    }
    if (mode == "warning")
        return "orange";
    return mode == "ok" ? "green" : "red";
}

/// Ranges that begin ("gt") or end ("lt") at a value, as steps: what no threshold covers is transparent.
Json stepsOfRanges(const std::vector<OldThreshold> &sorted)
{
    Json steps = Json::array();
    const auto add = [&steps](Json value, Json color) {
        steps.push_back({{"value", std::move(value)}, {"color", std::move(color)}});
    };
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const OldThreshold &threshold = sorted[i];
        const OldThreshold *next = i + 1 < sorted.size() ? &sorted[i + 1] : nullptr;
        if (threshold.op == "gt") {
            if (steps.empty())
                add(nullptr, "transparent");
            add(jsonNumber(threshold.value), threshold.color);
            continue;
        }
        if (steps.empty())
            add(nullptr, threshold.color);
        const bool another = next != nullptr && next->op == "lt";
        add(jsonNumber(threshold.value), another ? next->color : Json("transparent"));
    }
    return steps;
}

std::string_view thresholdsStyle(bool area, bool line)
{
    if (area)
        return line ? "line+area" : "area";
    return "line";
}

} // namespace

Json graphLegend(const Json &panel, Json &overrides)
{
    Json legend = {{"displayMode", "list"}, {"showLegend", true}, {"placement", "bottom"}};
    Json &calcs = arrayIn(legend, "calcs");
    const Json *old = find(panel, "legend");
    if (old == nullptr || !old->is_object())
        return legend;
    set(legend, "showLegend", boolIn(*old, "show", true));
    if (boolIn(*old, "alignAsTable", false))
        set(legend, "displayMode", "table");
    if (boolIn(*old, "rightSide", false))
        set(legend, "placement", "right");
    if (boolIn(*old, "values", false)) {
        for (const LegendColumn &column : legendColumns) {
            if (truthyIn(*old, column.key))
                calcs.push_back(modernReducer(column.key));
        }
        addSorting(*old, legend);
    }
    if (const auto width = numberIn(*old, "sideWidth"); width && *width > 0)
        set(legend, "width", jsonNumber(*width));
    if (truthyIn(*old, "hideZero"))
        overrides.push_back(hiddenByValue("allIsZero"));
    if (truthyIn(*old, "hideEmpty"))
        overrides.push_back(hiddenByValue("allIsNull"));
    return legend;
}

Json graphTooltip(const Json &panel, Migration &migration)
{
    const Json old = valueIn(panel, "tooltip");
    const bool shared = boolIn(old, "shared", true);
    const double sort = shared ? numberIn(old, "sort").value_or(0) : 0;
    std::string_view order = "none";
    if (sort == 1 || sort == 2)
        order = sort == 1 ? "asc" : "desc";
    if (textIn(old, "value_type") == "cumulative" && boolIn(panel, "stack", false))
        migration.lose(panel, "/tooltip/value_type",
                       {"graph.tooltip.cumulative", "Tooltips of stacked series show each series' own value.",
                        LossKind::AsInGrafana});
    return {{"mode", shared ? "multi" : "single"}, {"sort", order}};
}

void addGraphThresholds(const Json &panel, Json &defaults, Migration &migration)
{
    std::vector<OldThreshold> sorted;
    bool area = false;
    bool line = false;
    bool right = false;
    forEachObject(find(panel, "thresholds"), [&](const Json &threshold) {
        const auto value = numberIn(threshold, "value");
        if (!value || !boolIn(threshold, "visible", true))
            return;
        area = area || truthyIn(threshold, "fill");
        line = line || truthyIn(threshold, "line");
        right = right || textIn(threshold, "yaxis") == "right";
        const std::string_view op = textIn(threshold, "op");
        sorted.push_back({*value, op == "lt" ? "lt" : "gt", thresholdColor(threshold)});
    });
    if (sorted.empty())
        return;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const OldThreshold &a, const OldThreshold &b) { return a.value < b.value; });
    set(defaults, "thresholds", {{"mode", "absolute"}, {"steps", stepsOfRanges(sorted)}});
    set(objectIn(defaults, "custom"), "thresholdsStyle", {{"mode", thresholdsStyle(area, line)}});
    if (right)
        migration.lose(panel, "/thresholds",
                       {"graph.thresholds.rightAxis",
                        "Thresholds of the right axis are drawn on the left one.", LossKind::AsInGrafana});
}

} // namespace sightglass::grafana
