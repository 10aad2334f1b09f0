// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/valueview.h"

namespace sightglass {

/// Each series as a horizontal bar on one scale: name, bar in the threshold's colour, value. Largest first;
/// what has no room is counted.
class BarGaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    void paintValues(QPainter &painter) override;
    void valuesChanged() override;

private:
    /// The columns of all rows, logical pixels.
    struct Columns
    {
        double names = 0; ///< width
        double barLeft = 0;
        double barWidth = 0;
    };
    [[nodiscard]] Columns layoutColumns() const;
    void paintRow(QPainter &painter, const QRectF &row, const InstantValue &value, double share) const;

    std::vector<std::size_t> m_order; ///< of values()
};

} // namespace sightglass
