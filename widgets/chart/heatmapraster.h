// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/colorramp.h"
#include "widgets/chart/heatmapaxis.h"
#include "widgets/chart/heatmapdata.h"

#include <QImage>

#include <optional>

namespace sightglass {

/// What colour a count has.
struct HeatmapShading
{
    ColorRamp ramp{};
    double low = 0;        ///< the count that has the ramp's first colour
    double high = 1;       ///< the last one; > low
    double exponent = 0.5; ///< of the share between them: below 1 rare observations are seen beside many
    double hideBelow = 0;  ///< cells at or below this are not drawn
    double hideAbove = std::numeric_limits<double>::infinity(); ///< nor those at or above this

    /// 0 to 1.
    [[nodiscard]] double heat(double count) const noexcept;
    [[nodiscard]] QRgb colorOf(double count) const noexcept;
    [[nodiscard]] bool shows(double count) const noexcept { return count > hideBelow && count < hideAbove; }

    friend bool operator==(const HeatmapShading &, const HeatmapShading &) = default;
};

/// A heatmap between its axes, in device pixels.
struct HeatmapScene
{
    std::shared_ptr<const HeatmapData> data;
    HeatmapAxis axis;
    ColumnGrid grid;
    int height = 0;
    std::int64_t stepMs = 1000; ///< a cell covers (t - stepMs, t]: what a rate at t has looked at last
    HeatmapShading shading;
    int gap = 1;    ///< between cells that are large enough for it
    int radius = 0; ///< of the corners of cells that are large enough for it
    QRgb background = 0xff000000;
    QRgb gridColor = 0xff303030;
    std::vector<std::int64_t> gridColumns; ///< ascending
};

/// The index of the step whose cell covers a time; nothing in a gap.
[[nodiscard]] std::optional<std::size_t> stepAt(const HeatmapData &data, TimestampMs at,
                                                std::int64_t stepMs) noexcept;

/// As changedColumns() for line charts.
[[nodiscard]] std::vector<ColumnRange> changedColumns(const HeatmapScene &before, const HeatmapScene &after);

/// Draws columns into a ring (see rasterColumns()). A column that several steps fall into shows their mean.
void rasterHeatmap(const HeatmapScene &scene, ColumnRange range, QImage &ring);

} // namespace sightglass
