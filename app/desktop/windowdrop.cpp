// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowdrop.h"

#include <QDropEvent>
#include <QMimeData>

namespace sightglass {

bool takeDrop(QEvent *event, const std::function<bool(const QMimeData &)> &canTake,
              const std::function<void(const QMimeData &)> &take)
{
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
                        event->type() == QEvent::Drop;
    if (!isDrag)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    if (!canTake(*drop->mimeData()))
        return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        take(*drop->mimeData());
    return true;
}

} // namespace sightglass
