// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <QList>
#include <QString>

#include <vector>

namespace sightglass {

/// Something that can be done about a notification.
struct NotificationAction
{
    QString id;
    QString label;

    friend bool operator==(const NotificationAction &, const NotificationAction &) = default;
};

/// What the desktop is told. Plain text; the sender escapes as its channel needs.
struct Notification
{
    QString key; ///< a later notification with this key replaces the one on screen
    QString title;
    QString body;
    Severity severity = Severity::Info;
    bool resolved = false;
    QList<NotificationAction> actions = {};
    bool sound = false; ///< where the desktop has one for it

    friend bool operator==(const Notification &, const Notification &) = default;
};

/// How the desktop is told: D-Bus, the tray, or a test's list. GUI thread; must not block.
class Notifier
{
public:
    virtual ~Notifier() = default;
    virtual void notify(const Notification &notification) = 0;
};

/// What to tell of the transitions of one tick: an alert that began to fire or that resolved after firing,
/// each by itself; more than `maxSingle` at once become one notification with counts. Pending is not told.
[[nodiscard]] std::vector<Notification> notificationsFor(const std::vector<AlertTransition> &transitions,
                                                         std::size_t maxSingle = 3);

} // namespace sightglass
