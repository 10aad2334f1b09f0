// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/alertwatch.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

RuleStatus alerting(const char *name)
{
    auto rule = std::make_shared<Rule>();
    rule->kind = RuleKind::Alerting;
    rule->name = name;
    RuleStatus status;
    status.rule = rule;
    return status;
}

TargetStatus target(const char *instance)
{
    TargetStatus status;
    status.labels = Labels(std::vector<Label>{{"instance", instance}});
    return status;
}

class AlertWatchTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void namesAreGatheredWhereSomethingIsNew()
    {
        AlertWatch watch;
        CollectorTick tick;
        QVERIFY(!watch.follow(tick));
        tick.rules = {alerting("Down"), alerting("Slow")};
        tick.targets = {target("a:1")};
        QVERIFY(watch.follow(tick));
        QCOMPARE(watch.watched(), (WatchedAlerts{{"Down", "Slow"}, {"a:1"}}));
        // A tick like the one before, but with other alerts.
        tick.rules.front().state = AlertState::Firing;
        tick.at = 1000;
        for (int i = 0; i < 100; ++i)
            QVERIFY(!watch.follow(tick));
        QCOMPARE(watch.gathered(), std::uint64_t(1));
        // The rules were read again, and are called the same: gathered, but nothing to ask anew.
        tick.rules = {alerting("Down"), alerting("Slow")};
        QVERIFY(!watch.follow(tick));
        QCOMPARE(watch.gathered(), std::uint64_t(2));
        tick.rules.pop_back();
        QVERIFY(watch.follow(tick));
        tick.targets.push_back(target("b:2"));
        QVERIFY(watch.follow(tick));
        QCOMPARE(watch.watched(), (WatchedAlerts{{"Down"}, {"a:1", "b:2"}}));
    }
};

SIGHTGLASS_TEST(AlertWatchTest)

} // namespace

#include "alertwatchtest.moc"
