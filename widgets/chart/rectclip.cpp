// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/rectclip.h"

#include <array>
#include <utility>

namespace sightglass {

namespace {

/// One side of a rectangle.
struct Side
{
    double x = 0; ///< with y the normal, which points outwards
    double y = 0;
    double reach = 0; ///< of what is inside, along the normal

    /// How far outside; negative inside.
    [[nodiscard]] double distance(const QPointF &p) const { return x * p.x() + y * p.y() - reach; }
};

std::array<Side, 4> sidesOf(const QRectF &rect)
{
    return {Side{-1, 0, -rect.left()}, Side{1, 0, rect.right()}, Side{0, -1, -rect.top()},
            Side{0, 1, rect.bottom()}};
}

QPointF crossing(const QPointF &a, const QPointF &b, double distanceA, double distanceB)
{
    return a + (b - a) * (distanceA / (distanceA - distanceB));
}

/// After Sutherland and Hodgman: what is beyond one side goes, for each side.
QPolygonF polygonInside(const QRectF &rect, QPolygonF polygon)
{
    for (const Side &side : sidesOf(rect)) {
        QPolygonF kept;
        for (qsizetype i = 0; i < polygon.size(); ++i) {
            const QPointF &from = polygon[i == 0 ? polygon.size() - 1 : i - 1];
            const QPointF &to = polygon[i];
            const double before = side.distance(from);
            const double here = side.distance(to);
            if ((before > 0) != (here > 0))
                kept.append(crossing(from, to, before, here));
            if (here <= 0)
                kept.append(to);
        }
        polygon = std::move(kept);
    }
    return polygon;
}

} // namespace

std::optional<QLineF> insideOf(const QRectF &rect, const QLineF &line)
{
    QPointF from = line.p1();
    QPointF to = line.p2();
    for (const Side &side : sidesOf(rect)) {
        const double before = side.distance(from);
        const double behind = side.distance(to);
        if (before > 0 && behind > 0)
            return std::nullopt;
        if (before > 0)
            from = crossing(from, to, before, behind);
        else if (behind > 0)
            to = crossing(from, to, before, behind);
    }
    return QLineF(from, to);
}

QPainterPath areaInside(const QRectF &rect, const QPainterPath &path)
{
    QPainterPath inside;
    inside.setFillRule(path.fillRule());
    for (const QPolygonF &polygon : path.toSubpathPolygons()) {
        const QPolygonF kept = polygonInside(rect, polygon);
        if (kept.size() < 3)
            continue;
        inside.addPolygon(kept);
        inside.closeSubpath();
    }
    return inside;
}

QPainterPath linesInside(const QRectF &rect, const QPainterPath &path)
{
    QPainterPath inside;
    for (const QPolygonF &polygon : path.toSubpathPolygons()) {
        for (qsizetype i = 1; i < polygon.size(); ++i) {
            const auto piece = insideOf(rect, QLineF(polygon[i - 1], polygon[i]));
            if (!piece)
                continue;
            if (inside.isEmpty() || inside.currentPosition() != piece->p1())
                inside.moveTo(piece->p1());
            inside.lineTo(piece->p2());
        }
    }
    return inside;
}

} // namespace sightglass
