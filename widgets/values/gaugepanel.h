// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/values/valuegrid.h"
#include "widgets/values/valueview.h"

namespace sightglass {

/// Each series as a radial gauge: an arc of 270° or a circle, in one piece or in segments, the value in its
/// threshold's colour, a thin ring that shows where the thresholds lie, the ends of the scale, and where that
/// is asked for the value's course. In little room the number stands outside of the dial.
class GaugePanel : public ValueView
{
    Q_OBJECT

public:
    using ValueView::ValueView;

protected:
    [[nodiscard]] Places layoutValues() override;
    [[nodiscard]] QSizeF areaForAll() const override;
    void drawValues(DisplayList &list) override;

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
        double bottom = 0;    ///< of the room that it has
        bool ring = false;    ///< with the thresholds' ring around
        bool labels = false;  ///< with the thresholds' values around that
    };

    /// The parts of a cell.
    struct Parts
    {
        Dial dial;
        QRectF number;
        QRectF name; ///< null: none
    };

    [[nodiscard]] Dial dialIn(const QRectF &whole) const;
    [[nodiscard]] Parts partsOf(const QRectF &cell) const;
    [[nodiscard]] Parts partsBeside(const QRectF &cell) const;
    [[nodiscard]] bool fitsInside(const QRectF &cell);
    void chooseFont(const QRectF &cell);
    void drawBounds(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    void drawBoundsText(DisplayList &list, const Parts &parts, const InstantValue &value) const;
    void drawGauge(DisplayList &list, const QRectF &cell, const InstantValue &value) const;
    void drawDial(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    void drawBar(DisplayList &list, const Dial &dial, const InstantValue &value,
                 const GaugeSpan &filled) const;
    void drawSegments(DisplayList &list, const Dial &dial, const InstantValue &value,
                      const GaugeSpan &filled) const;
    void drawCourse(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    void drawThresholdRing(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    void drawThresholdLabels(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    void drawEnds(DisplayList &list, const Dial &dial, const InstantValue &value) const;
    [[nodiscard]] GaugeOptions options() const;
    [[nodiscard]] bool showsNames() const;
    [[nodiscard]] bool showsNumbers() const;
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QSizeF smallestCell(double text, double line) const;
    [[nodiscard]] double smallestText() const;
    [[nodiscard]] GridWish gridWish() const;

    NumberPlace m_numberPlace = NumberPlace::Inside;
    QFont m_numberFont;
    double m_numberWidth = 0; ///< of the widest in that font
};

} // namespace sightglass
