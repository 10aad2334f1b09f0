// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/plaintip.h"

#include "model/presentation/displaytext.h"

#include <QHelpEvent>
#include <QToolTip>

namespace sightglass {

bool answerToolTip(const QEvent *event, QWidget *widget, const std::function<QString(QPoint)> &textAt)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    const auto *help = static_cast<const QHelpEvent *>(event);
    const QString text = textAt(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(text), widget);
    return true;
}

} // namespace sightglass
