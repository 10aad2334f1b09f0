// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/notification.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

AlertTransition transition(const std::string &rule, AlertState from, AlertState to,
                           Severity severity = Severity::Warning)
{
    AlertTransition t;
    t.group = "g";
    t.rule = rule;
    t.from = from;
    t.to = to;
    t.severity = severity;
    t.summary = "queue is backing up";
    t.labels = Labels(std::vector<Label>{{"alertname", rule}, {"instance", "a:1"}});
    return t;
}

class NotificationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyFiringAndItsEndAreTold_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("told");
        const auto row = [](const char *name, AlertState from, AlertState to, int told) {
            QTest::newRow(name) << static_cast<int>(from) << static_cast<int>(to) << told;
        };
        row("pending", AlertState::Inactive, AlertState::Pending, 0);
        row("firing", AlertState::Pending, AlertState::Firing, 1);
        row("firing at once", AlertState::Inactive, AlertState::Firing, 1);
        row("resolved", AlertState::Firing, AlertState::Inactive, 1);
        row("never fired", AlertState::Pending, AlertState::Inactive, 0);
    }

    void onlyFiringAndItsEndAreTold()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, told);
        const auto notifications =
            notificationsFor({transition("Q", static_cast<AlertState>(from), static_cast<AlertState>(to))});
        QCOMPARE(static_cast<int>(notifications.size()), told);
        if (told == 1)
            QCOMPARE(notifications[0].resolved, static_cast<AlertState>(to) == AlertState::Inactive);
    }

    void resolutionReplacesItsAlert()
    {
        const auto fired = notificationsFor({transition("Q", AlertState::Pending, AlertState::Firing)});
        const auto resolved = notificationsFor({transition("Q", AlertState::Firing, AlertState::Inactive)});
        QCOMPARE(fired[0].key, resolved[0].key);
        QVERIFY(fired[0].title != resolved[0].title);
        QVERIFY(fired[0].body.contains(QStringLiteral("queue is backing up")));
        QVERIFY(fired[0].body.contains(QStringLiteral("instance=\"a:1\"")));
    }

    void aStormIsOneNotification()
    {
        std::vector<AlertTransition> storm;
        for (int i = 0; i < 500; ++i)
            storm.push_back(transition("Q" + std::to_string(i), AlertState::Pending, AlertState::Firing,
                                       i == 7 ? Severity::Critical : Severity::Info));
        const auto notifications = notificationsFor(storm);
        QCOMPARE(notifications.size(), std::size_t{1});
        QVERIFY(notifications[0].title.contains(QStringLiteral("500")));
        QCOMPARE(notifications[0].severity, Severity::Critical);
    }
};

} // namespace

SIGHTGLASS_TEST(NotificationTest)
#include "notificationtest.moc"
