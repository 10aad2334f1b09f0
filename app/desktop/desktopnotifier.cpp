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

QVariantMap hintsOf(const Notification &notification)
{
    QVariantMap hints = {{QStringLiteral("urgency"), QVariant::fromValue(urgency(notification))},
                         {QStringLiteral("desktop-entry"), QStringLiteral("sightglass")}};
    if (notification.sound && !notification.resolved)
        hints.insert(QStringLiteral("sound-name"), notification.severity == Severity::Critical
                                                       ? QStringLiteral("dialog-error")
                                                       : QStringLiteral("dialog-warning"));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    return hints;
}

/// Ids and labels by turns. Where there are any, the notification itself is one, too.
QStringList actionList(const Notification &notification)
{
    QStringList list;
    if (!notification.actions.isEmpty())
        list << QStringLiteral("default") << notification.actions.constFirst().label;
    for (const NotificationAction &action : notification.actions)
        list << action.id << action.label;
    return list;
}

} // namespace

DesktopNotifier::DesktopNotifier(QSystemTrayIcon *tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
{}

void DesktopNotifier::notify(const Notification &notification)
{
    const auto underWay = m_underWay.find(notification.key);
    if (underWay != m_underWay.end())
        *underWay = notification;
    else
        send(notification);
}

void DesktopNotifier::send(const Notification &notification)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        fallBack(notification);
        return;
    }
    if (!m_listens)
        m_listens = bus.connect(QStringLiteral("org.freedesktop.Notifications"),
                                QStringLiteral("/org/freedesktop/Notifications"),
                                QStringLiteral("org.freedesktop.Notifications"),
                                QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    // The body is markup for many services: hostile label values must stay text.
    call << QStringLiteral("Sightglass") << m_shown.value(notification.key, 0U)
         << QStringLiteral("sightglass") << notification.title << notification.body.toHtmlEscaped()
         << actionList(notification) << hintsOf(notification) << -1;
    m_underWay.insert(notification.key, std::nullopt);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        answered(notification, reply.isError() ? std::nullopt : std::optional(reply.value()));
    });
}

void DesktopNotifier::answered(const Notification &notification, std::optional<uint> id)
{
    if (id) {
        m_order.removeOne(notification.key);
        m_order.append(notification.key);
        m_shown.insert(notification.key, *id);
        if (m_order.size() > maxRememberedIds)
            m_shown.remove(m_order.takeFirst());
    } else {
        fallBack(notification);
    }
    const std::optional<Notification> next = m_underWay.take(notification.key);
    const bool isWithdrawn = m_withdrawn.remove(notification.key);
    if (next)
        send(*next);
    else if (isWithdrawn)
        withdraw(notification.key);
}

void DesktopNotifier::withdraw(const QString &key)
{
    const auto underWay = m_underWay.find(key);
    if (underWay != m_underWay.end()) {
        *underWay = std::nullopt;
        m_withdrawn.insert(key);
        return;
    }
    m_order.removeOne(key);
    const uint id = m_shown.take(key);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (id == 0 || !bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("CloseNotification"));
    call << id;
    bus.asyncCall(call, answerTimeoutMs);
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    // Every program on the bus hears of every notification.
    const QString key = m_shown.key(id);
    if (!key.isEmpty())
        emit actionInvoked(key, action);
}

void DesktopNotifier::fallBack(const Notification &notification)
{
    if (m_tray == nullptr || !m_tray->isVisible() || !QSystemTrayIcon::supportsMessages())
        return;
    const auto icon = notification.resolved || notification.severity == Severity::Info
                          ? QSystemTrayIcon::Information
                      : notification.severity == Severity::Critical ? QSystemTrayIcon::Critical
                                                                    : QSystemTrayIcon::Warning;
    m_tray->showMessage(notification.title, notification.body, icon);
}

} // namespace sightglass
