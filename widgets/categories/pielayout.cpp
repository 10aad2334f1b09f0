// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/pielayout.h"

#include "widgets/style/contrast.h"
#include "widgets/style/listtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sightglass {

namespace {

constexpr double margin = 4;
constexpr double holeShare = 0.62;
constexpr double labelShare = 0.24; ///< of the width, on either side
constexpr double widestLabel = 160;
constexpr double smallerForLabels = 0.7;
constexpr double arm = 10; ///< from the pie's edge to a label beside it
constexpr double insidePadding = 4;
constexpr double widestSeam = 1.5;
constexpr double thinnestSeam = 0.4;
constexpr double seamShare = 0.08;    ///< of the slice's arc
constexpr double roomForLabels = 160; ///< a smaller panel has none beside the pie

bool any(const PieLabels &labels)
{
    return labels.name || labels.value || labels.percent;
}

QPointF onCircle(QPointF centre, double radius, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {centre.x() + radius * std::sin(angle), centre.y() - radius * std::cos(angle)};
}

QSizeF sizeOf(const QStringList &lines, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {std::ceil(width), metrics.height() * static_cast<double>(lines.size())};
}

/// Whether a box lies in a slice: its corners do.
bool isInside(const QRectF &box, const PieSlice &slice, const PiePlace &place)
{
    const std::vector<PieSlice> alone{slice};
    const auto holds = [&](QPointF corner) { return pieSliceAt(alone, place, corner).has_value(); };
    return holds(box.topLeft()) && holds(box.topRight()) && holds(box.bottomLeft()) &&
           holds(box.bottomRight()) && holds(QPointF(box.center().x(), box.top())) &&
           holds(QPointF(box.center().x(), box.bottom()));
}

/// The middle of a slice's ring, or of the whole where that is one slice.
QRectF boxIn(const PieSlice &slice, const PiePlace &place, QSizeF size)
{
    return {pieMiddle(slice, place) - QPointF(size.width(), size.height()) / 2, size};
}

QStringList othersLabel(const PieSlice &slice, std::span<const PieValue> values)
{
    return {pieName(slice, values), percentText(slice.share, {})};
}

void addLines(DisplayList &list, const QStringList &lines, QRectF box, const QFont &font, const QColor &color,
              Qt::Alignment align)
{
    const double height = box.height() / static_cast<double>(lines.size());
    box.setHeight(height);
    for (const QString &line : lines) {
        list.add(DisplayList::Text{box, line, font, color, align | Qt::AlignVCenter, 0});
        box.translate(0, height);
    }
}

/// Labels beside the pie that are placed already.
struct Beside
{
    DisplayList &list;
    const PiePlace &place;
    QSizeF size;
    const PieLook &look;
    std::vector<QRectF> taken;

    void add(const PieSlice &slice, QStringList lines)
    {
        const double middle = slice.start + slice.span / 2;
        const bool right = middle < 180;
        const QPointF edge = onCircle(place.centre, place.radius, middle);
        const QPointF elbow = onCircle(place.centre, place.radius + arm, middle);
        const double end = right ? size.width() : 0;
        const double room = std::min(std::abs(end - elbow.x()) - margin, widestLabel);
        const QFontMetricsF metrics(look.font);
        if (room < metrics.averageCharWidth() * 4)
            return;
        for (QString &line : lines)
            line = metrics.elidedText(line, Qt::ElideRight, room);
        const QSizeF needed = sizeOf(lines, look.font);
        const double left = right ? elbow.x() + margin : elbow.x() - margin - needed.width();
        const QRectF box(QPointF(left, elbow.y() - needed.height() / 2), needed);
        const bool outside = box.top() < 0 || box.bottom() > size.height();
        const bool overlaps =
            std::ranges::any_of(taken, [&box](const QRectF &other) { return other.intersects(box); });
        if (outside || overlaps)
            return;
        taken.push_back(box);
        list.add(DisplayList::Line{edge, elbow, QPen(look.theme.axis, 1)});
        addLines(list, lines, box, look.font, look.theme.text, right ? Qt::AlignLeft : Qt::AlignRight);
    }
};

} // namespace

PiePlace piePlace(QSizeF size, const PieLook &look)
{
    const double line = QFontMetricsF(look.font).height();
    const double below = look.remark.isEmpty() ? 0 : line + 2;
    double radius = std::min(size.width(), size.height() - below) / 2 - margin;
    if (any(look.labels) && size.width() >= roomForLabels) {
        const double sides = std::min(size.width() * labelShare, widestLabel);
        radius = std::min({radius, size.width() / 2 - sides, (size.height() - below) / 2 - line - margin});
        // Whole labels are worth a somewhat smaller pie.
        if (look.beside > 0)
            radius = std::min(radius, std::max(size.width() / 2 - look.beside, radius * smallerForLabels));
    }
    PiePlace place;
    place.radius = std::max(radius, 1.0);
    place.centre = {size.width() / 2, (size.height() - below) / 2};
    place.hole = look.shape == PieShape::Donut ? place.radius * holeShare : 0;
    return place;
}

