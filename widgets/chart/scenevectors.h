// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"
#include "widgets/chart/displaylist.h"

#include <QPolygonF>

#include <span>
#include <vector>

namespace sightglass {

/// A piece of a line without gaps, in device pixels from the plot's top left corner. One point: a sample
/// without neighbours.
struct LineRun
{
    int firstColumn = 0; ///< within the plot
    int lastColumn = 0;  ///< inclusive
    QPolygonF points;
};

/// The pieces of a decimated line; `columns` are those of the plot from its left edge. A sample that is alone
/// in its column is a point of its own; where several are in one, the line goes through the first, the
/// smallest, the largest and the last of them: no extreme is lost.
[[nodiscard]] std::vector<LineRun> lineRuns(std::span<const PlotColumn> columns, const ValueScale &scale,
                                            LineInterpolation interpolation);

/// What the rasteriser draws, as lines, areas and rectangles: for paper and SVG. `area` is the plot, in the
/// list's logical pixels.
void addScene(DisplayList &list, const ChartScene &scene, const QRectF &area);

} // namespace sightglass
