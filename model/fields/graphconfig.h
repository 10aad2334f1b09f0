// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

enum class DrawStyle : std::uint8_t
{
    Line,
    Bars,
    Points
};

enum class LineInterpolation : std::uint8_t
{
    Linear,
    Smooth,
    StepBefore,
    StepAfter
};

enum class GradientMode : std::uint8_t
{
    None,
    Opacity,
    Hue,
    Scheme ///< coloured by value: thresholds or a continuous scheme
};

enum class PointsShown : std::uint8_t
{
    Auto, ///< where they are further apart than they are wide
    Always,
    Never
};

enum class StackingMode : std::uint8_t
{
    None,
    Normal,
    Percent
};

enum class AxisPlacement : std::uint8_t
{
    Auto, ///< the first unit left, others right
    Left,
    Right,
    Hidden
};

enum class AxisColorMode : std::uint8_t
{
    Text,
    Series
};

enum class ScaleKind : std::uint8_t
{
    Linear,
    Log,
    SymLog
};

enum class ThresholdsStyle : std::uint8_t
{
    Off,
    Line,
    DashedLine,
    Area,
    LineAndArea,
    DashedLineAndArea
};

enum class BarAlignment : std::int8_t
{
    Before = -1,
    Center = 0,
    After = 1
};

enum class ValueTransform : std::uint8_t
{
    Constant, ///< one line at the first value
    NegativeY ///< drawn below zero, read as it is
};

struct LineStyle
{
    std::vector<double> dash; ///< lengths of strokes and gaps in pixels; {0, gap}: dots; empty: solid

    friend bool operator==(const LineStyle &, const LineStyle &) = default;
};

/// Gaps: `true` joins all, a number joins those shorter than it (milliseconds).
using SpanNulls = std::variant<bool, double>;

struct Stacking
{
    StackingMode mode = StackingMode::None;
    std::string group; ///< series of one group are stacked on each other

    friend bool operator==(const Stacking &, const Stacking &) = default;
};

struct ScaleDistribution
{
    ScaleKind kind = ScaleKind::Linear;
    double logBase = 2;
    double linearThreshold = 1; ///< of SymLog

    friend bool operator==(const ScaleDistribution &, const ScaleDistribution &) = default;
};

/// Where a series is not shown.
struct HideFrom
{
    bool legend = false;
    bool tooltip = false;
    bool plot = false;

    friend bool operator==(const HideFrom &, const HideFrom &) = default;
};

/// How a series is drawn in time series, bar charts, histograms and state timelines. All optional: see
/// FieldConfig.
struct GraphConfig
{
    std::optional<DrawStyle> drawStyle;
    std::optional<LineInterpolation> interpolation;
    std::optional<double> lineWidth;   ///< logical pixels
    std::optional<double> fillOpacity; ///< 0 to 100
    std::optional<GradientMode> gradient;
    std::optional<LineStyle> lineStyle;
    std::optional<PointsShown> points;
    std::optional<double> pointSize; ///< logical pixels across
    std::optional<SpanNulls> spanNulls;
    std::optional<double> insertNullsMs; ///< a gap where samples are further apart
    std::optional<Stacking> stacking;
    std::optional<AxisPlacement> axisPlacement;
    std::optional<std::string> axisLabel;
    std::optional<double> axisWidth;
    std::optional<double> axisSoftMin;
    std::optional<double> axisSoftMax;
    std::optional<bool> axisGrid;
    std::optional<bool> axisBorder;
    std::optional<bool> axisCenteredZero;
    std::optional<AxisColorMode> axisColor;
    std::optional<ScaleDistribution> scale;
    std::optional<ThresholdsStyle> thresholdsStyle;
    std::optional<HideFrom> hideFrom;
    std::optional<std::string> fillBelowTo; ///< name of the series down to which the area is filled
    std::optional<ValueTransform> transform;
    std::optional<BarAlignment> barAlignment;
    std::optional<double> barWidthFactor; ///< 0 to 1, of the place between samples
    std::optional<bool> showValues;       ///< at each sample that has room for it

    friend bool operator==(const GraphConfig &, const GraphConfig &) = default;
};

[[nodiscard]] GraphConfig merged(const GraphConfig &below, const GraphConfig &above);

} // namespace sightglass
