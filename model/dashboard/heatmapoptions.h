// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"

#include <cstdint>
#include <optional>
#include <string>

namespace sightglass {

enum class HeatmapColorMode : std::uint8_t
{
    Scheme,
    Opacity
};

struct HeatmapColor
{
    HeatmapColorMode mode = HeatmapColorMode::Scheme;
    std::string scheme = "Oranges";
    std::string fill;        ///< of Opacity
    ScaleDistribution scale; ///< of Opacity: log and square root as exponent
    double exponent = 0.5;
    int steps = 64;
    bool reversed = false;
    std::optional<double> min;
    std::optional<double> max;

    friend bool operator==(const HeatmapColor &, const HeatmapColor &) = default;
};

enum class BucketLabel : std::uint8_t
{
    Auto,
    Upper, ///< the label says the upper end ("le")
    Middle,
    Lower
};

/// How samples become buckets where they are none already.
struct HeatmapCalculation
{
    std::optional<double> xSizeMs;
    std::optional<int> xCount;
    std::optional<double> ySize;
    std::optional<int> yCount;
    ScaleDistribution yScale;

    friend bool operator==(const HeatmapCalculation &, const HeatmapCalculation &) = default;
};

struct HeatmapOptions
{
    std::optional<HeatmapCalculation> calculation; ///< empty: the series are the buckets
    HeatmapColor color;
    BucketLabel rowLabels = BucketLabel::Auto;
    std::string valueName;
    std::optional<std::string> cellUnit;
    std::optional<int> cellDecimals;
    double cellGap = 1;
    double cellRadius = 0;
    std::optional<double> hideBelow; ///< cells at or below this are not drawn
    std::optional<double> hideAbove;
    ValueVisibility values = ValueVisibility::Never;
    AxisPlacement yPlacement = AxisPlacement::Left;
    std::optional<std::string> yUnit;
    std::optional<int> yDecimals;
    std::optional<double> yMin;
    std::optional<double> yMax;
    std::string yLabel;
    bool yReversed = false;
    bool legend = true;
    bool exemplars = true;
    std::string exemplarColor = "rgba(255,0,255,0.7)";
    TooltipOptions tooltip;
    bool yHistogram = false;  ///< of the hovered column, in the tooltip
    bool tooltipRamp = false; ///< the tooltip has the colours, and marks the cell's

    friend bool operator==(const HeatmapOptions &, const HeatmapOptions &) = default;
};

} // namespace sightglass
