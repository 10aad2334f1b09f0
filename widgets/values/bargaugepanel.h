// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valuegrid.h"
#include "widgets/values/valueview.h"

namespace sightglass {

/// Each series as a bar from zero on its scale, lying or standing: name, bar, value. Series are shown largest
/// first, rows and columns of tables in their order; what has no room is counted.
class BarGaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    [[nodiscard]] Places layoutValues() override;
    [[nodiscard]] QSizeF areaForAll() const override;
    void drawValues(DisplayList &list) override;

private:
    /// The columns of all rows of lying bars, logical pixels.
    struct Columns
    {
        double names = 0; ///< width
        double barLeft = 0;
        double barWidth = 0;
        double right = 0; ///< end of the values
    };
    [[nodiscard]] BarGaugeOptions options() const;
    [[nodiscard]] bool showsNames() const;
    [[nodiscard]] bool namesOnTop() const;
    [[nodiscard]] bool stands() const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QFont valueFont() const;
    [[nodiscard]] std::vector<std::size_t> orderedValues() const;
    [[nodiscard]] Columns layoutColumns(double right) const;
    [[nodiscard]] Places layoutRows();
    [[nodiscard]] Places layoutStanding();
    [[nodiscard]] double smallestRow() const;
    [[nodiscard]] GridWish standingWish() const;
    void drawRow(DisplayList &list, QRectF row, const InstantValue &value) const;
    void drawStanding(DisplayList &list, const QRectF &cell, const InstantValue &value) const;
    void drawBounds(DisplayList &list, const QRectF &track, const InstantValue &value) const;
    void drawValue(DisplayList &list, const QRectF &box, const InstantValue &value, Qt::Alignment side) const;
    void drawBar(DisplayList &list, const QRectF &track, const InstantValue &value) const;
    void drawLcd(DisplayList &list, const QRectF &track, const InstantValue &value) const;
    [[nodiscard]] QBrush barBrush(const QRectF &track, const InstantValue &value) const;
    [[nodiscard]] QRectF partOf(const QRectF &track, double from, double to) const;

    Columns m_columns;
    bool m_stands = false;
};

} // namespace sightglass
