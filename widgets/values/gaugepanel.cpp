// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/gaugepanel.h"

#include "widgets/values/valuegrid.h"

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
constexpr double roomForRing = 20; ///< the radius from which the thresholds have a ring
constexpr double roomForEnds = 45; ///< the radius from which the ends are labelled
constexpr int largestNumber = 46;
constexpr int smallestInside = 11; ///< a dial's number that would be smaller stands outside
constexpr int largestOutside = 28;
constexpr int smallestOutside = 12;  ///< that a cell is made for
constexpr double besideAspect = 1.3; ///< from this shape on the number may stand beside the dial
constexpr double besideShare = 0.45; ///< of the cell's width, at most, for the dial
constexpr double dialAspect = 1.27;
constexpr double nameShare = 0.45; ///< of the room beside a dial
constexpr double textGap = 6;
constexpr double narrowestCell = 64;
constexpr double longestText = 150; ///< longer numbers are elided rather than given wider cells
constexpr double lowestDial = 24;

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

ValueView::Places GaugePanel::layoutValues()
{
    m_range = gaugeRange(spec().field, values());
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    number.setPixelSize(smallestOutside);
    const double text = std::min(widestText(number) + 2, longestText);
    const double line = QFontMetricsF(font()).height();
    QSizeF smallest(std::max(text, narrowestCell), lowestDial + 2 * line);
    const double dial = std::min(double(height()), smallest.height()) * dialAspect;
    if (height() < smallest.height())
        smallest = QSizeF(text / (1 - nameShare) + textGap + dial, line);
    const ValueGrid grid = valueGrid(QSizeF(size()), values().size(), cellGap, smallest, line);
    Places result;
    result.more = grid.more;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        result.values.push_back({grid.cells[i], i});
    const QRectF cell = grid.cells.front();
    m_numberPlace = NumberPlace::Inside;
    if (!fitsInside(cell)) {
        const double beside =
            text + textGap + std::min(cell.height() * dialAspect, cell.width() * besideShare);
        const bool low = cell.height() < lowestDial + 2 * line;
        const bool wide = low || (cell.width() >= besideAspect * cell.height() && cell.width() >= beside);
        m_numberPlace = wide ? NumberPlace::Beside : NumberPlace::Below;
        chooseFont(cell);
    }
    return result;
}

bool GaugePanel::fitsInside(const QRectF &cell)
{
    chooseFont(cell);
    return m_numberFont.pixelSize() >= smallestInside;
}

void GaugePanel::chooseFont(const QRectF &cell)
{
    m_numberFont = font();
    m_numberFont.setWeight(QFont::DemiBold);
    m_numberWidth = cell.width();
    QSizeF room = partsOf(cell).number.size();
    if (m_numberPlace == NumberPlace::Beside && values().size() > 1)
        room.rwidth() *= 1 - nameShare;
    int pixels = m_numberPlace == NumberPlace::Inside ? largestNumber : largestOutside;
    for (const InstantValue &value : values())
        pixels = std::min(pixels, fittingFont(m_numberFont, value.text, room, pixels).pixelSize());
    m_numberFont.setPixelSize(pixels);
    m_numberWidth = widestText(m_numberFont);
}

void GaugePanel::paintValues(QPainter &painter)
{
    for (const Place &place : places().values)
        paintGauge(painter, place.area, values()[place.value]);
}

GaugePanel::Dial GaugePanel::dialIn(const QRectF &area) const
{
    const double depth = std::cos(radians(rest)); // how far the ends reach below the centre
    Dial dial;
    dial.radius = std::max(8.0, std::min(area.width() / 2 - 4, (area.height() - 6) / (1 + depth)));
    dial.thickness = std::max(4.0, dial.radius * thicknessShare);
    dial.ring = spec().field.thresholds.value_or(Thresholds()).steps.size() > 1 && dial.radius >= roomForRing;
    const double outside = dial.ring ? ringWidth + ringGap : 0;
    dial.middle = dial.radius - outside - dial.thickness / 2;
    const double height = dial.radius * (1 + depth);
    dial.centre = {area.center().x(), area.top() + (area.height() - height) / 2 + dial.radius};
    return dial;
}

GaugePanel::Parts GaugePanel::partsBeside(const QRectF &cell) const
{
    const double line = QFontMetricsF(font()).height();
    const double width = std::min(cell.height() * dialAspect, cell.width() * besideShare);
    Parts parts;
    parts.dial = dialIn({cell.left(), cell.top(), width, cell.height()});
    const QRectF text = cell.adjusted(width + textGap, 0, 0, 0);
    parts.number = text;
    if (values().size() <= 1)
        return parts;
    if (cell.height() < 2 * line) {
        parts.number.setWidth(std::clamp(m_numberWidth + 1, 0.0, std::max(0.0, text.width())));
        parts.name = text.adjusted(parts.number.width() + textGap, 0, 0, 0);
        return parts;
    }
    const double edge = text.center().y() + line * 0.1;
    parts.number =
        QRectF(QPointF(text.left(), std::max(cell.top(), edge - 1.6 * line)), QPointF(text.right(), edge));
    parts.name = QRectF(text.left(), edge, text.width(), line);
    return parts;
}

