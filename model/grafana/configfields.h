// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/fieldconfig.h"
#include "model/grafana/fieldcolors.h"
#include "model/grafana/mappingjson.h"
#include "model/grafana/scalefields.h"

#include <optional>
#include <string>
#include <vector>

/// Descriptions of field configs: those of defaults, and of overrides, whose properties are put together to
/// the same object.
namespace sightglass::grafana {

/// A member that is an object and may be absent.
template<typename Io, typename T, typename Describe>
void optionalObject(Io &io, std::string_view name, std::optional<T> &value, const Describe &describeIt)
{
    if constexpr (Io::reading) {
        io.object(name, [&](auto &in) {
            T read{};
            describeIt(in, read);
            value = std::move(read);
        });
    } else {
        T copy = value.value_or(T());
        if (value || !Io::writing)
            io.whole(name, [&](auto &in) { describeIt(in, copy); });
    }
}

template<typename Io>
void describe(Io &io, Thresholds &thresholds)
{
    io.field("mode", thresholds.mode, ThresholdsMode::Absolute);
    io.objects("steps", thresholds.steps, [](auto &in, ThresholdStep &step) {
        in.field("value", step.from);
        in.field("color", step.color, std::string());
    });
}

template<typename Io>
void describe(Io &io, DataLink &link)
{
    io.field("title", link.title, std::string());
    io.field("url", link.url, std::string());
    io.field("targetBlank", link.newTab, false);
    io.unsupported("oneClick", false);
}

template<typename Io>
void describeStacking(Io &io, Stacking &stacking)
{
    io.field("mode", stacking.mode, StackingMode::None);
    io.field("group", stacking.group, std::string());
}

template<typename Io>
void describeHideFrom(Io &io, HideFrom &hide)
{
    io.field("legend", hide.legend, false);
    io.field("tooltip", hide.tooltip, false);
    io.field("viz", hide.plot, false);
    // What is not drawn is not read out either.
    if (Io::reading && hide.plot)
        hide.tooltip = true;
}

template<typename Io>
void describeLineStyle(Io &io, LineStyle &style)
{
    std::string fill = style.dash.empty() ? "solid" : style.dash.front() == 0 ? "dot" : "dash";
    io.field("fill", fill, std::string("solid"));
    std::vector<double> dash = Io::reading ? std::vector<double>() : style.dash;
    io.list("dash", dash);
    if constexpr (Io::reading) {
        if (fill != "solid" && fill != "dash" && fill != "dot" && fill != "square")
            io.loseAndKeep("fill", "The value is not one that is known.");
        if (fill == "solid")
            style.dash.clear();
        else if (!dash.empty())
            style.dash = dash;
        else
            style.dash = fill == "dot" ? std::vector<double>{0, 10} : std::vector<double>{10, 10};
        if (fill == "dot" && !style.dash.empty())
            style.dash.front() = 0;
    }
}

template<typename Io>
void describeAxis(Io &io, GraphConfig &graph)
{
    io.field("axisPlacement", graph.axisPlacement);
    io.field("axisLabel", graph.axisLabel);
    io.field("axisWidth", graph.axisWidth);
    io.field("axisSoftMin", graph.axisSoftMin);
    io.field("axisSoftMax", graph.axisSoftMax);
    io.field("axisGridShow", graph.axisGrid);
    io.field("axisBorderShow", graph.axisBorder);
    io.field("axisCenteredZero", graph.axisCenteredZero);
    io.field("axisColorMode", graph.axisColor);
    optionalObject(io, "scaleDistribution", graph.scale,
                   [](auto &in, ScaleDistribution &scale) { describe(in, scale); });
}

/// A flag or a number of milliseconds.
template<typename Io>
void describeGaps(Io &io, GraphConfig &graph)
{
    if constexpr (Io::reading) {
        if (const Json *json = io.raw("spanNulls")) {
            graph.spanNulls = json->is_number() ? SpanNulls(json->template get<double>())
                                                : SpanNulls(fromJson<bool>(*json).value_or(false));
            io.notes().used(io.placeOf("spanNulls").pointer, io.placeOf("spanNulls").path);
        }
        const Json *nulls = io.raw("insertNulls");
        if (nulls != nullptr && nulls->is_number())
            graph.insertNullsMs = nulls->template get<double>();
        else if (nulls != nullptr && truthy(nulls))
            io.loseAndKeep("insertNulls", "The distance is not said.");
    } else {
        const bool *flag = graph.spanNulls ? std::get_if<bool>(&*graph.spanNulls) : nullptr;
        const double *distance = graph.spanNulls ? std::get_if<double>(&*graph.spanNulls) : nullptr;
        io.field("spanNulls", flag != nullptr ? std::optional(*flag) : std::nullopt);
        if (distance != nullptr)
            io.put("spanNulls", toJson(*distance));
        io.field("insertNulls", graph.insertNullsMs);
    }
}

template<typename Io>
void describe(Io &io, GraphConfig &graph)
{
    io.field("drawStyle", graph.drawStyle);
    io.field("lineInterpolation", graph.interpolation);
    io.field("lineWidth", graph.lineWidth);
    io.field("fillOpacity", graph.fillOpacity);
    io.field("gradientMode", graph.gradient);
    optionalObject(io, "lineStyle", graph.lineStyle,
                   [](auto &in, LineStyle &style) { describeLineStyle(in, style); });
    io.field("showPoints", graph.points);
    io.field("pointSize", graph.pointSize);
    describeGaps(io, graph);
    optionalObject(io, "stacking", graph.stacking,
                   [](auto &in, Stacking &stacking) { describeStacking(in, stacking); });
    describeAxis(io, graph);
    std::optional<ThresholdsStyle> style = graph.thresholdsStyle;
    optionalObject(io, "thresholdsStyle", style,
                   [](auto &in, ThresholdsStyle &mode) { in.field("mode", mode, ThresholdsStyle::Off); });
    graph.thresholdsStyle = style;
    optionalObject(io, "hideFrom", graph.hideFrom,
                   [](auto &in, HideFrom &hide) { describeHideFrom(in, hide); });
    io.field("fillBelowTo", graph.fillBelowTo);
    io.field("transform", graph.transform);
    io.field("barAlignment", graph.barAlignment);
    io.field("barWidthFactor", graph.barWidthFactor);
    io.field("showValues", graph.showValues);
}

/// How a sparkline in a cell looks: what a graph has that has neither axes nor neighbours.
template<typename Io>
void describeTrend(Io &io, CellOptions &cell)
{
    io.field("hideValue", cell.hideValue, false);
    io.field("drawStyle", cell.trend, DrawStyle::Line);
    io.field("lineInterpolation", cell.trendLine, LineInterpolation::Smooth);
    io.field("lineWidth", cell.trendWidth, 1.0);
    io.field("fillOpacity", cell.trendFill, 17.0);
    io.field("showPoints", cell.trendPoints, PointsShown::Never);
    if constexpr (Io::reading) {
        const std::string_view gradient = textOf(io.raw("gradientMode"));
        if (gradient == "opacity" || gradient == "scheme")
            io.loseAndKeep("gradientMode", "The area below a sparkline is of one colour.");
        else
            io.keep("gradientMode");
        constexpr double usualSize = 2;
        const auto size = numberOf(io.raw("pointSize"));
        if (cell.trendPoints == PointsShown::Always && size && *size != usualSize)
            io.loseAndKeep("pointSize", "Points of sparklines are of one size.");
        else
            io.keep("pointSize");
    }
}

template<typename Io>
void describeCell(Io &io, CellOptions &cell)
{
    // "mode" is the gauge's or the background's, whichever the cell is.
    const auto gauge = grafanaWordOf(cell.gauge);
    const auto background = grafanaWordOf(cell.background);
    io.field("type", cell.kind, CellKind::Auto);
    if constexpr (Io::reading) {
        // Pictures are not fetched, and nothing is done in anybody's name.
        const bool drawn =
            cell.kind != CellKind::Image && cell.kind != CellKind::Actions && cell.kind != CellKind::Markdown;
        if (!drawn)
            io.notes().lose(io.placeOf("type").pointer, io.placeOf("type").path,
                            "Cells of this kind are shown as text.");
    }
    std::string mode(cell.kind == CellKind::Gauge ? gauge : background);
    io.field("mode", mode, std::string("gradient"));
    io.field("valueDisplayMode", cell.valueDisplay, ValueDisplay::Text);
    io.field("applyToRow", cell.applyToRow, false);
    io.field("wrapText", cell.wrapText, false);
    describeTrend(io, cell);
    if constexpr (Io::reading) {
        const Json word = mode;
        cell.gauge = fromJson<CellGaugeMode>(word).value_or(CellGaugeMode::Gradient);
        cell.background = fromJson<CellBackground>(word).value_or(CellBackground::Gradient);
        if (cell.kind == CellKind::Gauge)
            cell.background = CellBackground::Gradient;
        else
            cell.gauge = CellGaugeMode::Gradient;
    }
}

template<typename Io>
void describe(Io &io, TableCellConfig &cell)
{
    io.field("width", cell.width);
    io.field("minWidth", cell.minWidth);
    io.field("align", cell.align);
    optionalObject(io, "cellOptions", cell.options,
                   [](auto &in, CellOptions &options) { describeCell(in, options); });
    io.field("filterable", cell.filterable);
    io.field("inspect", cell.inspect);
    io.field("wrapHeaderText", cell.wrapHeader);
    // Since Grafana 12 beside the cell's options.
    bool wraps = false;
    io.field("wrapText", wraps, false);
    if (wraps) {
        cell.options = cell.options.value_or(CellOptions());
        cell.options->wrapText = true;
    }
}

template<typename Io>
void describeLinks(Io &io, std::optional<std::vector<DataLink>> &links)
{
    std::vector<DataLink> list = links.value_or(std::vector<DataLink>());
    if constexpr (Io::reading) {
        if (io.raw("links") != nullptr)
            links.emplace();
        list.clear();
    }
    io.objects("links", list, [](auto &in, DataLink &link) { describe(in, link); });
    if constexpr (Io::reading) {
        if (links)
            links = std::move(list);
    } else if (links && links->empty()) {
        io.put("links", OrderedJson::array());
    }
}

template<typename Io>
void describe(Io &io, FieldConfig &config)
{
    io.field("displayName", config.displayName);
    io.field("description", config.description);
    io.field("unit", config.unit);
    io.field("decimals", config.decimals);
    io.field("min", config.min);
    io.field("max", config.max);
    io.field("fieldMinMax", config.fieldMinMax);
    io.field("noValue", config.noValue);
    optionalObject(io, "color", config.color, [](auto &in, FieldColor &color) { describeColor(in, color); });
    optionalObject(io, "thresholds", config.thresholds,
                   [](auto &in, Thresholds &thresholds) { describe(in, thresholds); });
    describeMappings(io, config.mappings);
    describeLinks(io, config.links);
    io.object("custom", [&](auto &in) {
        describe(in, config.graph);
        describe(in, config.cell);
    });
}

} // namespace sightglass::grafana
