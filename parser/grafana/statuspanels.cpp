// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"
#include "parser/grafana/paneltypes.h"

#include <map>
#include <string>
#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view discreteFields[] = {"units",
                                               "colorMaps",
                                               "valueMaps",
                                               "rangeMaps",
                                               "mappingTypes",
                                               "rowHeight",
                                               "lineColor",
                                               "textSize",
                                               "textSizeTime",
                                               "backgroundColor",
                                               "timeTextColor",
                                               "valueTextColor",
                                               "metricNameColor",
                                               "display",
                                               "expandFromQueryS",
                                               "crosshairColor",
                                               "timelineLabelColor",
                                               "timelineLabels",
                                               "highlightOnMouseover",
                                               "highlightOnMouseOver",
                                               "legendSortBy",
                                               "showLegend",
                                               "showLegendNames",
                                               "showLegendValues",
                                               "showLegendPercent",
                                               "showDistinctCount",
                                               "showTransitionCount",
                                               "showLegendCounts",
                                               "showLegendTime",
                                               "showTimeAxis",
                                               "timePrecision",
                                               "useTimePrecision",
                                               "timeOptions",
                                               "writeLastValue",
                                               "writeAllValues",
                                               "writeMetricNames",
                                               "use12HourClock",
                                               "extendLastValue",
                                               "colorMode",
                                               "legend",
                                               "sortLegend",
                                               "legendPercentDecimals",
                                               "legendMaxValues",
                                               "unitFormats"};

constexpr std::string_view statusmapFields[] = {"cards",
                                                "color",
                                                "data",
                                                "legend",
                                                "tooltip",
                                                "xAxis",
                                                "yAxis",
                                                "yAxisSort",
                                                "yAxisSortType",
                                                "yLabel",
                                                "seriesFilterIndex",
                                                "nullPointMode",
                                                "statusmap",
                                                "highlightCards",
                                                "hideBranding",
                                                "rowSort",
                                                "usingUrl",
                                                "useMax",
                                                "usingPagination",
                                                "pageSize",
                                                "onMouseOver",
                                                "xaxis",
                                                "graph",
                                                "padding",
                                                "error",
                                                "editable",
                                                "isNew"};

/// Value mappings being put together from the texts and colours of the discrete panel.
class StateMappings
{
public:
    void addColor(const Json &color)
    {
        const std::string text = scalarText(find(color, "text"));
        if (textIn(color, "color").empty() || text.empty())
            return;
        m_colors[text] = textIn(color, "color");
        set(objectIn(m_values, text), "color", textIn(color, "color"));
    }
    void addText(const Json &value)
    {
        const std::string text = scalarText(find(value, "text"));
        const std::string key = scalarText(find(value, "value"));
        if (!text.empty() && !key.empty())
            set(objectIn(m_values, key), "text", text);
    }
    void addRange(const Json &range)
    {
        const std::string text = scalarText(find(range, "text"));
        if (text.empty())
            return;
        Json options = {{"from", nullptr}, {"to", nullptr}, {"result", {{"text", text}}}};
        for (const std::string_view end : {"from", "to"}) {
            if (const auto number = numberIn(range, end))
                set(options, end, jsonNumber(*number));
        }
        if (const auto color = m_colors.find(text); color != m_colors.end())
            set(*find(options, "result"), "color", color->second);
        m_ranges.push_back({{"type", "range"}, {"options", std::move(options)}});
    }
    /// A value that is shown as a text has the text's colour.
    Json list() &&
    {
        for (Json &shown : m_values) {
            const auto color = m_colors.find(textIn(shown, "text"));
            if (textIn(shown, "color").empty() && color != m_colors.end())
                set(shown, "color", color->second);
        }
        Json all = Json::array();
        if (!m_values.empty())
            all.push_back({{"type", "value"}, {"options", std::move(m_values)}});
        for (Json &range : m_ranges)
            all.push_back(std::move(range));
        return all;
    }

private:
    Json m_values = Json::object();
    Json m_ranges = Json::array();
    std::map<std::string, std::string, std::less<>> m_colors;
};

void setConfig(Json &panel, Json defaults)
{
    set(panel, "fieldConfig", {{"defaults", std::move(defaults)}, {"overrides", Json::array()}});
}

Json statusLegend()
{
    return {{"displayMode", "list"}, {"placement", "bottom"}, {"showLegend", true}};
}

/// The status map's colours by value.
Json statusMappings(const Json &color)
{
    Json values = Json::object();
    forEachObject(find(color, "thresholds"), [&values](const Json &threshold) {
        const std::string value = scalarText(find(threshold, "value"));
        if (value.empty())
            return;
        Json shown = {{"index", values.size()}};
        for (const auto &[from, to] : {std::pair("color", "color"), std::pair("tooltip", "text")}) {
            if (!textIn(threshold, from).empty())
                set(shown, to, textIn(threshold, from));
        }
        set(values, value, std::move(shown));
    });
    if (values.empty())
        return Json::array();
    return Json::array({{{"type", "value"}, {"options", std::move(values)}}});
}

} // namespace

void migrateDiscrete(Json &panel, Migration &)
{
    StateMappings mappings;
    forEachObject(find(panel, "colorMaps"), [&](const Json &color) { mappings.addColor(color); });
    forEachObject(find(panel, "valueMaps"), [&](const Json &value) { mappings.addText(value); });
    forEachObject(find(panel, "rangeMaps"), [&](const Json &range) { mappings.addRange(range); });
    Json defaults = {{"custom", {{"fillOpacity", 100}, {"lineWidth", 0}}}};
    set(defaults, "mappings", std::move(mappings).list());
    if (const std::string_view unit = textIn(panel, "units"); !unit.empty())
        set(defaults, "unit", unit);
    setConfig(panel, std::move(defaults));
    Json options = {{"mergeValues", true}, {"showValue", "auto"}, {"rowHeight", 0.9}};
    set(options, "legend", statusLegend());
    set(panel, "options", std::move(options));
    set(panel, "type", "state-timeline");
    dropFields(panel, discreteFields);
}

void migrateStatusmap(Json &panel, Migration &migration)
{
    const Json color = valueIn(panel, "color");
    Json defaults = {{"custom", {{"fillOpacity", 100}, {"lineWidth", 0}}}};
    const std::string_view mode = textIn(color, "mode");
    if (mode == "spectrum" || mode == "opacity") {
        set(defaults, "color", {{"mode", "continuous-GrYlRd"}});
        migration.lose(
            panel, "/color",
            {"statusmap.color", "Values are coloured from green over yellow to red.", LossKind::AsInGrafana});
    } else {
        set(defaults, "mappings", statusMappings(color));
    }
    setConfig(panel, std::move(defaults));
    Json options = {{"showValue", "never"}, {"rowHeight", 0.9}, {"colWidth", 0.9}};
    set(options, "legend", statusLegend());
    set(panel, "options", std::move(options));
    set(panel, "type", "status-history");
    dropFields(panel, statusmapFields);
}

} // namespace sightglass::grafana
