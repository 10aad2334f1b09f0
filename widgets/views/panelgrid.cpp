// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/panelgrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

using Indices = std::vector<std::size_t>;

Indices readingOrder(const std::vector<GridPosition> &positions)
{
    Indices order(positions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&positions](std::size_t a, std::size_t b) {
        return std::pair(positions[a].y, positions[a].x) < std::pair(positions[b].y, positions[b].x);
    });
    return order;
}

std::vector<QRect> stackedRects(const std::vector<GridPosition> &positions, const PanelGridMetrics &metrics)
{
    std::vector<QRect> rects(positions.size());
    int top = metrics.gap;
    for (const std::size_t i : readingOrder(positions)) {
        const int height = positions[i].height * (metrics.rowHeight + metrics.gap) - metrics.gap;
        rects[i] = QRect(metrics.gap, top, metrics.width - 2 * metrics.gap, height);
        top += height + metrics.gap;
    }
    return rects;
}

bool isTile(const GridPosition &position)
{
    return position.width <= tileColumns && position.height <= tileRows;
}

/// Panels that lie beside each other and, more of them, beside one of these; in rows of the grid.
struct Shelf
{
    Indices panels;
    int top = 0;
    int bottom = 0;
};

std::vector<Shelf> shelvesOf(const std::vector<GridPosition> &positions)
{
    std::vector<Shelf> shelves;
    for (const std::size_t i : readingOrder(positions)) {
        const GridPosition &place = positions[i];
        if (shelves.empty() || place.y >= shelves.back().bottom)
            shelves.push_back({{}, place.y, place.y});
        shelves.back().panels.push_back(i);
        shelves.back().bottom = std::max(shelves.back().bottom, place.y + place.height);
    }
    return shelves;
}

/// Lays panels out that are too many for one line.
class Reflow
{
public:
    Reflow(const std::vector<GridPosition> &positions, const PanelGridMetrics &metrics)
        : m_positions(positions)
        , m_metrics(metrics)
    {}

    [[nodiscard]] bool isNeeded(const Shelf &shelf) const
    {
        return shelf.panels.size() > 1 &&
               std::any_of(shelf.panels.begin(), shelf.panels.end(), [this](std::size_t i) {
                   return panelRect(m_positions[i], m_metrics).width() < leastWidth(i);
               });
    }

    /// Puts the shelf's panels below `row` into `rects`; the rows that they take.
    [[nodiscard]] int lay(const Shelf &shelf, int row, std::vector<QRect> &rects) const
    {
        Indices tiles;
        Indices charts;
        for (const std::size_t i : shelf.panels)
            (isTile(m_positions[i]) ? tiles : charts).push_back(i);
        const int below = layLines(tiles, row, rects);
        return layLines(charts, below, rects) - row;
    }

private:
    [[nodiscard]] int leastWidth(std::size_t i) const
    {
        return isTile(m_positions[i]) ? m_metrics.leastTile : m_metrics.leastChart;
    }

    /// As many lines as it takes, each of as many panels; the row below them.
    [[nodiscard]] int layLines(const Indices &panels, int row, std::vector<QRect> &rects) const
    {
        if (panels.empty())
            return row;
        const int fitting =
            std::max(1, (m_metrics.width - m_metrics.gap) / (leastWidth(panels.front()) + m_metrics.gap));
        const int count = static_cast<int>(panels.size());
        const int lines = (count + fitting - 1) / fitting;
        for (int line = 0; line < lines; ++line) {
            const auto begin = panels.begin() + line * count / lines;
            row = layLine(Indices(begin, panels.begin() + (line + 1) * count / lines), row, rects);
        }
        return row;
    }

    /// In one line, as wide as each other, as high as the highest.
    [[nodiscard]] int layLine(const Indices &panels, int row, std::vector<QRect> &rects) const
    {
        int height = 1;
        for (const std::size_t i : panels)
            height = std::max(height, m_positions[i].height);
        const int count = static_cast<int>(panels.size());
        const auto edge = [this, count](int number) {
            return m_metrics.gap + number * (m_metrics.width - m_metrics.gap) / count;
        };
        const int top = m_metrics.gap + row * (m_metrics.rowHeight + m_metrics.gap);
        for (int number = 0; number < count; ++number) {
            const int width = edge(number + 1) - edge(number) - m_metrics.gap;
            rects[panels[static_cast<std::size_t>(number)]] = QRect(
                edge(number), top, width, height * (m_metrics.rowHeight + m_metrics.gap) - m_metrics.gap);
        }
        return row + height;
    }

    const std::vector<GridPosition> &m_positions;
    const PanelGridMetrics &m_metrics;
};

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
    const Reflow reflow(positions, metrics);
    std::vector<QRect> rects(positions.size());
    int down = 0; // rows that reflown shelves take more
    for (const Shelf &shelf : shelvesOf(positions)) {
        if (reflow.isNeeded(shelf)) {
            down += reflow.lay(shelf, shelf.top + down, rects) - (shelf.bottom - shelf.top);
            continue;
        }
        for (const std::size_t i : shelf.panels) {
            GridPosition place = positions[i];
            place.y += down;
            rects[i] = panelRect(place, metrics);
        }
    }
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
