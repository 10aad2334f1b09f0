// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"

#include <QImage>

#include <memory>

namespace sightglass {

/// Draws columns of a scene into a ring of columns: column k is the ring's column k modulo its width. The
/// ring is RGB32, scene.grid.count wide and scene.scale.height high. A column's pixels depend on the scene
/// alone, not on which columns are drawn before or in the same call.
///
/// Lines are vertical spans of coverage, column by column: the exact area of a thin line where at most one
/// sample falls in the column, the span from minimum to maximum where more do, so that no sample is ever
/// lost.
class ColumnRaster
{
public:
    /// The scene outlives the raster. What its series need is made at the first drawing.
    explicit ColumnRaster(const ChartScene &scene);
    ~ColumnRaster();
    ColumnRaster(const ColumnRaster &) = delete;
    ColumnRaster &operator=(const ColumnRaster &) = delete;

    /// Columns [range.from, range.to).
    void draw(ColumnRange range, QImage &ring);

private:
    class Tiles;

    const ChartScene &m_scene;
    std::unique_ptr<Tiles> m_tiles;
};

/// The same for one run of columns.
void rasterColumns(const ChartScene &scene, ColumnRange range, QImage &ring);

/// Where an absolute column lies in a ring of this width.
[[nodiscard]] int ringColumn(std::int64_t column, int width) noexcept;

} // namespace sightglass
