// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/alerting/rulebench.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// What rules write into the store: recorded series, ALERTS and ALERTS_FOR_STATE.
class RuleSeriesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void recordsForLaterRules();
    void recordedSeriesEnd();
    void failuresLeaveSeriesAlone();
    void groupLimits();
    void queryOffset();
    void alertsAsSeries();
    void reloadTakesSeriesAlong();
    void goneGroupsEndTheirSeries();
    void restoresAfterTheSecondEvaluation();
};

void RuleSeriesTest::recordsForLaterRules()
{
    RuleBench bench("groups:\n- name: g\n  labels: {team: x}\n  rules:\n"
                    "  - {record: a, expr: q * 2, labels: {kind: double}}\n"
                    "  - {record: b, expr: a + 1}\n"
                    "  - {alert: High, expr: b > 10}\n");
    QVERIFY(bench.tick(4).empty());
    QCOMPARE(bench.value("a{kind='double',team='x'}"), std::optional(8.0));
    QCOMPARE(bench.value("b"), std::optional(9.0));
    // At the same timestamp: the later rules see what the first has just written.
    const auto transitions = bench.tick(5);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().value, 11.0);
    QCOMPARE(transitions.front().labels.value("team"), std::string_view("x"));
    QCOMPARE(bench.engine.statuses()[0].series, std::size_t{1});
}

void RuleSeriesTest::recordedSeriesEnd()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - {record: big, expr: q > 5}\n");
    bench.tick(6);
    QCOMPARE(bench.value("big"), std::optional(6.0));
    bench.tick(1);
    QVERIFY(!bench.value("big"));
    QCOMPARE(bench.engine.statuses()[0].series, std::size_t{0});
    bench.tick(7);
    QCOMPARE(bench.value("big"), std::optional(7.0));
}

void RuleSeriesTest::failuresLeaveSeriesAlone()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - {record: r, expr: q * on() group_left() limit}\n"
                    "  - {record: after, expr: q}\n");
    bench.write(Labels::withName("limit", {{"i", "1"}}), 1);
    bench.tick(3);
    bench.write(Labels::withName("limit", {{"i", "2"}}), 1);
    bench.tick(4);
    QVERIFY(bench.engine.statuses()[0].error);
    QCOMPARE(bench.value("r"), std::optional(3.0));
    QCOMPARE(bench.value("after"), std::optional(4.0));
}

void RuleSeriesTest::groupLimits()
{
    RuleBench bench("groups:\n- name: g\n  limit: 1\n  rules:\n  - {record: r, expr: q}\n"
                    "  - {alert: A, expr: q > 5}\n");
    bench.write(Labels::withName("q", {{"i", "1"}}), 9);
    QCOMPARE(bench.tick(0).size(), std::size_t{1});
    QCOMPARE(plainText(*bench.engine.statuses()[0].error), std::string("exceeded limit of 1 with 2 series"));
    QVERIFY(!bench.value("r"));
    // More alerts than the limit: all of the rule's are dropped.
    const auto transitions = bench.tick(9);
    QCOMPARE(plainText(*bench.engine.statuses()[1].error), std::string("exceeded limit of 1 with 2 alerts"));
    QVERIFY(bench.engine.statuses()[1].alerts.empty());
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().to, AlertState::Inactive);
}

void RuleSeriesTest::queryOffset()
{
    RuleBench bench("groups:\n- name: g\n  query_offset: 2s\n  rules:\n  - {record: r, expr: q}\n"
                    "  - {record: at, expr: time()}\n");
    for (int i = 0; i < 5; ++i)
        bench.tick(i);
    const TimestampMs ts = *bench.engine.statuses()[0].lastEvaluation;
    QCOMPARE(bench.value("at"), std::optional(static_cast<double>(ts - 2000) / 1000));
    QCOMPARE(bench.value("timestamp(r)"), std::optional(static_cast<double>(ts - 2000) / 1000));
    QVERIFY(*bench.value("r") <= 2);
}

