// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valuegrid.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double wantedAspect = 1.6; ///< of a cell: width to height

/// A grid's shape, and the size of its cells.
struct Shape
{
    std::size_t columns = 0;
    std::size_t rows = 0;
    QSizeF cell;
};

Shape shapeOf(QSizeF size, std::size_t columns, std::size_t rows, double gap)
{
    const auto share = [gap](double length, std::size_t parts) {
        return std::max(0.0, (length - gap * static_cast<double>(parts - 1)) / static_cast<double>(parts));
    };
    return {columns, rows, {share(size.width(), columns), share(size.height(), rows)}};
}

/// The most square shape for all cells; none (no columns) where the cells of each are too small.
Shape bestShape(QSizeF size, std::size_t count, double gap, QSizeF smallest)
{
    Shape best;
    double bestFit = -1;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const Shape shape = shapeOf(size, columns, (count + columns - 1) / columns, gap);
        const double fit = std::min(shape.cell.width() / wantedAspect, shape.cell.height());
        const bool large = shape.cell.width() >= smallest.width() && shape.cell.height() >= smallest.height();
        if (large && fit > bestFit) {
            bestFit = fit;
            best = shape;
        }
    }
    return best;
}

std::vector<QRectF> cellsOf(const Shape &shape, std::size_t count, double gap)
{
    std::vector<QRectF> cells;
    cells.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<double>(i % shape.columns);
        const auto row = static_cast<double>(i / shape.columns);
        cells.emplace_back(QPointF(column * (shape.cell.width() + gap), row * (shape.cell.height() + gap)),
                           shape.cell);
    }
    return cells;
}

std::size_t fitting(double length, double part, double gap)
{
    return static_cast<std::size_t>(std::max(1.0, std::floor((length + gap) / (part + gap))));
}

/// One cell, and the line below it, or what is left of the one line.
ValueGrid singleCell(QSizeF size, double line)
{
    QRectF cell({}, size);
    QRectF more = cell;
    if (size.height() >= 2 * line) {
        cell.setBottom(size.height() - line);
        more.setTop(cell.bottom());
    } else {
        cell.setRight(size.width() * 0.7);
        more.setLeft(cell.right());
    }
    return {{cell}, more};
}

} // namespace

std::vector<QRectF> gridCells(QSizeF size, std::size_t count, double gap)
{
    return count == 0 ? std::vector<QRectF>() : cellsOf(bestShape(size, count, gap, {0, 0}), count, gap);
}

ValueGrid valueGrid(QSizeF size, std::size_t count, double gap, QSizeF smallest, double line)
{
    if (count <= 1)
        return {gridCells(size, count, gap), {}};
    if (const Shape shape = bestShape(size, count, gap, smallest); shape.columns > 0)
        return {cellsOf(shape, count, gap), {}};
    const Shape shape = shapeOf(size, fitting(size.width(), smallest.width(), gap),
                                fitting(size.height(), smallest.height(), gap), gap);
    const std::size_t places = shape.columns * shape.rows;
    if (places == 1)
        return singleCell(size, line);
    if (places >= count)
        return {cellsOf(shape, count, gap), {}};
    ValueGrid grid{cellsOf(shape, places, gap), {}};
    grid.more = grid.cells.back();
    grid.cells.pop_back();
    return grid;
}

ValueGrid orientedGrid(QSizeF size, std::size_t count, const GridWish &wish)
{
    if (wish.orientation == Orientation::Auto || count <= 1)
        return valueGrid(size, count, wish.gap, wish.smallest, wish.line);
    const bool rows = wish.orientation == Orientation::Horizontal;
    const std::size_t room = rows ? fitting(size.height(), wish.smallest.height(), wish.gap)
                                  : fitting(size.width(), wish.smallest.width(), wish.gap);
    if (room == 1 && count > 1)
        return singleCell(size, wish.line);
    const std::size_t places = std::min(room, count);
    ValueGrid grid{cellsOf(rows ? shapeOf(size, 1, places, wish.gap) : shapeOf(size, places, 1, wish.gap),
                           places, wish.gap),
                   {}};
    if (places < count) {
        grid.more = grid.cells.back();
        grid.cells.pop_back();
    }
    return grid;
}

QSizeF sizeForAll(QSizeF size, std::size_t count, const GridWish &wish)
{
    // Rounded up: as many cells as there are values fit for sure.
    const auto length = [&wish](std::size_t cells, double part) {
        return std::ceil(static_cast<double>(cells) * (part + wish.gap) - wish.gap) + 1;
    };
    if (wish.orientation == Orientation::Vertical)
        return {std::max(size.width(), length(count, wish.smallest.width())), size.height()};
    const std::size_t columns = wish.orientation == Orientation::Horizontal
                                    ? 1
                                    : fitting(size.width(), wish.smallest.width(), wish.gap);
    return {size.width(),
            std::max(size.height(), length((count + columns - 1) / columns, wish.smallest.height()))};
}

std::vector<QRectF> polygonCells(QSizeF size, std::size_t count, StatShape shape)
{
    if (shape == StatShape::HexagonFlat) {
        std::vector<QRectF> cells = polygonCells(size.transposed(), count, StatShape::HexagonPointed);
        for (QRectF &cell : cells)
            cell = QRectF(cell.y(), cell.x(), cell.height(), cell.width());
        return cells;
    }
    // Of a polygon that is one high.
    const bool isHexagon = shape == StatShape::HexagonPointed;
    const double width = isHexagon ? std::sqrt(3) / 2 : 1;
    const double rowStep = isHexagon ? 0.75 : 1;
    const auto needed = [&](std::size_t columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        const double shift = isHexagon && rows > 1 ? 0.5 : 0;
        return QSizeF(width * (static_cast<double>(columns) + shift),
                      rowStep * static_cast<double>(rows - 1) + 1);
    };
    double height = 0;
    std::size_t columns = 1;
    for (std::size_t one = 1; one <= count; ++one) {
        const QSizeF room = needed(one);
        const double possible = std::min(size.width() / room.width(), size.height() / room.height());
        if (possible > height) {
            height = possible;
            columns = one;
        }
    }
    const QSizeF whole = needed(columns) * height;
    const QPointF origin((size.width() - whole.width()) / 2, (size.height() - whole.height()) / 2);
    std::vector<QRectF> cells;
    cells.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = i / columns;
        const double shift = isHexagon && row % 2 == 1 ? 0.5 : 0;
        cells.emplace_back(origin.x() + (static_cast<double>(i % columns) + shift) * width * height,
                           origin.y() + static_cast<double>(row) * rowStep * height, width * height, height);
    }
    return cells;
}

} // namespace sightglass
