// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowalerts.h"

#include "app/desktop/desktopnotifier.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::WindowAlerts)
};

constexpr std::int64_t silenceMs = 3600'000;
constexpr qsizetype mostNotices = 256;
constexpr std::size_t mostNames = 5;

const NotifyAlert &firstOf(const AlertNotice &notice)
{
    return notice.firing.empty() ? notice.resolved.front() : notice.firing.front();
}

QString nameOf(const AlertNotice &notice)
{
    return displayText(firstOf(notice).labels.value("alertname"));
}

QString titleOf(const AlertNotice &notice)
{
    const auto number = [](std::size_t count) { return static_cast<int>(count); };
    const bool single = notice.firing.size() + notice.resolved.size() == 1;
    if (single)
        return notice.firing.empty() ? Texts::tr("Resolved: %1").arg(nameOf(notice))
                                     : Texts::tr("Firing: %1").arg(nameOf(notice));
    QStringList counts;
    if (!notice.firing.empty())
        counts << Texts::tr("%n alert(s) firing", nullptr, number(notice.firing.size()));
    if (!notice.resolved.empty())
        counts << Texts::tr("%n alert(s) resolved", nullptr, number(notice.resolved.size()));
    const QString text = counts.join(QStringLiteral(" · "));
    return notice.isStorm ? text : nameOf(notice) + QStringLiteral(": ") + text;
}

/// The names of a storm's alerts; of a group its first alerts.
QString bodyOf(const AlertNotice &notice)
{
    QStringList lines;
    std::vector<NotifyAlert> alerts = notice.firing;
    alerts.insert(alerts.end(), notice.resolved.begin(), notice.resolved.end());
    std::size_t told = 0;
    for (const NotifyAlert &alert : alerts) {
        ++told;
        QString line = notice.isStorm ? displayText(alert.labels.value("alertname"))
                                      : displayText(summaryOf(alert.annotations));
        if (line.isEmpty())
            line = AlertTableModel::labelsText(alert.labels);
        if (!lines.contains(line))
            lines << line;
        if (lines.size() == static_cast<qsizetype>(mostNames))
            break;
    }
    if (!notice.isStorm && alerts.size() > told)
        lines << Texts::tr("… and %n more", nullptr, static_cast<int>(alerts.size() - told));
    const bool single = alerts.size() == 1;
    const QString labels = single ? AlertTableModel::labelsText(alerts.front().labels) : QString();
    if (single && !lines.contains(labels))
        lines << labels;
    return lines.join(notice.isStorm ? QStringLiteral(", ") : QStringLiteral("\n"));
}

} // namespace

NotifyConfig desktopNotifyConfig()
{
    NotifyConfig config;
    config.groupWaitMs = 500;
    config.groupIntervalMs = 15'000;
    config.stormAt = 5;
    return config;
}

QUrl runbookOf(const AlertNotice &notice)
{
    for (const auto *alerts : {&notice.firing, &notice.resolved}) {
        for (const NotifyAlert &alert : *alerts) {
            const QUrl url(QString::fromStdString(std::string(annotationOf(alert, "runbook_url"))),
                           QUrl::StrictMode);
            const bool isWeb =
                url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
            if (url.isValid() && isWeb && !url.host().isEmpty())
                return url;
        }
    }
    return {};
}

Notification notificationFor(const AlertNotice &notice)
{
    Notification made;
    made.key = QString::fromStdString(notice.groupKey);
    made.title = titleOf(notice);
    made.body = bodyOf(notice);
    made.resolved = notice.firing.empty();
    for (const auto *alerts : {&notice.firing, &notice.resolved}) {
        for (const NotifyAlert &alert : *alerts)
            made.severity = std::max(made.severity, severityOf(alert.labels));
    }
    made.actions.append({QStringLiteral("show"), Texts::tr("Show")});
    if (!made.resolved && !notice.isStorm)
        made.actions.append({QStringLiteral("silence"), Texts::tr("Silence 1 h")});
    if (!runbookOf(notice).isEmpty())
        made.actions.append({QStringLiteral("runbook"), Texts::tr("Runbook")});
    return made;
}

WindowAlerts::WindowAlerts(Workspace *workspace, NotificationCenter *center, DesktopNotifier *notifier,
                           QObject *parent)
    : QObject(parent)
    , m_center(center)
{
    connect(workspace, &Workspace::ticked, center, &NotificationCenter::update);
    connect(center, &NotificationCenter::noticed, this, [this, notifier](const AlertNotice &notice) {
        Notification notification = notificationFor(notice);
        notification.sound = m_sound;
        if (notice.isStorm)
            withdrawWhatIsIn(notice, notifier);
        m_notices.insert(notification.key, notice);
        m_order.removeOne(notification.key);
        m_order.append(notification.key);
        if (m_order.size() > mostNotices)
            m_notices.remove(m_order.takeFirst());
        notifier->notify(notification);
    });
    connect(notifier, &DesktopNotifier::actionInvoked, this, &WindowAlerts::onAction);
}

WindowAlerts::~WindowAlerts() = default;

/// A storm is one notification: those told before it was known for one go.
void WindowAlerts::withdrawWhatIsIn(const AlertNotice &storm, DesktopNotifier *notifier)
{
    std::set<Labels> told;
    for (const NotifyAlert &alert : storm.firing)
        told.insert(alert.labels);
    for (const QString &key : QStringList(m_order)) {
        const AlertNotice &notice = m_notices[key];
        const bool isIn = !notice.isStorm && std::all_of(notice.firing.begin(), notice.firing.end(),
                                                         [&told](const NotifyAlert &alert) {
                                                             return told.contains(alert.labels);
                                                         });
        if (!isIn || notice.firing.empty())
            continue;
        notifier->withdraw(key);
        m_notices.remove(key);
        m_order.removeOne(key);
    }
}

void WindowAlerts::onAction(const QString &key, const QString &action)
{
    const auto found = m_notices.constFind(key);
    if (found == m_notices.constEnd())
        return;
    const AlertNotice notice = *found;
    if (action == QLatin1String("silence"))
        silence(notice);
    else if (action == QLatin1String("runbook"))
        emit runbookRequested(runbookOf(notice));
    else // a click on the notification itself is "default"
        emit showRequested(firstOf(notice).startsAt);
}

void WindowAlerts::silence(const AlertNotice &notice)
{
    const bool single = notice.firing.size() == 1;
    Silence silence;
    silence.matchers = matchersFor(single ? notice.firing.front().labels : notice.groupLabels);
    silence.startsAt = m_center->now();
    silence.endsAt = silence.startsAt + silenceMs;
    silence.createdBy = qEnvironmentVariable("USER").toStdString();
    silence.comment = Texts::tr("From a notification").toStdString();
    if (const auto set = m_center->setSilence(std::move(silence)); !set)
        qWarning("not silenced: %s", plainText(set.error()).c_str());
}

} // namespace sightglass
