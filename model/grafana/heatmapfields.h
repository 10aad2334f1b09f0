// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/heatmapoptions.h"
#include "model/dashboard/heatmapschemes.h"
#include "model/grafana/commonfields.h"
#include "model/grafana/scalefields.h"
#include "model/variables/grafanainterval.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"

#include <cmath>
#include <string>

/// Description of the heatmap.
namespace sightglass::grafana {

/// {mode: size|count, value: text}: how an axis is cut into buckets.
struct BucketCut
{
    std::string mode = "size";
    std::string value;
};

template<typename Io>
void describe(Io &io, BucketCut &cut)
{
    io.field("mode", cut.mode, std::string("size"));
    io.field("value", cut.value, std::string());
}

template<typename Size>
BucketCut cutOf(const std::optional<Size> &size, const std::optional<int> &count, std::string sizeText)
{
    if (count)
        return {"count", std::to_string(*count)};
    return {"size", size ? std::move(sizeText) : std::string()};
}

inline std::optional<int> countOf(const BucketCut &cut)
{
    const auto number = cut.mode == "count" ? parseFloat(cut.value) : std::nullopt;
    return number && *number >= 1 && *number <= 10'000 ? std::optional(static_cast<int>(*number))
                                                       : std::nullopt;
}

template<typename Io>
void describe(Io &io, HeatmapCalculation &calculation)
{
    const auto milliseconds = static_cast<std::int64_t>(calculation.xSizeMs.value_or(0));
    BucketCut x = cutOf(calculation.xSizeMs, calculation.xCount, formatDurationMs(milliseconds));
    BucketCut y = cutOf(calculation.ySize, calculation.yCount, formatFloat(calculation.ySize.value_or(0)));
    io.object("xBuckets", [&](auto &in) { describe(in, x); });
    io.object("yBuckets", [&](auto &in) {
        describe(in, y);
        in.object("scale", [&](auto &scale) { describe(scale, calculation.yScale); });
    });
    if constexpr (Io::reading) {
        calculation.xCount = countOf(x);
        calculation.yCount = countOf(y);
        if (const auto size = grafanaIntervalMs(x.value); size && x.mode == "size" && *size > 0)
            calculation.xSizeMs = double(*size);
        if (const auto size = parseFloat(y.value); size && y.mode == "size" && *size > 0)
            calculation.ySize = *size;
    }
}

template<typename Io>
void describe(Io &io, HeatmapColor &color)
{
    // A linear scale is an exponent of 1.
    std::string scale = color.exponent == 1 ? "linear" : "exponential";
    double exponent = color.exponent == 1 ? 0.5 : color.exponent;
    io.field("mode", color.mode, HeatmapColorMode::Scheme);
    io.field("scheme", color.scheme, std::string("Oranges"));
    io.field("fill", color.fill, std::string("dark-orange"));
    io.field("scale", scale, std::string("exponential"));
    io.field("exponent", exponent, 0.5);
    io.field("steps", color.steps, 64);
    io.field("reverse", color.reversed, false);
    io.field("min", color.min);
    io.field("max", color.max);
    if constexpr (Io::reading) {
        color.exponent = scale == "linear" ? 1 : exponent;
        if (color.mode == HeatmapColorMode::Scheme && !isHeatmapScheme(color.scheme))
            io.loseAndKeep("scheme", "The value is not one that is known.");
        if (color.mode == HeatmapColorMode::Opacity && scale != "linear" && scale != "exponential")
            io.loseAndKeep("scale", "The value is not one that is known.");
    }
}

template<typename Io>
void describeYAxis(Io &io, HeatmapOptions &heatmap)
{
    io.field("axisPlacement", heatmap.yPlacement, AxisPlacement::Left);
    io.field("unit", heatmap.yUnit);
    io.field("decimals", heatmap.yDecimals);
    io.field("min", heatmap.yMin);
    io.field("max", heatmap.yMax);
    io.field("axisLabel", heatmap.yLabel, std::string());
    io.field("reverse", heatmap.yReversed, false);
}

/// Absent is not the same as empty: Grafana leaves out what is next to nothing unless told otherwise.
template<typename Io>
void describeFilter(Io &io, HeatmapOptions &heatmap)
{
    constexpr double nextToNothing = 1e-9;
    bool said = false;
    io.object("filterValues", [&](auto &in) {
        if constexpr (Io::reading) {
            heatmap.hideBelow.reset();
            said = true;
        }
        in.field("le", heatmap.hideBelow);
        in.field("ge", heatmap.hideAbove);
        if constexpr (Io::writing) {
            if (!heatmap.hideBelow && !heatmap.hideAbove)
                in.put("le", nullptr);
        }
    });
    if constexpr (Io::reading) {
        if (!said)
            heatmap.hideBelow = nextToNothing;
    }
}

template<typename Io>
void describe(Io &io, HeatmapOptions &heatmap)
{
    bool calculated = heatmap.calculation.has_value();
    HeatmapCalculation calculation = heatmap.calculation.value_or(HeatmapCalculation());
    io.field("calculate", calculated, false);
    if (calculated || !Io::writing)
        io.object("calculation", [&](auto &in) { describe(in, calculation); });
    if constexpr (Io::reading) {
        if (calculated)
            heatmap.calculation = calculation;
    }
    io.object("color", [&](auto &in) { describe(in, heatmap.color); });
    io.object("rowsFrame", [&](auto &in) {
        in.field("layout", heatmap.rowLabels, BucketLabel::Auto);
        in.field("value", heatmap.valueName, std::string());
    });
    io.object("cellValues", [&](auto &in) {
        in.field("unit", heatmap.cellUnit);
        in.field("decimals", heatmap.cellDecimals);
    });
    io.field("cellGap", heatmap.cellGap, 1.0);
    io.field("cellRadius", heatmap.cellRadius, 0.0);
    describeFilter(io, heatmap);
    io.field("showValue", heatmap.values, ValueVisibility::Never);
    io.object("yAxis", [&](auto &in) { describeYAxis(in, heatmap); });
    io.object("legend", [&](auto &in) { in.field("show", heatmap.legend, true); });
    io.object("exemplars", [&](auto &in) {
        in.field("color", heatmap.exemplarColor, std::string("rgba(255,0,255,0.7)"));
    });
    io.object("tooltip", [&](auto &in) {
        describe(in, heatmap.tooltip);
        in.field("yHistogram", heatmap.yHistogram, false);
        in.field("showColorScale", heatmap.tooltipRamp, false);
    });
}

} // namespace sightglass::grafana
