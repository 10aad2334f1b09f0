// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/paneldrawing.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/chart/displaylist.h"

#include <QFontMetrics>
#include <QPainter>

namespace sightglass {

namespace {

constexpr int margin = 8;
constexpr int captionPadding = 6;

QFont titleFont(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    font.setPointSizeF(base.pointSizeF() * 1.3);
    return font;
}

QFont headingFont(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    return font;
}

DisplayList header(const DashboardParts &parts, int height)
{
    DisplayList list;
    const QFont font = titleFont(parts.font);
    const int room = parts.size.width() - 2 * margin;
    const int range = QFontMetrics(parts.font).horizontalAdvance(parts.range);
    const QString title =
        QFontMetrics(font).elidedText(parts.title, Qt::ElideRight, room - range - 2 * margin);
    const QRectF box(margin, 0, room, height);
    list.add(DisplayList::Text{box, title, font, parts.theme.text});
    list.add(DisplayList::Text{box, parts.range, parts.font, parts.theme.textMuted,
                               Qt::AlignRight | Qt::AlignVCenter});
    return list;
}

void paintPanel(QPainter &painter, const PlacedPanel &panel, const DashboardParts &parts)
{
    painter.save();
    painter.translate(panel.rect.topLeft());
    painter.setClipRect(QRect(QPoint(), panel.rect.size()), Qt::IntersectClip);
    if (panel.frame != nullptr) {
        panel.frame->exportTo(painter);
    } else {
        DisplayList list;
        list.add(DisplayList::Text{QRectF(QPointF(), QSizeF(panel.rect.size())), panel.heading,
                                   headingFont(parts.font), parts.theme.text,
                                   Qt::AlignLeft | Qt::AlignBottom});
        list.paint(painter);
    }
    painter.restore();
}

} // namespace

QString rangeCaption(const PanelData &data, const QTimeZone &zone)
{
    if (data.range.to <= data.range.from)
        return {};
    return timeRangeText(data.range, zone) + u' ' + zoneText(data.range.to, zone);
}

Drawing panelDrawing(PanelFrame &frame)
{
    const QString caption =
        frame.panelData() ? rangeCaption(*frame.panelData(), frame.timeZone()) : QString();
    const int captionHeight = caption.isEmpty() ? 0 : frame.fontMetrics().height() + captionPadding;
    const QSize size = frame.size() + QSize(2 * margin, 2 * margin + captionHeight);
    const auto paint = [&frame, caption, captionHeight, size](QPainter &painter) {
        painter.save();
        painter.translate(margin, margin);
        frame.exportTo(painter);
        painter.restore();
        DisplayList list;
        const QRectF box(margin, size.height() - margin - captionHeight + captionPadding / 2.0, frame.width(),
                         captionHeight);
        list.add(DisplayList::Text{box, caption, frame.font(), frame.theme().textMuted,
                                   Qt::AlignRight | Qt::AlignVCenter});
        list.paint(painter);
    };
    return {displayText(std::string_view(frame.spec().title)), size, frame.theme().window, paint};
}

Drawing dashboardDrawing(DashboardParts parts)
{
    const int height = QFontMetrics(titleFont(parts.font)).height() + 2 * margin;
    const QSize size = parts.size + QSize(0, height);
    const QString title = parts.title;
    const QColor background = parts.theme.window;
    const auto paint = [parts = std::move(parts), height](QPainter &painter) {
        header(parts, height).paint(painter);
        painter.translate(0, height);
        for (const PlacedPanel &panel : parts.panels)
            paintPanel(painter, panel, parts);
        painter.translate(0, -height);
    };
    return {title, size, background, paint};
}

Drawing windowDrawing(DashboardParts parts, QSize size)
{
    const QString title = parts.title;
    const QColor background = parts.theme.window;
    const auto paint = [parts = std::move(parts), size](QPainter &painter) {
        painter.save();
        painter.setClipRect(QRect(QPoint(), size));
        for (const PlacedPanel &panel : parts.panels) {
            if (panel.rect.top() < size.height())
                paintPanel(painter, panel, parts);
        }
        painter.restore();
    };
    return {title, size, background, paint};
}

} // namespace sightglass
