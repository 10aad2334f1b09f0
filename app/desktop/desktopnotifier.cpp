// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QSystemTrayIcon>

namespace sightglass {

namespace {

constexpr int answerTimeoutMs = 3000;
constexpr qsizetype maxRememberedIds = 256;

/// The service's own scale: 0 low, 1 normal, 2 critical (stays until dismissed).
uchar urgency(const Notification &notification)
{
    if (notification.resolved || notification.severity == Severity::Info)
        return 0;
    return notification.severity == Severity::Critical ? 2 : 1;
}

} // namespace

DesktopNotifier::DesktopNotifier(QSystemTrayIcon *tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
{
}

void DesktopNotifier::notify(const Notification &notification)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        fallBack(notification);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // The body is markup for many services: hostile label values must stay text.
    call << QStringLiteral("Sightglass") << m_ids.value(notification.key, 0U) << QStringLiteral("sightglass")
         << notification.title << notification.body.toHtmlEscaped() << QStringList()
         << QVariantMap{{QStringLiteral("urgency"), QVariant::fromValue(urgency(notification))},
                        {QStringLiteral("desktop-entry"), QStringLiteral("sightglass")}}
         << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError()) {
            fallBack(notification);
            return;
        }
        if (m_ids.size() >= maxRememberedIds)
            m_ids.clear();
        m_ids.insert(notification.key, reply.value());
    });
}

void DesktopNotifier::fallBack(const Notification &notification)
{
    if (m_tray == nullptr || !m_tray->isVisible() || !QSystemTrayIcon::supportsMessages())
        return;
    const auto icon = notification.resolved || notification.severity == Severity::Info ? QSystemTrayIcon::Information
                      : notification.severity == Severity::Critical                    ? QSystemTrayIcon::Critical
                                                                                       : QSystemTrayIcon::Warning;
    m_tray->showMessage(notification.title, notification.body, icon);
}

} // namespace sightglass
