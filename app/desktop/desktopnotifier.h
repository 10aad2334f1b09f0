// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/notification.h"

#include <QHash>
#include <QObject>

class QSystemTrayIcon;

namespace sightglass {

/// Notifications through the desktop's service on D-Bus (org.freedesktop.Notifications); where nobody answers there,
/// through the tray icon. Never waits: answers come asynchronously.
class DesktopNotifier : public QObject, public Notifier
{
    Q_OBJECT

public:
    /// `tray` may be null: then there is no fallback.
    explicit DesktopNotifier(QSystemTrayIcon *tray, QObject *parent = nullptr);

    void notify(const Notification &notification) override;

    /// How many notifications the service has taken, by key: a later one of the same key replaces its predecessor.
    [[nodiscard]] qsizetype shownCount() const noexcept { return m_ids.size(); }

private:
    void fallBack(const Notification &notification);

    QSystemTrayIcon *m_tray;
    QHash<QString, uint> m_ids; ///< of the notifications on screen, by key
};

} // namespace sightglass
