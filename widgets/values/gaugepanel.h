// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valueview.h"

namespace sightglass {

/// Each series as a radial gauge: an arc of 250°, the value in its threshold's colour, a thin ring that shows
/// where the thresholds lie, and the ends of the scale. In little room the number stands outside of the dial.
class GaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    [[nodiscard]] Places layoutValues() override;
    void paintValues(QPainter &painter) override;

private:
    /// Where the number goes: into the dial while it is legible there.
    enum class NumberPlace : unsigned char
    {
        Inside,
        Beside, ///< right of the dial, with the name
        Below
    };
    /// Where the parts of a gauge go.
    struct Dial
    {
        QPointF centre;
        double radius = 0;    ///< of the outermost edge
        double thickness = 0; ///< of the value's arc
        double middle = 0;    ///< radius of the value's arc, at its middle
        bool ring = false;    ///< with the thresholds' ring around
    };

    /// The parts of a cell.
    struct Parts
    {
        Dial dial;
        QRectF number;
        QRectF name; ///< null: none
    };

    [[nodiscard]] Dial dialIn(const QRectF &area) const;
    [[nodiscard]] Parts partsOf(const QRectF &cell) const;
    [[nodiscard]] Parts partsBeside(const QRectF &cell) const;
    [[nodiscard]] bool fitsInside(const QRectF &cell);
    void chooseFont(const QRectF &cell);
    void paintGauge(QPainter &painter, const QRectF &cell, const InstantValue &value) const;
    void paintDial(QPainter &painter, const Dial &dial, const InstantValue &value) const;
    void paintThresholdRing(QPainter &painter, const Dial &dial) const;
    void paintEnds(QPainter &painter, const Dial &dial) const;

    GaugeRange m_range;
    NumberPlace m_numberPlace = NumberPlace::Inside;
    QFont m_numberFont;
    double m_numberWidth = 0; ///< of the widest in that font
};

} // namespace sightglass
