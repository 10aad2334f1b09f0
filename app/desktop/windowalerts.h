// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/notification.h"
#include "model/presentation/workspace.h"
#include "model/senders/notificationcenter.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace sightglass {

class DesktopNotifier;

/// How the desktop groups and repeats: it tells at once, and a storm is one notification.
[[nodiscard]] NotifyConfig desktopNotifyConfig();

/// A notice as the desktop shows it, with what can be done about it.
[[nodiscard]] Notification notificationFor(const AlertNotice &notice);

/// Where the alerts' runbook_url leads: http and https only, the first there is.
[[nodiscard]] QUrl runbookOf(const AlertNotice &notice);

/// The alerts of a window on the desktop: told as a NotificationCenter decides, and acted upon from there.
/// GUI thread.
class WindowAlerts : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    WindowAlerts(Workspace *workspace, NotificationCenter *center, DesktopNotifier *notifier,
                 QObject *parent = nullptr);
    ~WindowAlerts() override;

    void setSound(bool sound) { m_sound = sound; }

signals:
    /// The user wants to see what was going on then.
    void showRequested(sightglass::TimestampMs at);
    void runbookRequested(const QUrl &url);

private:
    void onAction(const QString &key, const QString &action);
    void silence(const AlertNotice &notice);
    void withdrawWhatIsIn(const AlertNotice &storm, DesktopNotifier *notifier);

    NotificationCenter *m_center;
    QHash<QString, AlertNotice> m_notices; ///< by the notification's key
    QStringList m_order;                   ///< keys, oldest first
    bool m_sound = false;
};

} // namespace sightglass
