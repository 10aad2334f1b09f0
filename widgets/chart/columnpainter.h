// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// What is drawn with: one colour, or one for each row.
struct ColumnInk
{
    QRgb color = 0;
    std::span<const QRgb> rows = {}; ///< empty, or as many as the column has

    [[nodiscard]] QRgb at(int row) const
    {
        return rows.empty() ? color : rows[static_cast<std::size_t>(row)];
    }
};

/// Antialiased drawing into one column of opaque pixels, top to bottom. Coordinates are device pixels; row r
/// covers [r, r + 1). What lies outside is clipped.
class ColumnPainter
{
public:
    /// A part of a line that crosses the column, or a share of it: from height y0 to y1 over `width` (0..1)
    /// of the column.
    struct Piece
    {
        double y0 = 0;
        double y1 = 0;
        double width = 1;
    };
    struct Rows
    {
        double top = 0;
        double bottom = 0;
    };

    explicit ColumnPainter(int height);

    /// The column to draw into from now on; its size is the height.
    void setTarget(std::span<QRgb> column) { m_column = column; }

    /// Covers [rows.top, rows.bottom) with a colour: partly covered rows get their share of it. `share`
    /// (0..1) of the column's width is covered.
    void span(Rows rows, const ColumnInk &ink, double share = 1);
    /// The same with one alpha (0..255) for each row.
    void shade(Rows rows, const ColumnInk &ink, std::span<const std::uint8_t> alphas);
    /// Adds the exact area of a line of this width. `limit` cuts the pointed ends off steep pieces. Nothing
    /// is seen until flush().
    void addPiece(const Piece &piece, double lineWidth, Rows limit);
    /// Draws what was added and forgets it.
    void flush(const ColumnInk &ink);

private:
    void blend(int row, QRgb color, double coverage);

    std::span<QRgb> m_column;
    std::vector<float> m_coverage;
    int m_height;
    int m_first; ///< rows of m_coverage in use, [m_first, m_last)
    int m_last = 0;
};

} // namespace sightglass