GaugePanel::Parts GaugePanel::partsOf(const QRectF &cell) const
{
    if (m_numberPlace == NumberPlace::Beside)
        return partsBeside(cell);
    const double line = QFontMetricsF(font()).height();
    Parts parts;
    QRectF area = cell;
    if (values().size() > 1) {
        parts.name = QRectF(cell.left(), cell.bottom() - line, cell.width(), line);
        area.setBottom(parts.name.top());
    }
    if (m_numberPlace == NumberPlace::Below) {
        parts.number = QRectF(cell.left(), area.bottom() - line, cell.width(), line);
        area.setBottom(parts.number.top());
    }
    parts.dial = dialIn(area);
    const double inner = parts.dial.middle - parts.dial.thickness / 2;
    if (m_numberPlace == NumberPlace::Inside)
        parts.number = QRectF(parts.dial.centre.x() - inner * 0.8, parts.dial.centre.y() - inner * 0.35,
                              inner * 1.6, inner * 0.7);
    return parts;
}

void GaugePanel::paintThresholdRing(QPainter &painter, const Dial &dial) const
{
    const Thresholds thresholds = spec().field.thresholds.value_or(Thresholds());
    const std::vector<ThresholdStep> &steps = thresholds.steps;
    const auto shareOf = [this, &thresholds](double bound) {
        return thresholds.mode == ThresholdsMode::Percentage ? std::clamp(bound / 100, 0.0, 1.0)
                                                             : m_range.share(bound);
    };
    for (std::size_t i = 0; i < steps.size() && dial.ring; ++i) {
        const double from = steps[i].from ? shareOf(*steps[i].from) : 0;
        const double to = i + 1 < steps.size() && steps[i + 1].from ? shareOf(*steps[i + 1].from) : 1;
        painter.setPen(flatPen(theme().named(steps[i].color), ringWidth));
        if (to > from)
            strokeArc(painter, circleAround(dial.centre, dial.radius - ringWidth / 2), from, to);
    }
}

void GaugePanel::paintEnds(QPainter &painter, const Dial &dial) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(theme().textMuted);
    const double side = (dial.middle - dial.thickness / 2) * std::sin(radians(rest));
    const double height = QFontMetricsF(small).height();
    const double bottom = dial.centre.y() + dial.middle * std::cos(radians(rest)) + dial.thickness * 0.4;
    const QRectF line(dial.centre.x() - side + 4, bottom - height, 2 * side - 8, height);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, valueText(spec().field, m_range.low));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, valueText(spec().field, m_range.high));
}

void GaugePanel::paintDial(QPainter &painter, const Dial &dial, const InstantValue &value) const
{
    paintThresholdRing(painter, dial);
    const QRectF circle = circleAround(dial.centre, dial.middle);
    painter.setPen(flatPen(theme().track, dial.thickness));
    strokeArc(painter, circle, 0, 1);
    painter.setPen(flatPen(value.color, dial.thickness));
    const GaugeSpan span = m_range.span(value.value);
    strokeArc(painter, circle, span.from, span.to);
}

void GaugePanel::paintGauge(QPainter &painter, const QRectF &cell, const InstantValue &value) const
{
    const Parts parts = partsOf(cell);
    paintDial(painter, parts.dial, value);
    const Qt::Alignment side = m_numberPlace == NumberPlace::Beside ? Qt::AlignLeft : Qt::AlignHCenter;
    if (!parts.name.isNull()) {
        const QFontMetricsF metrics(font());
        painter.setFont(font());
        painter.setPen(theme().textMuted);
        painter.drawText(parts.name, side | Qt::AlignVCenter,
                         metrics.elidedText(value.name, Qt::ElideMiddle, parts.name.width()));
    }
    const QFontMetricsF metrics(m_numberFont);
    painter.setFont(m_numberFont);
    painter.setPen(value.color);
    // The room inside is an estimate of what the ring leaves free: the text may reach over it.
    const int flags = m_numberPlace == NumberPlace::Inside ? Qt::TextDontClip : 0;
    const QString text = m_numberPlace == NumberPlace::Inside
                             ? value.text
                             : metrics.elidedText(value.text, Qt::ElideRight, parts.number.width());
    painter.drawText(parts.number, static_cast<int>(side | Qt::AlignVCenter) | flags, text);
    if (m_numberPlace == NumberPlace::Inside && parts.dial.radius >= roomForEnds)
        paintEnds(painter, parts.dial);
}

} // namespace sightglass
