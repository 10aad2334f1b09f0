// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/commonfields.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

/// Descriptions of stat, gauge, bar gauge and pie.
namespace sightglass::grafana {

using NamedSize = std::pair<std::string_view, std::optional<double> *>;

template<typename Io>
void describe(Io &io, StatOptions &stat)
{
    io.object("reduceOptions", [&](auto &in) { describe(in, stat.reduce); });
    io.field("orientation", stat.orientation, Orientation::Auto);
    io.field("graphMode", stat.graph, StatGraph::Area);
    io.field("colorMode", stat.color, StatColor::Value);
    io.field("textMode", stat.text, StatText::Auto);
    std::string justify = stat.centered ? "center" : "auto";
    io.field("justifyMode", justify, std::string("auto"));
    stat.centered = justify == "center";
    io.field("wideLayout", stat.wide, true);
    io.field("showPercentChange", stat.percentChange, false);
    io.field("percentChangeColorMode", stat.percentChangeColor, PercentChangeColor::Standard);
    // Beside Grafana's, whose stat knows no polygons: those of its polystat plugin.
    io.field("polygonShape", stat.shape, StatShape::Tile);
    io.object("text", [&](auto &in) { describe(in, stat.sizes); });
}

/// How the bar of a gauge looks, since Grafana 12.
template<typename Io>
void describeBar(Io &io, GaugeOptions &gauge)
{
    io.field("shape", gauge.shape, GaugeShape::Arc);
    io.field("barShape", gauge.bar, GaugeBar::Flat);
    io.field("barWidthFactor", gauge.barWidth, 0.5);
    io.field("segmentCount", gauge.segments, 1);
    io.field("segmentSpacing", gauge.segmentSpacing, 0.3);
    io.field("sparkline", gauge.sparkline, false);
    io.field("textMode", gauge.text, StatText::Auto);
    io.field("neutral", gauge.neutral);
    std::string marker = gauge.endPoint ? "point" : "none";
    io.field("endpointMarker", marker, std::string("point"));
    if constexpr (Io::reading) {
        if (marker == "glow" && gauge.bar == GaugeBar::Rounded)
            io.loseAndKeep("endpointMarker", "The glow at the bar's end is not drawn.");
        gauge.endPoint = marker == "point";
    }
    io.object("effects", [&](auto &in) {
        in.field("gradient", gauge.gradient, false);
        in.unsupported("barGlow", false);
        in.unsupported("centerGlow", false);
    });
}

template<typename Io>
void describe(Io &io, GaugeOptions &gauge)
{
    io.object("reduceOptions", [&](auto &in) { describe(in, gauge.reduce); });
    io.field("orientation", gauge.orientation, Orientation::Auto);
    io.field("showThresholdLabels", gauge.thresholdLabels, false);
    io.field("showThresholdMarkers", gauge.thresholdMarkers, true);
    describeSizing(io, std::array{NamedSize("minVizWidth", &gauge.minWidth),
                                  NamedSize("minVizHeight", &gauge.minHeight)});
    io.object("text", [&](auto &in) { describe(in, gauge.sizes); });
    describeBar(io, gauge);
}

template<typename Io>
void describe(Io &io, BarGaugeOptions &bars)
{
    io.object("reduceOptions", [&](auto &in) { describe(in, bars.reduce); });
    io.field("orientation", bars.orientation, Orientation::Auto);
    io.field("displayMode", bars.display, CellGaugeMode::Gradient);
    io.field("valueMode", bars.valueDisplay, ValueDisplay::Color);
    io.field("namePlacement", bars.namePlacement, NamePlacement::Auto);
    io.field("showUnfilled", bars.showUnfilled, true);
    describeSizing(io, std::array{NamedSize("minVizWidth", &bars.minWidth),
                                  NamedSize("minVizHeight", &bars.minHeight),
                                  NamedSize("maxVizHeight", &bars.maxHeight)});
    // A bar gauge has no legend unless it says so.
    bool shown = bars.legend.mode != LegendMode::Hidden;
    if (shown || !Io::writing)
        io.object("legend", [&](auto &in) {
            in.field("showLegend", shown, false);
            LegendMode mode = bars.legend.mode == LegendMode::Hidden ? LegendMode::List : bars.legend.mode;
            in.field("displayMode", mode, LegendMode::List);
            in.field("placement", bars.legend.placement, LegendPlacement::Bottom);
            in.list("calcs", bars.legend.values);
            bars.legend.mode = shown ? mode : LegendMode::Hidden;
        });
    io.object("text", [&](auto &in) { describe(in, bars.sizes); });
}

template<typename Io>
void describeLabels(Io &io, std::string_view name, PieLabels &labels)
{
    std::vector<std::string> words;
    if (!Io::reading) {
        for (const auto &[word, on] : {std::pair("name", labels.name), std::pair("value", labels.value),
                                       std::pair("percent", labels.percent)}) {
            if (on)
                words.emplace_back(word);
        }
    }
    io.list(name, words);
    if constexpr (Io::reading) {
        for (const std::string &word : words) {
            labels.name = labels.name || word == "name";
            labels.value = labels.value || word == "value";
            labels.percent = labels.percent || word == "percent";
            if (word != "name" && word != "value" && word != "percent")
                io.notes().lose(io.placeOf(name).pointer, io.placeOf(name).path,
                                "The value is not one that is known.");
        }
    }
}

template<typename Io>
void describe(Io &io, PieOptions &pie)
{
    io.object("reduceOptions", [&](auto &in) { describe(in, pie.reduce); });
    io.field("pieType", pie.shape, PieShape::Pie);
    describeLabels(io, "displayLabels", pie.labels);
    io.field("sort", pie.sort, SortOrder::Descending);
    io.object("legend", [&](auto &in) {
        describe(in, pie.legend);
        describeLabels(in, "values", pie.legendValues);
    });
    io.object("tooltip", [&](auto &in) { describe(in, pie.tooltip); });
}

} // namespace sightglass::grafana
