// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopnotifier.h"

#include "app/desktop/windowalerts.h"
#include "tests/app/desktop/notificationservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using sightglass::test::NotificationService;

Notification notification(const QString &key, Severity severity, bool resolved = false)
{
    Notification n;
    n.key = key;
    n.title = QStringLiteral("Firing: QueueBackingUp");
    n.body = QStringLiteral("queue <b>is</b> long\n{job=\"demo\"}");
    n.severity = severity;
    n.resolved = resolved;
    return n;
}

class DesktopNotifierTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!NotificationService::instance().available())
            QSKIP("no private D-Bus session bus could be started");
        NotificationService::instance().clear();
    }

    void tellsTheDesktop()
    {
        NotificationService &service = NotificationService::instance();
        DesktopNotifier notifier(nullptr);
        notifier.notify(notification(QStringLiteral("a"), Severity::Critical));
        QTRY_COMPARE(service.calls().size(), 1);
        const NotificationService::Call call = service.calls().constFirst();
        QCOMPARE(call.title, QStringLiteral("Firing: QueueBackingUp"));
        QCOMPARE(call.replaces, 0U);
        QCOMPARE(call.hints.value(QStringLiteral("urgency")).value<uchar>(), uchar{2});
        // Hostile label values stay text for services that read markup.
        QVERIFY(call.body.contains(QStringLiteral("&lt;b&gt;")));
        QVERIFY(!call.body.contains(QStringLiteral("<b>")));
    }

    void theEndReplacesTheBeginning()
    {
        NotificationService &service = NotificationService::instance();
        service.clear();
        DesktopNotifier notifier(nullptr);
        // The end comes before the service has said which id the beginning got.
        notifier.notify(notification(QStringLiteral("a"), Severity::Warning));
        notifier.notify(notification(QStringLiteral("a"), Severity::Warning, true));
        QTRY_COMPARE(service.calls().size(), 2);
        QCOMPARE(service.calls().constLast().replaces, service.calls().constFirst().id);
        QTRY_COMPARE(notifier.shownCount(), 1);
        QCOMPARE(service.calls().constLast().hints.value(QStringLiteral("urgency")).value<uchar>(), uchar{0});
    }
    void actions()
    {
        NotificationService &service = NotificationService::instance();
        service.clear();
        DesktopNotifier notifier(nullptr);
        QStringList chosen;
        connect(&notifier, &DesktopNotifier::actionInvoked, this,
                [&chosen](const QString &key, const QString &action) { chosen << key + u'/' + action; });
        Notification one = notification(QStringLiteral("a"), Severity::Warning);
        one.actions = {{QStringLiteral("show"), QStringLiteral("Show")},
                       {QStringLiteral("silence"), QStringLiteral("Silence 1 h")}};
        notifier.notify(one);
        QTRY_COMPARE(notifier.shownCount(), 1);
        QCOMPARE(
            service.calls().constFirst().actions,
            (QStringList{QStringLiteral("default"), QStringLiteral("Show"), QStringLiteral("show"),
                         QStringLiteral("Show"), QStringLiteral("silence"), QStringLiteral("Silence 1 h")}));
        const uint id = service.calls().constFirst().id;
        service.invoke(id + 1000, QStringLiteral("silence")); // somebody else's
        service.invoke(id, QStringLiteral("silence"));
        QTRY_COMPARE(chosen, QStringList{QStringLiteral("a/silence")});
    }

    /// 500 alerts of as many rules are one notification; what it says is safe; its actions do what they say.
    /// Alerts that come one after the other: those told by themselves leave the screen to the one that
    /// counts.
    void aStormIsOneOnTheScreen()
    {
        NotificationService &service = NotificationService::instance();
        service.clear();
        const auto clock = std::make_shared<sightglass::test::FakeClock>();
        Workspace workspace(clock, {});
        NotificationCenter center(clock, desktopNotifyConfig());
        DesktopNotifier notifier(nullptr);
        WindowAlerts alerts(&workspace, &center, &notifier);
        alerts.setSound(true);
        CollectorTick tick;
        RuleStatus rule;
        rule.rule = std::make_shared<Rule>();
        tick.rules = {rule};
        for (int i = 0; i < 20; ++i) {
            tick.rules[0].alerts.push_back(Alert{Labels({{"alertname", "S" + std::to_string(i)}}),
                                                 AlertState::Firing,
                                                 1,
                                                 0,
                                                 clock->nowMs() - 5000,
                                                 {}});
            center.update(tick);
            clock->advance(1000);
            QCoreApplication::processEvents();
            QTRY_COMPARE(service.calls().size(), i + 1);
        }
        QVERIFY(service.calls().constFirst().hints.contains(QStringLiteral("sound-name")));
        QVERIFY2(service.calls().constLast().title.contains(QLatin1String("20")),
                 qPrintable(service.calls().constLast().title));
        QTRY_COMPARE(notifier.shownCount(), 1);
        QTRY_COMPARE(service.closed().size(), 5);
    }

    void alertsOnTheDesktop()
    {
        NotificationService &service = NotificationService::instance();
        service.clear();
        const auto clock = std::make_shared<sightglass::test::FakeClock>();
        Workspace workspace(clock, {});
        NotificationCenter center(clock, desktopNotifyConfig());
        DesktopNotifier notifier(nullptr);
        WindowAlerts alerts(&workspace, &center, &notifier);
        QUrl runbook;
        connect(&alerts, &WindowAlerts::runbookRequested, this,
                [&runbook](const QUrl &url) { runbook = url; });
        CollectorTick tick;
        RuleStatus rule;
        rule.rule = std::make_shared<Rule>();
        Alert alert{Labels({{"alertname", "Deep <i>"}, {"x", "\u202e"}}),
                    AlertState::Firing,
                    1,
                    0,
                    clock->nowMs() - 5000,
                    {}};
        alert.annotations = {{"runbook_url", "javascript:alert(1)"}, {"summary", "<img src=x>"}};
        rule.alerts = {alert};
        tick.rules = {rule};
        center.update(tick);
        QTRY_COMPARE(service.calls().size(), 1);
        const NotificationService::Call call = service.calls().constFirst();
        QVERIFY(!call.body.contains(QLatin1String("<img")));
        QVERIFY(!call.actions.contains(QLatin1String("runbook")));
        QTRY_COMPARE(notifier.shownCount(), 1);
        service.invoke(call.id, QStringLiteral("silence"));
        QTRY_COMPARE(center.silences().size(), std::size_t{1});
        QCOMPARE(center.silences().front().endsAt - center.silences().front().startsAt,
                 std::int64_t{3600'000});
        QVERIFY(!center.verdicts().at(0).silencedBy.empty());

        clock->advance(120'000);
        tick.rules[0].alerts.clear();
        for (int i = 0; i < 500; ++i) {
            Alert one{Labels({{"alertname", "R" + std::to_string(i)}, {"severity", "critical"}}),
                      AlertState::Firing,
                      1,
                      0,
                      clock->nowMs() - 5000,
                      {}};
            one.annotations = {{"runbook_url", "https://example.org/r"}};
            tick.rules[0].alerts.push_back(one);
        }
        service.clear();
        center.update(tick);
        QTRY_COMPARE(service.calls().size(), 1);
        QVERIFY2(service.calls().constFirst().title.contains(QLatin1String("500")),
                 qPrintable(service.calls().constFirst().title));
        QTRY_COMPARE(notifier.shownCount(), 2);
        service.invoke(service.calls().constFirst().id, QStringLiteral("runbook"));
        QTRY_COMPARE(runbook, QUrl(QStringLiteral("https://example.org/r")));
    }
};

} // namespace

SIGHTGLASS_TEST(DesktopNotifierTest)
#include "desktopnotifiertest.moc"
