// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/cutlabel.h"

#include "model/presentation/displaytext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sightglass {

CutLabel::CutLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void CutLabel::setLine(const QString &line)
{
    if (line != text())
        setText(line);
}

bool CutLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize CutLabel::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    return {0, fontMetrics().height() + margins.top() + margins.bottom()};
}

void CutLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect room = contentsRect();
    painter.drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

bool CutLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QLabel::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (isCut())
        QToolTip::showText(help->globalPos(), plainToolTip(text()), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace sightglass
