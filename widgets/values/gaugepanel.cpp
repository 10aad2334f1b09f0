// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/gaugepanel.h"

#include "model/core/proportion.h"
#include "widgets/values/valuegrid.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sightglass {

namespace {

constexpr double span = 270;              ///< degrees
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
constexpr float boundsOpacity = 0.35F;
constexpr double boundsWidth = 1.5;
constexpr double narrowestCell = 64;
constexpr double longestText = 150; ///< longer numbers are elided rather than given wider cells
constexpr double lowestDial = 24;
constexpr double roomForLabels = 90; ///< the height from which thresholds are labelled

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// The shares from..to of the scale, clockwise from the low end.
QPainterPath arcPath(const QRectF &circle, double from, double to)
{
    const double start = 270 - rest - from * span;
    QPainterPath path;
    path.arcMoveTo(circle, start);
    path.arcTo(circle, start, -(to - from) * span);
    return path;
}

/// A part of a scale in one colour.
struct ScalePart
{
    double from = 0;
    double to = 1;
    QColor color;
};

/// Where on the scale a threshold lies.
double shareOfStep(const Thresholds &thresholds, double from, const GaugeRange &range)
{
    return thresholds.mode == ThresholdsMode::Percentage ? std::clamp(from / 100, 0.0, 1.0)
                                                         : range.share(from);
}

std::vector<ScalePart> scaleParts(const InstantValue &value, const Theme &theme)
{
    const Thresholds thresholds = value.config->thresholds.value_or(Thresholds());
    const std::vector<ThresholdStep> &steps = thresholds.steps;
    std::vector<ScalePart> parts;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double from = steps[i].from ? shareOfStep(thresholds, *steps[i].from, value.range) : 0;
        const bool more = i + 1 < steps.size() && steps[i + 1].from;
        const double to = more ? shareOfStep(thresholds, *steps[i + 1].from, value.range) : 1;
        if (to > from)
            parts.push_back({from, to, theme.named(steps[i].color)});
    }
    return parts;
}

QPen flatPen(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::FlatCap};
}

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
    return values().size() > 1;
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

ValueView::Places GaugePanel::layoutValues()
{
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    number.setPixelSize(smallestOutside);
    const double text = std::min(widestText(number) + 2, longestText);
    const double line = QFontMetricsF(nameFont()).height();
    const ValueGrid grid = orientedGrid(QSizeF(size()), values().size(),
                                        {cellGap, smallestCell(text, line), line, options().orientation});
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
    const double depth = std::cos(radians(rest)); // how far the ends reach below the centre
    Dial dial;
    dial.radius = std::max(8.0, std::min(area.width() / 2 - 4, (area.height() - 6) / (1 + depth)));
    dial.thickness = std::max(4.0, dial.radius * thicknessShare);
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
    for (const ScalePart &part : scaleParts(value, theme()))
        list.add(DisplayList::Shape{
            arcPath(circleAround(dial.centre, dial.radius - ringWidth / 2), part.from, part.to),
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
        const double share = shareOfStep(thresholds, *step.from, value.range);
        const double shown = thresholds.mode == ThresholdsMode::Percentage
                                 ? valueInSpan(value.range.low, value.range.high, share)
                                 : *step.from;
        if (share <= 0 || share >= 1)
            continue;
        const QString text = valueText(*value.config, shown, zone());
        const double angle = radians(270 - rest - share * span);
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
    const double side = (dial.middle + dial.thickness / 2) * std::sin(radians(rest));
    const QFontMetricsF metrics(small);
    const double top = dial.centre.y() + (dial.middle + dial.thickness / 2) * std::cos(radians(rest));
    const double bottom = std::min(top + metrics.height(), dial.bottom);
    const QRectF line(dial.centre.x() - side, bottom - metrics.height(), 2 * side, metrics.height());
    const double gap = dial.thickness * std::cos(radians(rest)) + 2;
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
    const QRectF circle = circleAround(dial.centre, dial.middle);
    list.add(DisplayList::Shape{arcPath(circle, 0, 1), flatPen(theme().track, dial.thickness)});
    const GaugeSpan span = value.range.span(value.value);
    if (span.to > span.from)
        list.add(
            DisplayList::Shape{arcPath(circle, span.from, span.to), flatPen(value.color, dial.thickness)});
    drawBounds(list, dial, value);
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
        list.add(DisplayList::Shape{arcPath(circleAround(dial.centre, dial.middle), at, high),
                                    flatPen(pale, dial.thickness)});
    const QRectF edge = circleAround(dial.centre, dial.middle - dial.thickness / 2 - boundsWidth);
    if (high > low)
        list.add(DisplayList::Shape{arcPath(edge, low, high), flatPen(theme().text, boundsWidth)});
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
    // The room inside is an estimate of what the ring leaves free: the text may reach over it.
    DisplayList::Text number =
        fittedText(parts.number, value.text, m_numberFont, value.color, Qt::ElideRight);
    if (m_numberPlace == NumberPlace::Inside && m_numberFont.pixelSize() >= smallestInside)
        number.text = value.text;
    number.alignment = side | Qt::AlignVCenter;
    list.add(std::move(number));
    if (m_numberPlace == NumberPlace::Inside)
        drawBoundsText(list, parts, value);
    if (m_numberPlace == NumberPlace::Inside && parts.dial.radius >= roomForEnds)
        drawEnds(list, parts.dial, value);
}

} // namespace sightglass
