// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartscene.h"

#include <QImage>
#include <QPoint>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace sightglass {

/// A picture of columns that moves on with time: a ring as wide as the plot, so that moving costs nothing and
/// only changed columns are drawn. GUI thread.
class ColumnLayer
{
public:
    /// Draws a run of columns into the ring.
    using Draw = std::function<void(ColumnRange range, QImage &ring)>;

    /// Brings the ring to this grid and height and draws `changed` (see changedColumns()); everything where
    /// size or bucket are others than before.
    void update(const ColumnGrid &grid, int height, std::span<const ColumnRange> changed, const Draw &draw);
    /// Forgets the picture: the next update draws everything.
    void invalidate() { m_ring = QImage(); }
    [[nodiscard]] bool valid() const { return !m_ring.isNull(); }

    /// The columns in which the last update changed the picture; nothing where it may be another one
    /// everywhere.
    [[nodiscard]] const std::optional<std::vector<ColumnRange>> &changed() const { return m_changed; }

    /// Paints the columns left to right with the top left corner at `at`; the painter's unit is one device
    /// pixel.
    void paint(QPainter &painter, QPoint at) const;
    /// The columns left to right.
    [[nodiscard]] QImage image() const;

    /// Columns drawn so far: what the picture has cost.
    [[nodiscard]] std::uint64_t columnsDrawn() const noexcept { return m_columnsDrawn; }

private:
    QImage m_ring;
    ColumnGrid m_grid;
    std::optional<std::vector<ColumnRange>> m_changed;
    std::uint64_t m_columnsDrawn = 0;
};

} // namespace sightglass
