// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/valueview.h"

namespace sightglass {

/// Each series as a radial gauge: an arc of 250°, the value in its threshold's colour, a thin ring that shows
/// where the thresholds lie, and the ends of the scale.
class GaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    void paintValues(QPainter &painter) override;

private:
    /// Where the parts of a gauge go.
    struct Dial
    {
        QPointF centre;
        double radius = 0;    ///< of the outermost edge
        double thickness = 0; ///< of the value's arc
        double middle = 0;    ///< radius of the value's arc, at its middle
    };

    [[nodiscard]] Dial dialIn(const QRectF &area) const;
    void paintGauge(QPainter &painter, const QRectF &cell, const InstantValue &value,
                    const GaugeRange &range) const;
    void paintThresholdRing(QPainter &painter, const Dial &dial, const GaugeRange &range) const;
    void paintEnds(QPainter &painter, const Dial &dial, const GaugeRange &range) const;
};

} // namespace sightglass
