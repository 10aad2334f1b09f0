// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/plotstyle.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

// Logical pixels.
constexpr double usualLine = 1.25;
constexpr double widestLine = 50;
constexpr double usualPoint = 5;
constexpr double widestPoint = 200;
constexpr double widestBar = 200;
constexpr double longestDash = 1000;
constexpr std::size_t mostDashes = 32;
/// Points are shown by themselves where they are so many times further apart than they are wide.
constexpr double pointSpace = 3;

constexpr double usualOpacity = 0.1;
constexpr double stackedOpacity = 0.45;
constexpr double barOpacity = 0.6;
/// The areas of more lines than this would only darken each other.
constexpr std::size_t fewSeries = 4;
constexpr double usualBarWidth = 0.6;

/// Below everything that is drawn.
constexpr double noFloor = -1e300;

/// Strokes and gaps in device pixels. `configured`: in logical pixels, the line's width, which dots have, in
/// device pixels; what is no pattern makes a solid line.
std::vector<int> pixelLengths(const std::vector<double> &configured, double lineWidth, double ratio)
{
    std::vector<int> dash;
    for (const double length : configured) {
        if (!std::isfinite(length) || dash.size() >= mostDashes)
            return {};
        const bool dot = length <= 0 && dash.size() % 2 == 0;
        const double pixels = dot ? lineWidth : std::clamp(length, 0.0, longestDash) * ratio;
        dash.push_back(std::max(1, static_cast<int>(std::lround(pixels))));
    }
    // As on paper, an odd number of lengths is said twice.
    if (dash.size() % 2 == 1)
        dash.insert(dash.end(), dash.begin(), dash.end());
    return dash;
}

BarReach barReach(const GraphConfig &graph, const StyleContext &context)
{
    const double factor = std::clamp(graph.barWidthFactor.value_or(usualBarWidth), 0.0, 1.0);
    const double widest = widestBar * context.ratio * static_cast<double>(context.bucketUs);
    const auto width =
        static_cast<std::int64_t>(std::min(factor * static_cast<double>(context.stepMs) * 1000, widest));
    switch (graph.barAlignment.value_or(BarAlignment::Center)) {
    case BarAlignment::Before:
        return {width, 0};
    case BarAlignment::Center:
        return {width / 2, width - width / 2};
    case BarAlignment::After:
        return {0, width};
    }
    return {width / 2, width - width / 2};
}

double pointRadius(const GraphConfig &graph, DrawStyle drawing, const StyleContext &context)
{
    const double size = std::clamp(graph.pointSize.value_or(usualPoint), 0.0, widestPoint) * context.ratio;
    if (drawing == DrawStyle::Points)
        return size / 2;
    if (drawing == DrawStyle::Bars)
        return 0;
    const double spacing = static_cast<double>(context.stepMs) * 1000 / static_cast<double>(context.bucketUs);
    switch (graph.points.value_or(PointsShown::Auto)) {
    case PointsShown::Auto:
        return spacing >= pointSpace * size ? size / 2 : 0;
    case PointsShown::Always:
        return size / 2;
    case PointsShown::Never:
        return 0;
    }
    return 0;
}

} // namespace

SeriesStyle seriesStyle(const GraphConfig &graph, const SeriesLook &look, const StyleContext &context)
{
    SeriesStyle style;
    style.drawing = graph.drawStyle.value_or(DrawStyle::Line);
    style.interpolation = graph.interpolation.value_or(LineInterpolation::Linear);
    const double width = std::clamp(graph.lineWidth.value_or(usualLine), 0.0, widestLine) * context.ratio;
    style.lineWidth = style.drawing == DrawStyle::Points ? 0 : width;
    if (style.drawing == DrawStyle::Line)
        style.dash = pixelLengths(graph.lineStyle ? graph.lineStyle->dash : look.dash, width, context.ratio);
    style.pointRadius = pointRadius(graph, style.drawing, context);
    if (style.drawing == DrawStyle::Bars)
        style.bar = barReach(graph, context);
    if (graph.gradient == GradientMode::Opacity)
        style.fade = FillFade::Full;
    else if (graph.gradient || style.drawing == DrawStyle::Bars || context.stacked)
        style.fade = FillFade::Even;
    style.floor = context.log ? noFloor : 0;
    return style;
}

double fillOpacityOf(const GraphConfig &graph, const StyleContext &context)
{
    const DrawStyle drawing = graph.drawStyle.value_or(DrawStyle::Line);
    if (drawing == DrawStyle::Points)
        return 0;
    if (graph.fillOpacity)
        return std::clamp(*graph.fillOpacity / 100, 0.0, 1.0);
    if (drawing == DrawStyle::Bars)
        return barOpacity;
    if (context.stacked)
        return stackedOpacity;
    return context.seriesCount > fewSeries ? 0 : usualOpacity;
}

} // namespace sightglass
