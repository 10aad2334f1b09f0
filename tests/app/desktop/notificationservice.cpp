// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/notificationservice.h"

#include <QDBusMessage>

namespace sightglass::test {

NotificationService &NotificationService::instance()
{
    static NotificationService service;
    return service;
}

NotificationService::NotificationService()
{
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                   QStringLiteral("--print-address=1")});
    if (!m_daemon.waitForStarted(5000) || !m_daemon.waitForReadyRead(5000))
        return;
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    // The service has a connection of its own, so that calls really cross the bus.
    QDBusConnection bus = QDBusConnection::connectToBus(
        QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), QStringLiteral("notification-service"));
    m_available = bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                     QDBusConnection::ExportAllSlots) &&
                  bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
}

NotificationService::~NotificationService()
{
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(2000))
        m_daemon.kill();
}

uint NotificationService::Notify(const QString & /*application*/, uint replaces, const QString & /*icon*/,
                                 const QString &title, const QString &body, const QStringList &actions,
                                 const QVariantMap &hints, int /*timeout*/)
{
    const uint id = replaces != 0 ? replaces : m_nextId++;
    m_calls.push_back({id, replaces, title, body, hints, actions});
    return id;
}

void NotificationService::invoke(uint id, const QString &action) const
{
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"),
                                                     QStringLiteral("org.freedesktop.Notifications"),
                                                     QStringLiteral("ActionInvoked"));
    signal << id << action;
    QDBusConnection(QStringLiteral("notification-service")).send(signal);
}

} // namespace sightglass::test
