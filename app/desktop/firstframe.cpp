// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/firstframe.h"

#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QWidget>

#include <time.h>
#include <unistd.h>

namespace sightglass {

FirstFrame::FirstFrame(QWidget *window)
    : QObject(window)
{
    window->installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_seen) {
        m_seen = true;
        watched->removeEventFilter(this);
        // A window paints its children after itself and hands the picture over in the same turn of the event
        // loop.
        QMetaObject::invokeMethod(
            this,
            [this] {
                QGuiApplication::sync();
                emit painted();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

std::optional<qint64> processAgeMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray stat = file.readAll();
    // The second field, the program's name in parentheses, may itself contain blanks and parentheses; the
    // start time is field 22.
    constexpr int startTimeAfterName = 19;
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    bool ok = false;
    const qint64 ticks = fields.value(startTimeAfterName).toLongLong(&ok);
    const long ticksPerSecond = sysconf(_SC_CLK_TCK);
    timespec now{};
    if (!ok || ticksPerSecond <= 0 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return std::nullopt;
    return qint64{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / ticksPerSecond;
}

} // namespace sightglass
