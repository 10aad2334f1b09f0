// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/notification.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::Notification)
};

bool isTold(const AlertTransition &transition)
{
    return transition.to == AlertState::Firing ||
           (transition.to == AlertState::Inactive && transition.from == AlertState::Firing);
}

bool isResolved(const AlertTransition &transition)
{
    return transition.to == AlertState::Inactive;
}

Notification single(const AlertTransition &transition)
{
    const QString name = displayText(transition.rule);
    const QString labels = AlertTableModel::labelsText(transition.labels);
    Notification notification;
    notification.key = displayText(transition.group) + QLatin1Char('/') + name + labels;
    notification.title =
        isResolved(transition) ? Texts::tr("Resolved: %1").arg(name) : Texts::tr("Firing: %1").arg(name);
    notification.body = displayText(transition.summary);
    if (labels != QLatin1String("{}"))
        notification.body += (notification.body.isEmpty() ? QString() : QStringLiteral("\n")) + labels;
    notification.severity = transition.severity;
    notification.resolved = isResolved(transition);
    return notification;
}

Notification summary(const std::vector<AlertTransition> &told)
{
    const auto resolved = std::count_if(told.begin(), told.end(), isResolved);
    const auto firing = static_cast<std::ptrdiff_t>(told.size()) - resolved;
    Notification notification;
    notification.key = QStringLiteral("summary");
    QStringList counts;
    if (firing > 0)
        counts << Texts::tr("%n alert(s) firing", nullptr, static_cast<int>(firing));
    if (resolved > 0)
        counts << Texts::tr("%n alert(s) resolved", nullptr, static_cast<int>(resolved));
    notification.title = counts.join(QStringLiteral(" · "));
    QStringList names;
    for (const AlertTransition &transition : told)
        names << displayText(transition.rule);
    names.removeDuplicates();
    notification.body = names.mid(0, 5).join(QStringLiteral(", "));
    for (const AlertTransition &transition : told)
        notification.severity = std::max(notification.severity, transition.severity);
    notification.resolved = firing == 0;
    return notification;
}

} // namespace

std::vector<Notification> notificationsFor(const std::vector<AlertTransition> &transitions,
                                           std::size_t maxSingle)
{
    std::vector<AlertTransition> told;
    std::copy_if(transitions.begin(), transitions.end(), std::back_inserter(told), isTold);
    if (told.size() > maxSingle)
        return {summary(told)};
    std::vector<Notification> notifications;
    for (const AlertTransition &transition : told)
        notifications.push_back(single(transition));
    return notifications;
}

} // namespace sightglass
