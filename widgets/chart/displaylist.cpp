// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/displaylist.h"

#include "widgets/chart/rectclip.h"

#include <QPaintEngine>
#include <QPainter>

namespace sightglass {

namespace {

void paintItem(QPainter &painter, const DisplayList::Fill &fill)
{
    const bool plain = fill.radius <= 0 && fill.outline.style() == Qt::NoPen;
    painter.setRenderHint(QPainter::Antialiasing, !plain);
    if (plain) {
        painter.fillRect(fill.rect, fill.brush);
        return;
    }
    painter.setPen(fill.outline);
    painter.setBrush(fill.brush);
    painter.drawRoundedRect(fill.rect, fill.radius, fill.radius);
}

void paintItem(QPainter &painter, const DisplayList::Line &line)
{
    const bool upright = line.from.x() == line.to.x() || line.from.y() == line.to.y();
    painter.setRenderHint(QPainter::Antialiasing, !upright);
    painter.setPen(line.pen);
    painter.drawLine(line.from, line.to);
}

void paintItem(QPainter &painter, const DisplayList::Shape &shape)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(shape.pen);
    painter.setBrush(shape.brush);
    painter.drawPath(shape.path);
}

void paintItem(QPainter &painter, const DisplayList::Text &text)
{
    painter.setFont(text.font);
    painter.setPen(text.color);
    const int flags = static_cast<int>(text.alignment) | Qt::TextSingleLine | Qt::TextDontClip;
    if (text.angle == 0) {
        painter.drawText(text.box, flags, text.text);
        return;
    }
    const QTransform before = painter.transform();
    painter.translate(text.box.center());
    painter.rotate(text.angle);
    painter.drawText(text.box.translated(-text.box.center()), flags, text.text);
    painter.setTransform(before);
}

void paintItem(QPainter &painter, const DisplayList::Picture &picture)
{
    painter.drawImage(picture.rect, picture.image);
}

void paintItem(QPainter &painter, const DisplayList::Clip &clip)
{
    if (clip.rect.isNull())
        painter.setClipping(false);
    else
        painter.setClipRect(clip.rect);
}

/// What is inside is drawn, where the device does not clip by itself. Texts and pictures are whole.
class ClippedPainting
{
public:
    explicit ClippedPainting(QPainter &painter)
        : m_painter(painter)
    {}

    void operator()(const DisplayList::Clip &clip) { m_inside = clip.rect; }
    void operator()(const DisplayList::Text &text) { paintItem(m_painter, text); }
    void operator()(const DisplayList::Picture &picture) { paintItem(m_painter, picture); }

    void operator()(DisplayList::Fill fill)
    {
        if (!m_inside.isNull())
            fill.rect = fill.rect.intersected(m_inside);
        if (!fill.rect.isEmpty())
            paintItem(m_painter, fill);
    }

    void operator()(DisplayList::Line line)
    {
        const QLineF whole(line.from, line.to);
        const auto inside = m_inside.isNull() ? whole : insideOf(m_inside, whole);
        if (!inside)
            return;
        line.from = inside->p1();
        line.to = inside->p2();
        paintItem(m_painter, line);
    }

    void operator()(const DisplayList::Shape &shape)
    {
        if (m_inside.isNull() || m_inside.contains(shape.path.controlPointRect())) {
            paintItem(m_painter, shape);
            return;
        }
        if (shape.brush.style() != Qt::NoBrush)
            paintItem(m_painter,
                      DisplayList::Shape{areaInside(m_inside, shape.path), Qt::NoPen, shape.brush});
        if (shape.pen.style() != Qt::NoPen)
            paintItem(m_painter, DisplayList::Shape{linesInside(m_inside, shape.path), shape.pen});
    }

private:
    QPainter &m_painter;
    QRectF m_inside; ///< null: everything
};

} // namespace

void DisplayList::paint(QPainter &painter) const
{
    painter.save();
    // Qt's SVG files take no notice of clipping.
    ClippedPainting clipped(painter);
    const bool isSvg = painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::SVG;
    for (const Item &item : m_items) {
        if (isSvg)
            std::visit(clipped, item);
        else
            std::visit([&painter](const auto &one) { paintItem(painter, one); }, item);
    }
    painter.restore();
}

} // namespace sightglass
