// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/colorramp.h"
#include "widgets/chart/heatmapdata.h"

#include <QImage>

#include <optional>

namespace sightglass {

/// A heatmap between its axes, in device pixels: one row of cells for each bucket, all of the same height,
/// the lowest at the bottom.
struct HeatmapScene
{
    std::shared_ptr<const HeatmapData> data;
    ColumnGrid grid;
    int height = 0;
    std::int64_t stepMs = 1000; ///< a cell covers (t - stepMs, t]: what a rate at t has looked at last
    double full = 1;            ///< the count that has the ramp's last colour, > 0
    ColorRamp ramp{};
    QRgb background = 0xff000000;
    QRgb gridColor = 0xff303030;
    std::vector<std::int64_t> gridColumns; ///< ascending
};

/// Rows of a bucket, [top, bottom).
struct CellRows
{
    int top = 0;
    int bottom = 0;
};
[[nodiscard]] CellRows cellRows(std::size_t bucket, std::size_t buckets, int height) noexcept;
/// The bucket drawn at this row. `buckets` > 0.
[[nodiscard]] std::size_t bucketAt(double y, std::size_t buckets, int height) noexcept;

/// Where a value lies among the rows of buckets: `height` at the bottom of the lowest, linear inside a bucket
/// with two finite ends, the middle of one without, the edge beyond all buckets. Upper bounds are inclusive.
/// The data has buckets; the value is not NaN.
[[nodiscard]] double yOfValue(double value, const HeatmapData &data, int height) noexcept;

/// The ramp's place for a count, 0 to 1: the square root, so that rare observations are seen beside many.
[[nodiscard]] double heat(double count, double full) noexcept;

/// The index of the step whose cell covers a time; nothing in a gap.
[[nodiscard]] std::optional<std::size_t> stepAt(const HeatmapData &data, TimestampMs at,
                                                std::int64_t stepMs) noexcept;

/// As changedColumns() for line charts.
[[nodiscard]] std::vector<ColumnRange> changedColumns(const HeatmapScene &before, const HeatmapScene &after);

/// Draws columns into a ring (see rasterColumns()). A column that several steps fall into shows their mean.
void rasterHeatmap(const HeatmapScene &scene, ColumnRange range, QImage &ring);

} // namespace sightglass
