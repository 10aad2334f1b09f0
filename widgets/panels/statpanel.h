// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/valueview.h"

namespace sightglass {

/// Each series as a big number in the colour of its threshold, over a quiet sparkline of its history.
class StatPanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    void paintValues(QPainter &painter) override;

private:
    void paintCell(QPainter &painter, const QRectF &cell, const InstantValue &value,
                   const QFont &numberFont) const;
    void paintNumber(QPainter &painter, const QRectF &area, const InstantValue &value,
                     const QFont &numberFont) const;
    void paintSparkline(QPainter &painter, const QRectF &area, const InstantValue &value) const;
};

} // namespace sightglass
