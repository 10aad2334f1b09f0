// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valueview.h"

#include <QImage>

namespace sightglass {

/// Each series as a big number in the colour of its threshold, over a quiet sparkline of its history.
class StatPanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

    /// Sparklines drawn so far: what the pictures have cost.
    [[nodiscard]] std::uint64_t sparklinesDrawn() const noexcept { return m_sparklinesDrawn; }

protected:
    [[nodiscard]] Places layoutValues() override;
    void paintValues(QPainter &painter) override;

private:
    /// What a cell has room for.
    enum class CellKind : unsigned char
    {
        Line,   ///< name and number beside each other
        Number, ///< name above the number
        Full    ///< and a sparkline
    };
    [[nodiscard]] QSizeF smallestCell() const;
    [[nodiscard]] QFont fontFor(QSizeF cell) const;
    [[nodiscard]] QRectF sparklineArea(const QRectF &cell) const;
    void drawSparklines(const Places &places);
    void paintCell(QPainter &painter, const QRectF &cell, const InstantValue &value) const;
    void paintLine(QPainter &painter, const QRectF &cell, const InstantValue &value) const;
    void paintNumber(QPainter &painter, const QRectF &area, const InstantValue &value) const;

    CellKind m_kind = CellKind::Number;
    QFont m_numberFont;
    std::vector<QImage> m_sparklines; ///< of the places
    std::uint64_t m_sparklinesDrawn = 0;
};

} // namespace sightglass
