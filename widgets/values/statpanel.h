// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valueview.h"

#include <QFont>

#include <cstdint>

namespace sightglass {

/// Each series as a big number over a quiet sparkline of its history, in the colour of its threshold or on a
/// surface of it, which may be a wall of polygons.
class StatPanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

    /// Sparklines drawn so far: what the pictures have cost.
    [[nodiscard]] std::uint64_t sparklinesDrawn() const noexcept { return m_sparklinesDrawn; }

protected:
    [[nodiscard]] Places layoutValues() override;
    [[nodiscard]] QSizeF areaForAll() const override;
    void drawValues(DisplayList &list) override;
    [[nodiscard]] QString courseText(const InstantValue &value) const override;

private:
    /// What a cell has room for.
    enum class CellKind : unsigned char
    {
        Line,   ///< name and number beside each other
        Number, ///< name above the number
        Full    ///< and a sparkline
    };
    /// The colours of a cell.
    struct Look
    {
        QColor number;
        QColor name;
        QColor line;    ///< of the sparkline
        QColor surface; ///< behind it
    };
    [[nodiscard]] StatOptions options() const;
    [[nodiscard]] bool showsNames() const;
    [[nodiscard]] bool showsNumbers() const;
    [[nodiscard]] bool filled() const;
    [[nodiscard]] bool hasPolygons() const;
    [[nodiscard]] bool centred() const;
    [[nodiscard]] QRectF textArea(const QRectF &cell) const;
    [[nodiscard]] Places layoutPolygons();
    [[nodiscard]] double padding() const;
    [[nodiscard]] Look lookOf(const InstantValue &value) const;
    [[nodiscard]] QSizeF smallestCell() const;
    [[nodiscard]] QFont fontFor(QSizeF cell) const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QRectF sparklineArea(const QRectF &cell) const;
    void drawCell(DisplayList &list, const QRectF &cell, const InstantValue &value);
    void drawSurface(DisplayList &list, const QRectF &cell, const InstantValue &value) const;
    void drawSparkline(DisplayList &list, const QRectF &cell, const InstantValue &value, const Look &look);
    void drawLine(DisplayList &list, const QRectF &cell, const InstantValue &value, const Look &look) const;
    void drawTexts(DisplayList &list, QRectF text, const InstantValue &value, const Look &look) const;
    void drawNumber(DisplayList &list, const QRectF &area, const InstantValue &value, const Look &look) const;
    [[nodiscard]] bool hasSparkline(const InstantValue &value) const;
    void drawNote(DisplayList &list, QRectF &area, const InstantValue &value, const Look &look) const;
    void drawChange(DisplayList &list, const QRectF &area, const InstantValue &value, const Look &look) const;

    CellKind m_kind = CellKind::Number;
    bool m_namesFit = true; ///< into polygons
    QFont m_numberFont;
    std::uint64_t m_sparklinesDrawn = 0;
};

} // namespace sightglass
