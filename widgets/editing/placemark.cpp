// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/placemark.h"

#include <QEvent>
#include <QPainter>

namespace sightglass {

PlaceMark::PlaceMark(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void PlaceMark::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_theme.accent;
    fill.setAlphaF(0.16F);
    painter.setPen(QPen(m_theme.accent, 1.5, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.panelRadius, m_theme.panelRadius);
}

PanelGrip::PanelGrip(const Theme &theme, QWidget *panel)
    : QWidget(panel)
    , m_theme(theme)
{
    setCursor(Qt::SizeFDiagCursor);
    setToolTip(tr("Drag to resize; with the keyboard: Shift and arrows"));
    setAccessibleName(tr("Resize"));
    panel->installEventFilter(this);
    place();
}

bool PanelGrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void PanelGrip::place()
{
    const QWidget *panel = parentWidget();
    setGeometry(panel->width() - side, panel->height() - side, side, side);
    raise();
}

void PanelGrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.textMuted, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF corner(side - 4, side - 4);
    painter.drawLine(corner + QPointF(-7, 0), corner);
    painter.drawLine(corner + QPointF(0, -7), corner);
}

} // namespace sightglass
