// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/gaugepanel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sightglass {

namespace {

constexpr double span = 250;              ///< degrees
constexpr double rest = (360 - span) / 2; ///< from straight down to either end
constexpr double cellGap = 10;
constexpr double thicknessShare = 0.17; ///< of the radius
constexpr double ringWidth = 3;
constexpr double ringGap = 2.5;
constexpr double roomForEnds = 45; ///< the radius from which the ends are labelled
constexpr int largestNumber = 46;

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// Strokes shares from..to of the scale, clockwise from the low end.
void strokeArc(QPainter &painter, const QRectF &circle, double from, double to)
{
    const double start = 270 - rest;
    painter.drawArc(circle, static_cast<int>(std::lround((start - from * span) * 16)),
                    -static_cast<int>(std::lround((to - from) * span * 16)));
}

QPen flatPen(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::FlatCap};
}

QRectF circleAround(QPointF centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

} // namespace

void GaugePanel::paintValues(QPainter &painter)
{
    const GaugeRange range = gaugeRange(spec(), values());
    const std::vector<QRectF> cells = gridCells(QSizeF(size()), values().size(), cellGap);
    for (std::size_t i = 0; i < cells.size(); ++i)
        paintGauge(painter, cells[i], values()[i], range);
}

GaugePanel::Dial GaugePanel::dialIn(const QRectF &area) const
{
    const double depth = std::cos(radians(rest)); // how far the ends reach below the centre
    Dial dial;
    dial.radius = std::max(8.0, std::min(area.width() / 2 - 4, (area.height() - 6) / (1 + depth)));
    dial.thickness = std::max(4.0, dial.radius * thicknessShare);
    const double outside = spec().thresholds.size() > 1 ? ringWidth + ringGap : 0;
    dial.middle = dial.radius - outside - dial.thickness / 2;
    const double height = dial.radius * (1 + depth);
    dial.centre = {area.center().x(), area.top() + (area.height() - height) / 2 + dial.radius};
    return dial;
}

void GaugePanel::paintThresholdRing(QPainter &painter, const Dial &dial, const GaugeRange &range) const
{
    const std::vector<ThresholdStep> &steps = spec().thresholds;
    for (std::size_t i = 0; i < steps.size() && steps.size() > 1; ++i) {
        const double from = steps[i].from ? range.share(*steps[i].from) : 0;
        const double to = i + 1 < steps.size() && steps[i + 1].from ? range.share(*steps[i + 1].from) : 1;
        painter.setPen(flatPen(theme().semantic(steps[i].color), ringWidth));
        if (to > from)
            strokeArc(painter, circleAround(dial.centre, dial.radius - ringWidth / 2), from, to);
    }
}

void GaugePanel::paintEnds(QPainter &painter, const Dial &dial, const GaugeRange &range) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(theme().textMuted);
    const double side = (dial.middle - dial.thickness / 2) * std::sin(radians(rest));
    const double height = QFontMetricsF(small).height();
    const double bottom = dial.centre.y() + dial.middle * std::cos(radians(rest)) + dial.thickness * 0.4;
    const QRectF line(dial.centre.x() - side + 4, bottom - height, 2 * side - 8, height);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, valueText(spec(), range.low));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, valueText(spec(), range.high));
}

void GaugePanel::paintGauge(QPainter &painter, const QRectF &cell, const InstantValue &value,
                            const GaugeRange &range) const
{
    QRectF area = cell;
    const QFontMetricsF metrics(font());
    if (values().size() > 1) {
        const QRectF name(cell.left(), cell.bottom() - metrics.height(), cell.width(), metrics.height());
        painter.setFont(font());
        painter.setPen(theme().textMuted);
        painter.drawText(name, Qt::AlignCenter,
                         metrics.elidedText(value.name, Qt::ElideMiddle, cell.width()));
        area.setBottom(name.top());
    }
    const Dial dial = dialIn(area);
    paintThresholdRing(painter, dial, range);
    const QRectF circle = circleAround(dial.centre, dial.middle);
    painter.setPen(flatPen(theme().track, dial.thickness));
    strokeArc(painter, circle, 0, 1);
    painter.setPen(flatPen(value.color, dial.thickness));
    strokeArc(painter, circle, 0, range.share(value.value));
    const double inner = dial.middle - dial.thickness / 2;
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    painter.setFont(fittingFont(number, value.text, {inner * 1.6, inner * 0.7}, largestNumber));
    painter.setPen(value.color);
    painter.drawText(circleAround(dial.centre, inner), Qt::AlignCenter, value.text);
    if (dial.radius >= roomForEnds)
        paintEnds(painter, dial, range);
}

} // namespace sightglass
