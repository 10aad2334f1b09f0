// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/panelgrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

std::vector<QRect> stackedRects(const std::vector<GridPosition> &positions, const PanelGridMetrics &metrics)
{
    std::vector<std::size_t> order(positions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&positions](std::size_t a, std::size_t b) {
        return std::pair(positions[a].y, positions[a].x) < std::pair(positions[b].y, positions[b].x);
    });
    std::vector<QRect> rects(positions.size());
    int top = metrics.gap;
    for (const std::size_t i : order) {
        const int height = positions[i].height * (metrics.rowHeight + metrics.gap) - metrics.gap;
        rects[i] = QRect(metrics.gap, top, metrics.width - 2 * metrics.gap, height);
        top += height + metrics.gap;
    }
    return rects;
}

} // namespace

QRect panelRect(const GridPosition &position, const PanelGridMetrics &metrics)
{
    // Edges are computed from column numbers, not summed from widths, so that rounding never opens or closes
    // a gap.
    const auto edge = [&metrics](int column) {
        return metrics.gap + column * (metrics.width - metrics.gap) / panelGridColumns;
    };
    const int firstColumn = std::clamp(position.x, 0, panelGridColumns - 1);
    const int lastColumn = std::clamp(position.x + position.width, firstColumn + 1, panelGridColumns);
    const int top = metrics.gap + position.y * (metrics.rowHeight + metrics.gap);
    const int height = position.height * (metrics.rowHeight + metrics.gap) - metrics.gap;
    return {edge(firstColumn), top, edge(lastColumn) - edge(firstColumn) - metrics.gap, height};
}

QPoint gridCellAt(QPoint point, const PanelGridMetrics &metrics)
{
    const double column =
        double(point.x() - metrics.gap) * panelGridColumns / std::max(1, metrics.width - metrics.gap);
    const double row = double(point.y() - metrics.gap) / (metrics.rowHeight + metrics.gap);
    return {static_cast<int>(std::lround(column)), static_cast<int>(std::lround(row))};
}

std::vector<QRect> panelRects(const std::vector<GridPosition> &positions, const PanelGridMetrics &metrics)
{
    if (metrics.width < singleColumnWidth)
        return stackedRects(positions, metrics);
    std::vector<QRect> rects;
    rects.reserve(positions.size());
    for (const GridPosition &position : positions)
        rects.push_back(panelRect(position, metrics));
    return rects;
}

int panelGridHeight(const std::vector<QRect> &rects, const PanelGridMetrics &metrics)
{
    int bottom = 0;
    for (const QRect &rect : rects)
        bottom = std::max(bottom, rect.bottom() + 1);
    return bottom + metrics.gap;
}

} // namespace sightglass
