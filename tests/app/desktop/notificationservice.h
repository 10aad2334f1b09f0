// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QVariantMap>

namespace sightglass::test {

/// A desktop's notification service on a D-Bus session bus of the test's own: a real dbus-daemon, a real
/// org.freedesktop.Notifications, no desktop. The first use in a process starts the bus and points the
/// process at it.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call
    {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QVariantMap hints;
        QStringList actions = {};
    };

    static NotificationService &instance();

    [[nodiscard]] bool available() const noexcept { return m_available; }
    [[nodiscard]] const QList<Call> &calls() const noexcept { return m_calls; }
    /// Notifications that were taken off the screen.
    [[nodiscard]] const QList<uint> &closed() const noexcept { return m_closed; }
    void clear()
    {
        m_calls.clear();
        m_closed.clear();
    }
    /// The user chooses an action of a notification.
    void invoke(uint id, const QString &action) const;

public Q_SLOTS:
    // The parameters are the specification's.
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id) { m_closed.push_back(id); }

private:
    NotificationService();
    ~NotificationService() override;

    QProcess m_daemon;
    QList<Call> m_calls;
    QList<uint> m_closed;
    uint m_nextId = 1;
    bool m_available = false;
};

} // namespace sightglass::test
