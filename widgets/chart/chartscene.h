// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columngrid.h"
#include "widgets/chart/valuescale.h"

#include <QRgb>

#include <memory>
#include <span>
#include <vector>

namespace sightglass {

/// A line of a plot, with the area below it.
struct SceneSeries
{
    std::span<const Sample> line; ///< ascending in time
    std::span<const Sample>
        base;       ///< lower edge of the area (stacks); empty: zero, or the end of the axis nearest to it
    QRgb color = 0; ///< opaque
    double fillOpacity = 0; ///< 0: no area
};

/// A horizontal line over the whole plot: a threshold.
struct SceneMark
{
    double value = 0;
    QRgb color = 0;

    friend bool operator==(const SceneMark &, const SceneMark &) = default;
};

/// All that is plotted between the axes, as data in device pixels: what the rasteriser draws. Colours are
/// opaque.
struct ChartScene
{
    std::shared_ptr<const void> owner; ///< keeps the samples alive that the spans point to
    ColumnGrid grid;
    ValueScale scale;
    std::int64_t gapMs = 1750; ///< samples further apart are not joined
    double lineWidth = 1;      ///< device pixels, >= 1
    QRgb background = 0xff000000;
    QRgb gridColor = 0xff303030;
    std::vector<double> gridValues;        ///< horizontal grid lines
    std::vector<std::int64_t> gridColumns; ///< vertical ones, absolute columns, ascending
    std::vector<SceneMark> marks;
    std::vector<SceneSeries> series; ///< later ones are drawn over earlier ones
};

/// A run of absolute columns, [from, to).
struct ColumnRange
{
    std::int64_t from = 0;
    std::int64_t to = 0;

    friend bool operator==(const ColumnRange &, const ColumnRange &) = default;
};

/// How many columns away a sample can leave traces: its dot, or the join of two pieces of line.
[[nodiscard]] int rasterMargin(double lineWidth) noexcept;

/// Which columns of `after` differ from what a picture of `before` shows, compared sample by sample (so late
/// or corrected samples are found too): ascending, disjoint, within after's grid. Everything where the two
/// are not the same plot moved on in time.
[[nodiscard]] std::vector<ColumnRange> changedColumns(const ChartScene &before, const ChartScene &after);

} // namespace sightglass
