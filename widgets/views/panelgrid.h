// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

#include <QRect>

#include <vector>

namespace sightglass {

/// Sizes of the grid that panels lie on, in logical pixels.
struct PanelGridMetrics
{
    int width = 0; ///< of the whole grid
    int rowHeight = 30;
    int gap = 6;
    int leastTile = 112;  ///< width that a tile can be read at; 0: each lies where it is written
    int leastChart = 264; ///< and anything larger
};

inline constexpr int panelGridColumns = 24;
/// Below this width the panels stand one below the other, each as wide as the window.
inline constexpr int singleColumnWidth = 400;
/// What is at most so many columns wide and rows high is a tile.
inline constexpr int tileColumns = 6;
inline constexpr int tileRows = 6;

/// Where each panel lies. Columns share the width exactly: neighbours are one gap apart at every width. Where
/// some of those side by side would be too narrow to be read, they stand in several lines, evenly, tiles
/// before charts, and what is below moves down. Same order as `positions`.
[[nodiscard]] std::vector<QRect> panelRects(const std::vector<GridPosition> &positions,
                                            const PanelGridMetrics &metrics);

/// Where a panel of this place lies on a grid of columns.
[[nodiscard]] QRect panelRect(const GridPosition &position, const PanelGridMetrics &metrics);

/// The cell whose upper left corner is nearest to a point of the grid; may lie outside of it.
[[nodiscard]] QPoint gridCellAt(QPoint point, const PanelGridMetrics &metrics);

/// Height of the grid with these rectangles, with a gap below the last.
[[nodiscard]] int panelGridHeight(const std::vector<QRect> &rects, const PanelGridMetrics &metrics);

} // namespace sightglass
