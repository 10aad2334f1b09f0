// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/gaugepanel.h"

#include "model/core/proportion.h"
#include "widgets/values/gaugescale.h"
#include "widgets/values/sparkline.h"
#include "widgets/values/valuegrid.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double cellGap = 10;
constexpr double thicknessShare = 0.17; ///< of the radius
constexpr double usualBarWidth = 0.5;   ///< Grafana's factor for that
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
constexpr double pointShare = 0.2; ///< of the bar's width: the radius of the dot at its end
constexpr float boundsOpacity = 0.35F;
constexpr double boundsWidth = 1.5;
constexpr double narrowestCell = 64;
constexpr double longestText = 150; ///< longer numbers are elided rather than given wider cells
constexpr double lowestDial = 24;
constexpr double roomForLabels = 90; ///< the height from which thresholds are labelled

QFont labelFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

QRectF circleAround(QPointF centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

} // namespace

GaugeOptions GaugePanel::options() const
{
    const auto *own = std::get_if<GaugeOptions>(&spec().options);
    return own != nullptr ? *own : GaugeOptions();
}

bool GaugePanel::showsNames() const
{
    const StatText text = options().text;
    return text == StatText::ValueAndName || text == StatText::Name ||
           (text == StatText::Auto && values().size() > 1);
}

bool GaugePanel::showsNumbers() const
{
    const StatText text = options().text;
    return text != StatText::Name && text != StatText::None;
}

QFont GaugePanel::nameFont() const
{
    QFont name = font();
    if (const auto size = options().sizes.title; size && *size >= 1)
        name.setPixelSize(static_cast<int>(std::min(*size, 200.0)));
    return name;
}

QSizeF GaugePanel::smallestCell(double text, double line) const
{
    QSizeF smallest(std::max(text, narrowestCell), lowestDial + 2 * line);
    const double dial = std::min(double(height()), smallest.height()) * dialAspect;
    if (height() < smallest.height())
        smallest = QSizeF(text / (1 - nameShare) + textGap + dial, line);
    if (options().minWidth && options().orientation != Orientation::Horizontal)
        smallest.setWidth(std::max(smallest.width(), std::min(*options().minWidth, double(width()))));
    if (options().minHeight && options().orientation != Orientation::Vertical)
        smallest.setHeight(std::max(smallest.height(), std::min(*options().minHeight, double(height()))));
    return smallest;
}

double GaugePanel::smallestText() const
{
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    number.setPixelSize(smallestOutside);
    return std::min(widestText(number) + 2, longestText);
}

GridWish GaugePanel::gridWish() const
{
    const double line = QFontMetricsF(nameFont()).height();
    return {cellGap, smallestCell(smallestText(), line), line, options().orientation};
}

QSizeF GaugePanel::areaForAll() const
{
    return sizeForAll(area(), values().size(), gridWish());
}

