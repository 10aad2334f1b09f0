// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/sheetlayout.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

namespace {

constexpr int gap = 8;

int divided(int number, int by)
{
    return number >= 0 ? number / by : -((-number + by - 1) / by);
}

} // namespace

SheetLayout::SheetLayout(const Input &input)
    : m_headerHeight(input.headerHeight)
    , m_rowHeight(std::max(input.rowHeight, 1))
{
    m_rowsPerBlock = std::max(1, (input.size.height() - input.headerHeight) / m_rowHeight);
    const int worth = std::clamp(input.worthSeeing.value_or(input.rows), 1, std::max(input.rows, 1));
    const int wanted = (worth + m_rowsPerBlock - 1) / m_rowsPerBlock;
    const int possible = std::max(1, input.size.width() / std::max(input.leastBlockWidth, 1));
    m_blocks = input.wraps ? std::min(wanted, possible) : 1;
    m_blockWidth = std::max(1, input.size.width() / m_blocks);
    fitColumns(input.columns);
}

void SheetLayout::fitColumns(std::span<const SheetColumn> columns)
{
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [columns](std::size_t a, std::size_t b) {
        return columns[a].importance < columns[b].importance;
    });
    int room = m_blockWidth - gap;
    std::vector<int> widths(columns.size(), 0);
    for (const std::size_t column : order) {
        const int least = std::min(columns[column].least, columns[column].natural) + gap;
        const bool isFirst = column == order.front();
        if (least > room && !isFirst)
            break;
        widths[column] = std::max(least, 1);
        room -= widths[column];
    }
    for (const std::size_t column : order) {
        if (widths[column] == 0)
            continue;
        const int more = std::clamp(columns[column].natural + gap - widths[column], 0, std::max(room, 0));
        widths[column] += more;
        room -= more;
    }
    m_cells.assign(columns.size(), QRect());
    int x = gap / 2;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (widths[column] > 0)
            m_cells[column] = QRect(x, 0, widths[column] - gap / 2, m_rowHeight);
        x += widths[column];
    }
}

std::optional<QRect> SheetLayout::cell(int column) const
{
    if (column < 0 || column >= static_cast<int>(m_cells.size()))
        return std::nullopt;
    const QRect &rect = m_cells[static_cast<std::size_t>(column)];
    return rect.isEmpty() ? std::nullopt : std::optional(rect);
}

QRect SheetLayout::rowRect(int row, int first) const
{
    const int place = row - first;
    const int block = divided(place, m_rowsPerBlock);
    const int line = place - block * m_rowsPerBlock;
    return {block * m_blockWidth, m_headerHeight + line * m_rowHeight, m_blockWidth, m_rowHeight};
}

int SheetLayout::rowAt(QPoint point, int first) const
{
    const int block = divided(point.x(), m_blockWidth);
    const int line = std::clamp(divided(point.y() - m_headerHeight, m_rowHeight), 0, m_rowsPerBlock - 1);
    return first + block * m_rowsPerBlock + line;
}

std::optional<int> SheetLayout::columnAt(int x) const
{
    const int within = x - divided(x, m_blockWidth) * m_blockWidth;
    for (std::size_t column = 0; column < m_cells.size(); ++column) {
        const QRect &rect = m_cells[column];
        if (!rect.isEmpty() && within >= rect.left() - gap / 2 && within <= rect.right())
            return static_cast<int>(column);
    }
    return std::nullopt;
}

} // namespace sightglass
