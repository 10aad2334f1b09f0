// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>

#include <utility>

namespace sightglass {

/// Runs `call(*receiver)` in the GUI thread's event loop, from any thread, unless the receiver is gone by
/// then. The QPointer must have been made in the GUI thread; it is only looked into there.
template<typename Receiver, typename Call>
void postToGui(QPointer<Receiver> receiver, Call call)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [receiver = std::move(receiver), call = std::move(call)]() mutable {
            if (receiver)
                call(*receiver);
        },
        Qt::QueuedConnection);
}

} // namespace sightglass
