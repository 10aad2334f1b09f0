// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/valueoptions.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace sightglass {

/// The most square grid of `count` cells in a size.
[[nodiscard]] std::vector<QRectF> gridCells(QSizeF size, std::size_t count, double gap);

/// A grid that shrinks no cell beyond use.
struct ValueGrid
{
    std::vector<QRectF> cells; ///< of the first values; all of one size
    QRectF more;               ///< for the number of the others; null where all have a cell
};

/// The most square grid in which every cell has at least the size `smallest`; the first values only, and a
/// place to count the others in, where there is no room for all. There is always one cell, even where that is
/// too small. `line` is the height of a line of text.
[[nodiscard]] ValueGrid valueGrid(QSizeF size, std::size_t count, double gap, QSizeF smallest, double line);

/// The places of so many polygons of a shape, as large as they can be in the size and in its middle: hexagons
/// in rows (or columns, of those with an edge at the top) that lie into each other.
[[nodiscard]] std::vector<QRectF> polygonCells(QSizeF size, std::size_t count, StatShape shape);

/// What a grid of values is made by.
struct GridWish
{
    double gap = 0;
    QSizeF smallest; ///< of a cell
    double line = 0; ///< height of a line of text
    Orientation orientation = Orientation::Auto;
};

/// valueGrid() for Auto; below each other (Horizontal, as Grafana calls it) or side by side, as many as there
/// is room for.
[[nodiscard]] ValueGrid orientedGrid(QSizeF size, std::size_t count, const GridWish &wish);

/// The size from which on orientedGrid() has a cell for each value: wider than `size` where they stand side
/// by side, else higher.
[[nodiscard]] QSizeF sizeForAll(QSizeF size, std::size_t count, const GridWish &wish);

} // namespace sightglass