QString pieName(const PieSlice &slice, std::span<const PieValue> values)
{
    if (!slice.gathered())
        return values[slice.values.front()].name;
    return QCoreApplication::translate("sightglass::PiePanel", "%n others", nullptr,
                                       static_cast<int>(slice.values.size()));
}

QStringList pieLabel(const PieSlice &slice, std::span<const PieValue> values, const PieLabels &labels)
{
    QStringList lines;
    if (labels.name)
        lines.append(pieName(slice, values));
    QStringList numbers;
    const PieValue &first = values[slice.values.front()];
    if (labels.value && !slice.gathered())
        numbers.append(first.text);
    if (labels.percent)
        numbers.append(percentText(slice.share, first.decimals));
    if (!numbers.isEmpty())
        lines.append(numbers.join(QStringLiteral(" · ")));
    return lines;
}

double pieSeam(const PieSlice &slice, const PiePlace &place)
{
    const double arc = slice.span * std::numbers::pi / 180 * place.radius;
    const double seam = std::min(widestSeam, arc * seamShare);
    return seam < thinnestSeam ? 0 : seam;
}

QPointF pieMiddle(const PieSlice &slice, const PiePlace &place)
{
    const double ring = place.hole > 0 ? (place.hole + place.radius) / 2 : place.radius * 0.62;
    return onCircle(place.centre, ring, slice.start + slice.span / 2);
}

std::optional<std::size_t> pieSliceAt(std::span<const PieSlice> slices, const PiePlace &place, QPointF at)
{
    const QPointF from = at - place.centre;
    const double distance = std::hypot(from.x(), from.y());
    if (distance > place.radius || distance < place.hole)
        return std::nullopt;
    double angle = std::atan2(from.x(), -from.y()) * 180 / std::numbers::pi;
    angle += angle < 0 ? 360 : 0;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (angle >= slices[i].start && angle <= slices[i].start + slices[i].span)
            return i;
    }
    return std::nullopt;
}

bool tellsOthers(std::span<const PieSlice> slices, std::span<const PieValue> values, const PiePlace &place,
                 const PieLook &look)
{
    const auto others = std::ranges::find_if(slices, &PieSlice::gathered);
    if (others == slices.end())
        return false;
    const QRectF box = boxIn(*others, place, sizeOf(othersLabel(*others, values), look.font));
    return isInside(box.adjusted(-insidePadding, -1, insidePadding, 1), *others, place);
}

double besideWidth(std::span<const PieSlice> slices, std::span<const PieValue> values, const PiePlace &place,
                   const PieLook &look)
{
    double widest = 0;
    for (const PieSlice &slice : slices) {
        const bool told = slice.gathered() && tellsOthers(slices, values, place, look);
        const QStringList lines = told ? othersLabel(slice, values) : pieLabel(slice, values, look.labels);
        const QSizeF needed = sizeOf(lines, look.font);
        const QRectF padded = boxIn(slice, place, needed).adjusted(-insidePadding, -1, insidePadding, 1);
        if (lines.isEmpty() || isInside(padded, slice, place))
            continue;
        // As far out as the slice's middle is.
        const double angle = (slice.start + slice.span / 2) * std::numbers::pi / 180;
        const double out = (place.radius + arm) * std::abs(std::sin(angle)) - place.radius;
        widest = std::max(widest, std::min(needed.width(), widestLabel) + out + margin + 1);
    }
    return widest;
}

DisplayList drawPieLabels(std::span<const PieSlice> slices, std::span<const PieValue> values,
                          const PiePlace &place, QSizeF size, const PieLook &look)
{
    DisplayList list;
    Beside beside{list, place, size, look, {}};
    if (!look.remark.isEmpty()) {
        const double line = QFontMetricsF(look.font).height();
        const QRectF box(0, size.height() - line, size.width(), line);
        const QFont small = smallFont(look.font);
        list.add(DisplayList::Text{box,
                                   QFontMetricsF(small).elidedText(look.remark, Qt::ElideRight, size.width()),
                                   small, look.theme.textMuted, Qt::AlignCenter, 0});
        beside.taken.push_back(box);
    }
    for (const PieSlice &slice : slices) {
        const bool told = slice.gathered() && tellsOthers(slices, values, place, look);
        const QStringList lines = told ? othersLabel(slice, values) : pieLabel(slice, values, look.labels);
        if (lines.isEmpty())
            continue;
        const QSizeF needed = sizeOf(lines, look.font);
        const QRectF box = boxIn(slice, place, needed);
        const QRectF padded = box.adjusted(-insidePadding, -1, insidePadding, 1);
        if (isInside(padded, slice, place)) {
            const QColor fill = slice.gathered() ? look.theme.axis : values[slice.values.front()].color;
            addLines(list, lines, box, look.font, textOn(fill), Qt::AlignHCenter);
        } else if (size.width() >= roomForLabels) {
            beside.add(slice, lines);
        }
    }
    return list;
}

} // namespace sightglass
