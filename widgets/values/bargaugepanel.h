// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valueview.h"

namespace sightglass {

/// Each series as a horizontal bar from zero on one scale: name, bar in the threshold's colour, value.
/// Largest first; what has no room is counted.
class BarGaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    [[nodiscard]] Places layoutValues() override;
    void paintValues(QPainter &painter) override;

private:
    /// The columns of all rows, logical pixels.
    struct Columns
    {
        double names = 0; ///< width
        double barLeft = 0;
        double barWidth = 0;
        double right = 0; ///< end of the values
    };
    [[nodiscard]] std::vector<std::size_t> sortedValues() const;
    [[nodiscard]] Columns layoutColumns(double right) const;
    void paintBar(QPainter &painter, const QRectF &track, const InstantValue &value) const;
    void paintRow(QPainter &painter, const QRectF &row, const InstantValue &value) const;

    GaugeRange m_range;
    Columns m_columns;
};

} // namespace sightglass
