// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/notification.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <optional>

class QSystemTrayIcon;

namespace sightglass {

/// Notifications through the desktop's service on D-Bus (org.freedesktop.Notifications); where nobody answers
/// there, through the tray icon. Never waits: answers come asynchronously.
class DesktopNotifier : public QObject, public Notifier
{
    Q_OBJECT

public:
    /// `tray` may be null: then there is no fallback.
    explicit DesktopNotifier(QSystemTrayIcon *tray, QObject *parent = nullptr);

    void notify(const Notification &notification) override;
    /// Takes it off the screen; nothing where it is not there.
    void withdraw(const QString &key);

    /// How many notifications the service has taken, by key: a later one of the same key replaces its
    /// predecessor.
    [[nodiscard]] qsizetype shownCount() const noexcept { return m_shown.size(); }

signals:
    /// The user has chosen one of a notification's actions; "default": the notification itself.
    void actionInvoked(const QString &key, const QString &action);

private slots:
    void onActionInvoked(uint id, const QString &action);

private:
    void send(const Notification &notification);
    void answered(const Notification &notification, std::optional<uint> id);
    void fallBack(const Notification &notification);

    QSystemTrayIcon *m_tray;
    bool m_listens = false;       ///< to what the user does on the desktop
    QHash<QString, uint> m_shown; ///< ids of the notifications on screen, by key
    QStringList m_order;          ///< keys of m_shown, oldest first
    /// Keys whose call is under way, with what is to follow it: an end must not overtake its beginning, or it
    /// would not know what to replace.
    QHash<QString, std::optional<Notification>> m_underWay;
    QSet<QString> m_withdrawn; ///< keys whose call is under way and that are to go when it is answered
};

} // namespace sightglass
