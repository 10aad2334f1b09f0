// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/columnlayer.h"

#include "widgets/chart/columnraster.h"

#include <QPainter>

namespace sightglass {

void ColumnLayer::update(const ColumnGrid &grid, int height, std::span<const ColumnRange> changed,
                         const Draw &draw)
{
    const ColumnRange all{grid.first, grid.end()};
    const bool fresh = m_ring.size() != QSize(grid.count, height) || m_grid.bucketUs != grid.bucketUs;
    const bool moved = m_grid.first != grid.first;
    m_grid = grid;
    if (fresh) {
        m_ring = QImage(grid.count, height, QImage::Format_RGB32);
        changed = std::span(&all, 1);
    }
    m_changed.reset();
    // A plot between its axes and its legend may have no room at all.
    if (m_ring.isNull())
        return;
    for (const ColumnRange &range : changed) {
        draw(range, m_ring);
        m_columnsDrawn += static_cast<std::uint64_t>(range.to - range.from);
    }
    if (!fresh && !moved)
        m_changed.emplace(changed.begin(), changed.end());
}

void ColumnLayer::paint(QPainter &painter, QPoint at) const
{
    if (m_ring.isNull())
        return;
    const int start = ringColumn(m_grid.first, m_ring.width());
    const int rest = m_ring.width() - start;
    painter.drawImage(at, m_ring, QRect(start, 0, rest, m_ring.height()));
    if (start > 0)
        painter.drawImage(at + QPoint(rest, 0), m_ring, QRect(0, 0, start, m_ring.height()));
}

QImage ColumnLayer::image() const
{
    QImage result(m_ring.size(), QImage::Format_RGB32);
    if (result.isNull())
        return result;
    QPainter painter(&result);
    paint(painter, {});
    return result;
}

} // namespace sightglass
