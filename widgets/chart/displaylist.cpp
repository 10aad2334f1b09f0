// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/displaylist.h"

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

} // namespace

void DisplayList::paint(QPainter &painter) const
{
    painter.save();
    for (const Item &item : m_items)
        std::visit([&painter](const auto &one) { paintItem(painter, one); }, item);
    painter.restore();
}

} // namespace sightglass
