// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columngrid.h"
#include "widgets/chart/decimate.h"
#include "widgets/chart/valuescale.h"

#include <QRgb>

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// How the opacity of an area changes from the plot's top to its bottom.
enum class FillFade : unsigned char
{
    Calm, ///< fading, so that many areas stay calm; layers with a base of their own are even
    Even,
    Full ///< from its opacity to none
};

/// How a series is drawn. Lengths are device pixels.
struct SeriesStyle
{
    DrawStyle drawing = DrawStyle::Line;
    LineInterpolation interpolation = LineInterpolation::Linear;
    std::optional<ValueScale> scale;   ///< empty: the scene's
    std::optional<std::int64_t> gapMs; ///< empty: the scene's
    std::optional<double> lineWidth;   ///< empty: the scene's; 0: no line
    /// Along the time axis, in columns, each >= 1. What is steep is drawn whole: no extreme is lost in a gap.
    std::vector<int> dash;
    double pointRadius = 0; ///< of the dot at each sample; 0: only samples without neighbours have one
    BarReach bar;           ///< of Bars
    FillFade fade = FillFade::Calm;
    double floor = 0; ///< where areas and bars without a base end, brought into the plot
    /// A colour for each row of the plot, opaque, that line and area have there; null: the series' colour.
    std::shared_ptr<const std::vector<QRgb>> lineColors;
    std::shared_ptr<const std::vector<QRgb>> fillColors;

    friend bool operator==(const SeriesStyle &, const SeriesStyle &) = default;
};

/// A line of a plot, with the area below it.
struct SceneSeries
{
    std::span<const Sample> line; ///< ascending in time; values are as drawn: transformed on a log axis
    std::span<const Sample> base; ///< lower edge of the area (stacks, bands); empty: the style's floor
    QRgb color = 0;               ///< opaque
    double fillOpacity = 0;       ///< 0: no area
    SeriesStyle style = {};
    /// Those of the line's values that dots of SeriesStyle::pointRadius stand at; empty: all of them.
    std::span<const Sample> dots = {};
    const MinMaxPyramid *pyramid = nullptr; ///< of `line`; may be null
    const MinMaxPyramid *basePyramid = nullptr;
};

/// A horizontal line over the whole plot: a threshold.
struct SceneMark
{
    double value = 0; ///< of the scene's scale
    QRgb color = 0;
    bool dashed = true;

    friend bool operator==(const SceneMark &, const SceneMark &) = default;
};

/// A horizontal strip behind everything: between two thresholds.
struct SceneStrip
{
    double low = 0; ///< of the scene's scale; infinite: to the plot's end
    double high = 0;
    QRgb color = 0;
    double opacity = 0;

    friend bool operator==(const SceneStrip &, const SceneStrip &) = default;
};

/// All that is plotted between the axes, as data in device pixels: what the rasteriser draws. Colours are
/// opaque.
struct ChartScene
{
    std::shared_ptr<const void> owner; ///< keeps the samples alive that the spans point to
    ColumnGrid grid;
    ValueScale scale;          ///< the plot's height, and the scale that grid, marks and strips are on
    std::int64_t gapMs = 1750; ///< samples further apart are not joined
    double lineWidth = 1;      ///< device pixels, >= 1
    QRgb background = 0xff000000;
    QRgb gridColor = 0xff303030;
    std::vector<double> gridValues;        ///< horizontal grid lines
    std::vector<std::int64_t> gridColumns; ///< vertical ones, absolute columns, ascending
    std::optional<double> zero;            ///< a baseline that stands out
    QRgb zeroColor = 0xff606060;
    std::vector<SceneStrip> strips;
    std::vector<SceneMark> marks;
    std::vector<SceneSeries> series; ///< later ones are drawn over earlier ones

    [[nodiscard]] const ValueScale &scaleOf(const SceneSeries &one) const
    {
        return one.style.scale ? *one.style.scale : scale;
    }
    [[nodiscard]] double widthOf(const SceneSeries &one) const
    {
        return one.style.lineWidth.value_or(lineWidth);
    }
    [[nodiscard]] PlotLine lineOf(const SceneSeries &one) const
    {
        return {one.line, one.style.gapMs.value_or(gapMs), one.style.interpolation, one.pyramid};
    }
    [[nodiscard]] PlotLine baseOf(const SceneSeries &one) const
    {
        return {one.base, one.style.gapMs.value_or(gapMs), one.style.interpolation, one.basePyramid};
    }
};

/// A run of absolute columns, [from, to).
struct ColumnRange
{
    std::int64_t from = 0;
    std::int64_t to = 0;

    friend bool operator==(const ColumnRange &, const ColumnRange &) = default;
};

/// Of a line of which nothing is known.
inline constexpr TimestampMs unknownBefore = std::numeric_limits<TimestampMs>::min();

/// How many columns away a sample of the scene can leave traces: its dot or bar, or the join of two pieces of
/// line.
[[nodiscard]] int rasterMargin(const ChartScene &scene) noexcept;

/// Which columns of `after` differ from what a picture of `before` shows, compared sample by sample (so late
/// or corrected samples are found too): ascending, disjoint, within after's grid. Everything where the two
/// are not the same plot moved on in time.
///
/// `sameBefore`, one for each series of `after`: a time before which (exclusive) the samples of its line are
/// known to be those of the same line before, apart from what left at the beginning. They are not read then.
/// unknownBefore, or none at all: compared like the rest. Bases always are.
[[nodiscard]] std::vector<ColumnRange> changedColumns(const ChartScene &before, const ChartScene &after,
                                                      std::span<const TimestampMs> sameBefore = {});

} // namespace sightglass