void RuleSeriesTest::alertsAsSeries()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n"
                    "  - {alert: A, expr: q > 5, for: 2s, labels: {s: x, empty: '{{ \"\" }}'}}\n");
    bench.tick(6);
    const TimestampMs since = *bench.engine.statuses()[0].lastEvaluation;
    const char *const pending = "ALERTS{alertname='A',alertstate='pending',s='x'}";
    const char *const firing = "ALERTS{alertname='A',alertstate='firing',s='x'}";
    QCOMPARE(bench.value(pending), std::optional(1.0));
    QVERIFY(!bench.value(firing));
    // Prometheus' own: a label that expands to nothing is there as its template.
    QCOMPARE(bench.value("ALERTS{empty=~'.*}}'}"), std::optional(1.0));
    bench.tick(6);
    bench.tick(6);
    QVERIFY(!bench.value(pending));
    QCOMPARE(bench.value(firing), std::optional(1.0));
    QCOMPARE(bench.value("ALERTS_FOR_STATE{alertname='A'}"),
             std::optional(std::floor(static_cast<double>(since) / 1000)));
    bench.tick(1);
    QVERIFY(!bench.value(firing));
    QVERIFY(!bench.value("ALERTS_FOR_STATE"));
}

void RuleSeriesTest::reloadTakesSeriesAlong()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - {record: a, expr: q}\n  - {record: b, expr: q}\n");
    bench.tick(6);
    bench.engine.setGroups(written("groups:\n- name: g\n  rules:\n  - {record: b, expr: q > 10}\n"));
    bench.tick(7);
    // b has vanished by its new expression, a with its rule.
    QVERIFY(!bench.value("b"));
    QVERIFY(!bench.value("a"));
}

void RuleSeriesTest::goneGroupsEndTheirSeries()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - {record: a, expr: q}\n  - {record: moved, expr: q}\n");
    bench.tick(6);
    bench.engine.setGroups(written("groups:\n- name: other\n  rules:\n  - {record: moved, expr: q}\n"));
    bench.tick(7);
    QCOMPARE(bench.value("a"), std::optional(6.0));
    bench.tick(8);
    bench.tick(9);
    QVERIFY(!bench.value("a"));
    QVERIFY(bench.value("moved"));
    bench.engine.setGroups({});
    QVERIFY(bench.engine.nextDue(bench.now));
    bench.tick(1);
    QVERIFY(bench.value("moved"));
    bench.now = *bench.engine.nextDue(bench.now);
    bench.evaluate();
    QVERIFY(!bench.value("moved"));
    QVERIFY(!bench.engine.nextDue(bench.now));
}

void RuleSeriesTest::restoresAfterTheSecondEvaluation()
{
    const std::string text = "groups:\n- name: g\n  rules:\n  - {alert: A, expr: q > 5, for: 20m}\n";
    RuleBench bench(text);
    for (int i = 0; i < 8; ++i)
        bench.tick(6);
    RuleEngineOptions options{QueryEngine()};
    options.restore = RestoreOptions{};
    RuleEngine restarted(options);
    restarted.setGroups(written(text));
    const TimestampMs since = bench.engine.statuses()[0].alerts.front().activeAt;
    bench.now += 60'000;
    const auto evaluate = [&] {
        bench.now += 1000;
        bench.write(Labels::withName("q"), 6);
        restarted.evaluateDue(bench.store, bench.now);
        return restarted.statuses()[0].alerts.front();
    };
    const TimestampMs anew = evaluate().activeAt;
    const Alert restored = evaluate();
    QVERIFY(restored.activeAt < anew);
    // Seven seconds of pending survive, not the outage.
    const std::int64_t spent = bench.now - restored.activeAt;
    QVERIFY2(spent >= 6000 && spent <= 9000, std::to_string(spent).c_str());
    QVERIFY(restored.activeAt > since);
}

SIGHTGLASS_TEST(RuleSeriesTest)

} // namespace

#include "ruleseriestest.moc"