ValueView::Places GaugePanel::layoutValues()
{
    const GridWish wish = gridWish();
    const double line = wish.line;
    const double text = smallestText();
    const ValueGrid grid = orientedGrid(area(), values().size(), wish);
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
    if (const auto size = options().sizes.value; size && *size >= 1)
        m_numberFont.setPixelSize(static_cast<int>(std::clamp(*size, 10.0, 400.0)));
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

void GaugePanel::drawValues(DisplayList &list)
{
    for (const Place &place : places().values)
        drawGauge(list, place.area, values()[place.value]);
}

GaugePanel::Dial GaugePanel::dialIn(const QRectF &whole) const
{
    const bool labels = options().thresholdLabels && whole.height() >= roomForLabels;
    const double line = QFontMetricsF(labelFont(font())).height();
    const QRectF area = labels ? whole.adjusted(2 * line, line, -2 * line, 0) : whole;
    const bool round = options().shape == GaugeShape::Circle;
    const double depth =
        round ? 1 : std::cos(radians(GaugeScale::rest)); // how far the scale reaches below the centre
    Dial dial;
    dial.radius = std::max(8.0, std::min(area.width() / 2 - 4, (area.height() - 6) / (1 + depth)));
    dial.thickness = std::max(4.0, dial.radius * thicknessShare * std::clamp(options().barWidth, 0.05, 1.0) /
                                       usualBarWidth);
    dial.ring = options().thresholdMarkers && dial.radius >= roomForRing &&
                spec().field.thresholds.value_or(Thresholds()).steps.size() > 1;
    dial.labels = labels;
    const double outside = dial.ring ? ringWidth + ringGap : 0;
    dial.middle = dial.radius - outside - dial.thickness / 2;
    const double height = dial.radius * (1 + depth);
    dial.bottom = area.bottom();
    dial.centre = {area.center().x(), area.top() + (area.height() - height) / 2 + dial.radius};
    return dial;
}

GaugePanel::Parts GaugePanel::partsBeside(const QRectF &cell) const
{
    const double line = QFontMetricsF(nameFont()).height();
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
    const double line = QFontMetricsF(nameFont()).height();
    Parts parts;
    QRectF area = cell;
    if (showsNames()) {
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

void GaugePanel::drawThresholdRing(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    if (!dial.ring)
        return;
    for (const GaugePart &part : gaugeParts(value, theme()))
        list.add(DisplayList::Shape{arcPath(gaugeScale(options().shape),
                                            circleAround(dial.centre, dial.radius - ringWidth / 2), part.from,
                                            part.to),
                                    flatPen(part.color, ringWidth)});
}

void GaugePanel::drawThresholdLabels(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    if (!dial.labels)
        return;
    const Thresholds thresholds = value.config->thresholds.value_or(Thresholds());
    const QFont small = labelFont(font());
    const QFontMetricsF metrics(small);
    for (const ThresholdStep &step : thresholds.steps) {
        if (!step.from)
            continue;
        const double share = gaugeShareOfStep(thresholds, *step.from, value.range);
        const double shown = thresholds.mode == ThresholdsMode::Percentage
                                 ? valueInSpan(value.range.low, value.range.high, share)
                                 : *step.from;
        if (share <= 0 || share >= 1)
            continue;
        const QString text = valueText(*value.config, shown, zone());
        const GaugeScale scale = gaugeScale(options().shape);
        const double angle = radians(scale.start - share * scale.span);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double reach = dial.radius + 2;
        // The box touches the ring with the side that looks at it.
        const QPointF at(dial.centre.x() + std::cos(angle) * (reach + width / 2),
                         dial.centre.y() - std::sin(angle) * (reach + metrics.height() / 2));
        list.add(
            DisplayList::Text{{at.x() - width / 2, at.y() - metrics.height() / 2, width, metrics.height()},
                              text,
                              small,
                              theme().named(step.color),
                              Qt::AlignCenter});
    }
}

void GaugePanel::drawEnds(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    const QFont small = labelFont(font());
    const double side = (dial.middle + dial.thickness / 2) * std::sin(radians(GaugeScale::rest));
    const QFontMetricsF metrics(small);
    const double top =
        dial.centre.y() + (dial.middle + dial.thickness / 2) * std::cos(radians(GaugeScale::rest));
    const double bottom = std::min(top + metrics.height(), dial.bottom);
    const QRectF line(dial.centre.x() - side, bottom - metrics.height(), 2 * side, metrics.height());
    const double gap = dial.thickness * std::cos(radians(GaugeScale::rest)) + 2;
    const QRectF inner = line.adjusted(gap, 0, -gap, 0);
    const QString low = valueText(*value.config, value.range.low, zone());
    const QString high = valueText(*value.config, value.range.high, zone());
    if (metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + gap > inner.width())
        return;
    list.add(DisplayList::Text{inner, low, small, theme().textMuted, Qt::AlignLeft | Qt::AlignVCenter});
    list.add(DisplayList::Text{inner, high, small, theme().textMuted, Qt::AlignRight | Qt::AlignVCenter});
}

void GaugePanel::drawDial(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    drawThresholdRing(list, dial, value);
    drawThresholdLabels(list, dial, value);
    GaugeSpan filled = value.range.span(value.value);
    if (const auto &neutral = options().neutral; neutral && !std::isnan(value.value)) {
        const double from = value.range.share(*neutral);
        const double to = value.range.share(value.value);
        filled = {std::min(from, to), std::max(from, to)};
    }
    if (options().segments > 1)
        drawSegments(list, dial, value, filled);
    else
        drawBar(list, dial, value, filled);
    drawBounds(list, dial, value);
    drawCourse(list, dial, value);
}

void GaugePanel::drawBar(DisplayList &list, const Dial &dial, const InstantValue &value,
                         const GaugeSpan &filled) const
{
    const GaugeScale scale = gaugeScale(options().shape);
    const QRectF circle = circleAround(dial.centre, dial.middle);
    const bool isRound = options().bar == GaugeBar::Rounded;
    QPen track = flatPen(theme().track, dial.thickness);
    QPen bar =
        flatPen(options().gradient ? gaugeGradient(scale, dial.centre, value, theme()) : QBrush(value.color),
                dial.thickness);
    if (isRound)
        track.setCapStyle(Qt::RoundCap);
    list.add(DisplayList::Shape{arcPath(scale, circle, 0, 1), track});
    if (filled.to <= filled.from)
        return;
    const auto addDot = [&](double share, double radius, const QColor &color) {
        const double angle = radians(scale.start - share * scale.span);
        const QPointF at = dial.centre + dial.middle * QPointF(std::cos(angle), -std::sin(angle));
        QPainterPath dot;
        dot.addEllipse(at, radius, radius);
        list.add(DisplayList::Shape{dot, Qt::NoPen, color});
    };
    // Round ends by themselves: what lies before the bar's begin has another of the gradient's colours, on a
    // circle that of its other end.
    for (const double share : {filled.from, filled.to}) {
        if (isRound)
            addDot(share, dial.thickness / 2,
                   options().gradient ? gaugeColorAt(value, share, theme()) : value.color);
    }
    list.add(DisplayList::Shape{arcPath(scale, circle, filled.from, filled.to), bar});
    if (isRound && options().endPoint)
        addDot(value.range.share(value.value), dial.thickness * pointShare, theme().surface);
}

/// As many pieces as there is room for, each in the colour of its value as far as the bar reaches.
void GaugePanel::drawSegments(DisplayList &list, const Dial &dial, const InstantValue &value,
                              const GaugeSpan &filled) const
{
    constexpr double shortest = 3; // logical pixels, of a segment
    const GaugeScale scale = gaugeScale(options().shape);
    const QRectF circle = circleAround(dial.centre, dial.middle);
    const int wanted = std::min(options().segments, 1000);
    const double widestGap = std::max(scale.span / 1.5 / wanted, 2.0); // degrees, as Grafana
    const double gap = std::clamp(options().segmentSpacing, 0.0, 1.0) * widestGap / scale.span;
    const double length = radians(scale.span) * (dial.middle - dial.thickness / 2);
    const int count = std::clamp(static_cast<int>(length / (gap * length + shortest)), 1, wanted);
    for (int i = 0; i < count; ++i) {
        const double from = double(i) / count;
        const bool isFilled = from >= filled.from && from < filled.to;
        QColor color = theme().track;
        if (isFilled && value.display)
            color = theme().named(
                value.display->display(valueInSpan(value.range.low, value.range.high, from)).color);
        if (isFilled && !color.isValid())
            color = value.color;
        list.add(DisplayList::Shape{arcPath(scale, circle, from, std::max(from, double(i + 1) / count - gap)),
                                    flatPen(color, dial.thickness)});
    }
}

/// The course of the values, below the number.
void GaugePanel::drawCourse(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    if (!options().sparkline || !value.series || *value.series >= answer()->series.size() ||
        dial.radius < roomForEnds)
        return;
    const double inner = dial.middle - dial.thickness / 2;
    const double height = inner * 0.3;
    const QRectF area(dial.centre.x() - inner * 0.6, dial.centre.y() + inner * 0.38, inner * 1.2, height);
    drawSparklineShape(list, *answer(), answer()->series[*value.series], {area, value.color});
}

/// As far as the value may reach in truth, paler; and from where to where it may lie, along the inner edge.
void GaugePanel::drawBounds(DisplayList &list, const Dial &dial, const InstantValue &value) const
{
    if (!value.bounds)
        return;
    const double low = value.range.share(value.bounds->low);
    const double high = value.range.share(value.bounds->high);
    const double at = value.range.share(value.value);
    QColor pale = value.color;
    pale.setAlphaF(boundsOpacity);
    if (high > at)
        list.add(DisplayList::Shape{
            arcPath(gaugeScale(options().shape), circleAround(dial.centre, dial.middle), at, high),
            flatPen(pale, dial.thickness)});
    const QRectF edge = circleAround(dial.centre, dial.middle - dial.thickness / 2 - boundsWidth);
    if (high > low)
        list.add(DisplayList::Shape{arcPath(gaugeScale(options().shape), edge, low, high),
                                    flatPen(theme().text, boundsWidth)});
}

/// Below the number, where the dial has room for it.
void GaugePanel::drawBoundsText(DisplayList &list, const Parts &parts, const InstantValue &value) const
{
    const QFont small = labelFont(font());
    const QFontMetricsF metrics(small);
    const double top = parts.dial.centre.y() + QFontMetricsF(m_numberFont).height() / 2;
    const QRectF line(parts.number.left(), top, parts.number.width(), metrics.height());
    const double inner = parts.dial.middle - parts.dial.thickness / 2;
    const bool fits = metrics.horizontalAdvance(value.note()) <= line.width() &&
                      line.bottom() <= parts.dial.centre.y() + inner * 0.6;
    if (!value.note().isEmpty() && fits)
        list.add(DisplayList::Text{line, value.note(), small, theme().textMuted, Qt::AlignCenter});
}

void GaugePanel::drawGauge(DisplayList &list, const QRectF &cell, const InstantValue &value) const
{
    const Parts parts = partsOf(cell);
    drawDial(list, parts.dial, value);
    const Qt::Alignment side = m_numberPlace == NumberPlace::Beside ? Qt::AlignLeft : Qt::AlignHCenter;
    if (!parts.name.isNull()) {
        DisplayList::Text name = nameText(parts.name, value, nameFont(), theme().textMuted);
        name.alignment = side | Qt::AlignVCenter;
        list.add(std::move(name));
    }
    if (!showsNumbers())
        return;
    // The room inside is an estimate of what the ring leaves free: the text may reach over it.
    DisplayList::Text number =
        fittedText(parts.number, value.text, m_numberFont, value.color, Qt::ElideRight);
    if (m_numberPlace == NumberPlace::Inside && m_numberFont.pixelSize() >= smallestInside)
        number.text = value.text;
    number.alignment = side | Qt::AlignVCenter;
    list.add(std::move(number));
    if (m_numberPlace == NumberPlace::Inside)
        drawBoundsText(list, parts, value);
    // A circle's ends are one place.
    const bool hasEnds = options().shape == GaugeShape::Arc && parts.dial.radius >= roomForEnds;
    if (m_numberPlace == NumberPlace::Inside && hasEnds)
        drawEnds(list, parts.dial, value);
}

} // namespace sightglass
