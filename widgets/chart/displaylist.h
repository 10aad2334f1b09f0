// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QString>

#include <span>
#include <variant>
#include <vector>

class QPainter;

namespace sightglass {

/// What a panel draws, as values: made when data, size or theme change, painted as often as the screen or an
/// export asks, read by tests. Lengths are logical pixels. Later items cover earlier ones.
class DisplayList
{
public:
    /// A rectangle, filled; a radius rounds its corners.
    struct Fill
    {
        QRectF rect;
        QBrush brush;
        double radius = 0;
        QPen outline = Qt::NoPen;
    };
    struct Line
    {
        QPointF from;
        QPointF to;
        QPen pen;
    };
    /// An outline, filled and stroked.
    struct Shape
    {
        QPainterPath path;
        QPen pen = Qt::NoPen;
        QBrush brush = Qt::NoBrush;
    };
    /// One line of displayable text (see displayText()), whole: who lays it out elides it.
    struct Text
    {
        QRectF box;
        QString text;
        QFont font;
        QColor color;
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
        double angle = 0; ///< degrees, clockwise around the box's centre
    };
    /// Pixels, scaled into a rectangle: what cannot be drawn by lines, such as cells of a heatmap.
    struct Picture
    {
        QRectF rect;
        QImage image;
    };
    /// Everything behind this lies inside; a null rectangle ends that.
    struct Clip
    {
        QRectF rect;
    };
    using Item = std::variant<Fill, Line, Shape, Text, Picture, Clip>;

    void add(Item item) { m_items.push_back(std::move(item)); }
    void clear() { m_items.clear(); }

    [[nodiscard]] std::span<const Item> items() const noexcept { return m_items; }
    /// The items of one kind, in their order.
    template<typename Kind>
    [[nodiscard]] std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const Item &item : m_items) {
            if (const Kind *one = std::get_if<Kind>(&item))
                found.push_back(*one);
        }
        return found;
    }

    /// Onto a screen, or as vectors onto paper and into SVG. Shapes, slanted lines and rounded corners are
    /// antialiased, upright lines and plain rectangles are not.
    void paint(QPainter &painter) const;

private:
    std::vector<Item> m_items;
};

} // namespace sightglass
