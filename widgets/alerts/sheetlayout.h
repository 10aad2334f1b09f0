// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// How wide a column of the alert sheet may be, logical pixels.
struct SheetColumn
{
    int natural = 0;    ///< all its texts are whole
    int least = 0;      ///< below that it is left out
    int importance = 0; ///< 0 goes last; of equals the one further right goes first
};

/// Where rows and columns of the sheet lie: rows one below the other and, where they do not all fit, in
/// several columns of the same cells beside each other, as in a newspaper. A value; the header stands above
/// each block.
class SheetLayout
{
public:
    struct Input
    {
        QSize size;
        int rows = 0;
        /// Of these, how many are worth being seen at once: others take no room from the columns of these.
        /// Empty: all.
        std::optional<int> worthSeeing = {};
        int rowHeight = 1; ///< > 0
        int headerHeight = 0;
        int leastBlockWidth = 1; ///< > 0
        bool wraps = true;
        std::span<const SheetColumn> columns;
    };

    SheetLayout() = default;
    explicit SheetLayout(const Input &input);

    [[nodiscard]] int blocks() const noexcept { return m_blocks; }
    /// In a block; at least 1.
    [[nodiscard]] int rowsPerBlock() const noexcept { return m_rowsPerBlock; }
    /// That are in sight at a time.
    [[nodiscard]] int rowsInSight() const noexcept { return m_blocks * m_rowsPerBlock; }
    [[nodiscard]] int blockWidth() const noexcept { return m_blockWidth; }
    [[nodiscard]] int headerHeight() const noexcept { return m_headerHeight; }
    /// Of a column within its block; empty where it is left out.
    [[nodiscard]] std::optional<QRect> cell(int column) const;

    /// Where the row lies while `first` is the topmost of the first block. Rows out of sight have places of
    /// their own, left and right of it.
    [[nodiscard]] QRect rowRect(int row, int first) const;
    /// The row whose place has this point, or the nearest below or above within the block; may be one that
    /// there is not.
    [[nodiscard]] int rowAt(QPoint point, int first) const;
    /// The column at this distance from the left; empty between and behind columns.
    [[nodiscard]] std::optional<int> columnAt(int x) const;

private:
    void fitColumns(std::span<const SheetColumn> columns);

    int m_blocks = 1;
    int m_rowsPerBlock = 1;
    int m_blockWidth = 1;
    int m_headerHeight = 0;
    int m_rowHeight = 1;
    std::vector<QRect> m_cells; ///< of the first row; null: left out
};

} // namespace sightglass
