// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleengine.h"

#include "model/alerting/ruleexpression.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"
#include "tests/model/alerting/rulebench.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <stop_token>
#include <string>

namespace {

using namespace sightglass;
using namespace sightglass::test;

const std::size_t mostAlerts = RuleEngineOptions().maxAlertsPerRule;

std::vector<RuleGroup> groups(std::vector<ThresholdGroup> thresholds)
{
    return ruleGroups(thresholds);
}

class RuleEngineTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void expressions_data();
    void expressions();
    void refusedExpressions_data();
    void refusedExpressions();
    void firesAndResolves();
    void failingEvaluationLeavesStateAlone();
    void unusableRuleNeverFires();
    void reloadKeepsState();
    void removedRulesEndTheirAlerts();
    void removedGroupsAndBrokenRulesEndTheirAlerts();
    void stopsWhenAsked();
    void heavyRulesFailAlone();
    void tooManyAlertsFailTheRule();
    void groupsOfOneName();
    void missedEvaluationsAreCounted();
    void nextDue();
    void groupsKeepTheirOwnTime();
    void keepsFiring();
    void annotationsFollowTheValue();
    void templatesAskTheStore();
    void statusesOfGroups();
};

void RuleEngineTest::expressions_data()
{
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("selector") << QByteArray("q") << 5.0 << QByteArray("(q) > 5");
    QTest::newRow("negative") << QByteArray("q") << -0.5 << QByteArray("(q) > -0.5");
    QTest::newRow("infinity") << QByteArray("q") << HUGE_VAL << QByteArray("(q) > +Inf");
    QTest::newRow("precedence") << QByteArray("a or b") << 1.0 << QByteArray("(a or b) > 1");
    QTest::newRow("comment") << QByteArray("q # why") << 1.0 << QByteArray("(q) > 1");
    QTest::newRow("scalar") << QByteArray("time()") << 1.0 << QByteArray("vector(time()) > 1");
    QTest::newRow("number") << QByteArray("3") << 1.0 << QByteArray("vector(3) > 1");
}

void RuleEngineTest::expressions()
{
    QFETCH(QByteArray, expr);
    QFETCH(double, threshold);
    QFETCH(QByteArray, expected);
    const auto parsed = ruleExpression(rule("r", expr.constData(), threshold));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : plainText(parsed.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(promql::printExpr(**parsed)), expected);
}

void RuleEngineTest::refusedExpressions_data()
{
    QTest::addColumn<QByteArray>("expr");
    QTest::addColumn<int>("op");
    const int greater = static_cast<int>(promql::BinaryOp::Gt);
    QTest::newRow("syntax") << QByteArray("sum(") << greater;
    QTest::newRow("injection") << QByteArray("q) or (vector(1)") << greater;
    QTest::newRow("range") << QByteArray("q[5m]") << greater;
    QTest::newRow("string") << QByteArray("\"x\"") << greater;
    QTest::newRow("no comparison") << QByteArray("q") << static_cast<int>(promql::BinaryOp::Add);
}

void RuleEngineTest::refusedExpressions()
{
    QFETCH(QByteArray, expr);
    QFETCH(int, op);
    ThresholdRule refused = rule("r", expr.constData(), 1);
    refused.op = static_cast<promql::BinaryOp>(op);
    QVERIFY(!ruleExpression(refused).ok());
}

void RuleEngineTest::firesAndResolves()
{
    RuleBench bench({rule("Deep", "q", 5, 2000)});
    QVERIFY(bench.tick(1).empty());
    auto transitions = bench.tick(6);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().to, AlertState::Pending);
    QVERIFY(bench.tick(7).empty());
    QCOMPARE(bench.engine.statuses().front().state, AlertState::Pending);

    transitions = bench.tick(8);
    QCOMPARE(transitions.size(), std::size_t{1});
    const AlertTransition &fired = transitions.front();
    QCOMPARE(fired.from, AlertState::Pending);
    QCOMPARE(fired.to, AlertState::Firing);
    QCOMPARE(fired.group, std::string("g"));
    QCOMPARE(fired.rule, std::string("Deep"));
    QCOMPARE(fired.summary, std::string("about Deep"));
    QCOMPARE(fired.value, 8.0);
    QCOMPARE(fired.labels, Labels({{"alertname", "Deep"}, {"severity", "warning"}}));
    QVERIFY(fired.at <= bench.now && fired.at > bench.now - 1000);

    transitions = bench.tick(2);
    QCOMPARE(transitions.front().to, AlertState::Inactive);
    const RuleStatus status = bench.engine.statuses().front();
    QCOMPARE(status.state, AlertState::Inactive);
    QCOMPARE(status.alerts.size(), std::size_t{1});
    QVERIFY(status.alerts.front().resolvedAt.has_value());
    QCOMPARE(status.lastEvaluation, std::optional(transitions.front().at));
    QVERIFY(!status.error);
}

void RuleEngineTest::failingEvaluationLeavesStateAlone()
{
    // Adding two vectors fails as soon as one side has a label set twice.
    RuleBench bench({rule("Join", "q * on() group_left() limit", 5)});
    bench.write(Labels::withName("limit", {{"i", "1"}}), 1);
    QCOMPARE(bench.tick(6).front().to, AlertState::Firing);
    bench.write(Labels::withName("limit", {{"i", "2"}}), 1);
    QVERIFY(bench.tick(0).empty());
    QVERIFY(bench.tick(0).empty());
    RuleStatus status = bench.engine.statuses().front();
    QVERIFY(status.error);
    QCOMPARE(status.state, AlertState::Firing);
    QCOMPARE(status.alerts.front().value, 6.0);

    bench.now += 1000;
    bench.write(Labels::withName("limit", {{"i", "2"}}), staleMarker());
    bench.tick(0);
    QCOMPARE(bench.tick(7).front().to, AlertState::Firing);
    QVERIFY(!bench.engine.statuses().front().error);
}

void RuleEngineTest::unusableRuleNeverFires()
{
    RuleBench bench({rule("Broken", "sum(", 1), rule("Good", "q", 1)});
    const auto transitions = bench.tick(6);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().rule, std::string("Good"));
    const auto statuses = bench.engine.statuses();
    QCOMPARE(statuses.size(), std::size_t{2});
    QCOMPARE(statuses.front().error->code, ErrorCode::PromqlSyntax);
    QCOMPARE(statuses.front().state, AlertState::Inactive);
}

void RuleEngineTest::reloadKeepsState()
{
    RuleBench bench({rule("A", "q", 5), rule("B", "q", 5)});
    QCOMPARE(bench.tick(6).size(), std::size_t{2});
    // B with another threshold is the same rule; A with other labels is not; order does not matter.
    ThresholdRule relabelled = rule("A", "q", 5);
    relabelled.labels = Labels(std::vector<Label>{{"team", "x"}});
    bench.setRules({rule("B", "q", 4), relabelled});
    const auto statuses = bench.engine.statuses();
    QCOMPARE(statuses[0].state, AlertState::Firing);
    QCOMPARE(statuses[1].state, AlertState::Inactive);
    const auto transitions = bench.tick(6);
    QCOMPARE(transitions.size(), std::size_t{2});
    QCOMPARE(transitions.front().rule, std::string("A"));
    QCOMPARE(transitions.front().to, AlertState::Inactive);
    QCOMPARE(transitions.back().rule, std::string("A"));
    QCOMPARE(transitions.back().to, AlertState::Firing);
    QCOMPARE(transitions.back().labels.value("team"), std::string_view("x"));
}

void RuleEngineTest::removedRulesEndTheirAlerts()
{
    RuleBench bench({rule("Firing", "q", 5), rule("Pending", "q", 5, 60'000), rule("Quiet", "q", 9)});
    bench.tick(6);
    bench.setRules({});
    QVERIFY(bench.engine.statuses().empty());
    const auto transitions = bench.tick(6);
    QCOMPARE(transitions.size(), std::size_t{2});
    QCOMPARE(transitions[0].rule, std::string("Firing"));
    QCOMPARE(transitions[0].from, AlertState::Firing);
    QCOMPARE(transitions[0].to, AlertState::Inactive);
    QCOMPARE(transitions[0].at, bench.now);
    QCOMPARE(transitions[0].labels.value("alertname"), std::string_view("Firing"));
    QCOMPARE(transitions[1].from, AlertState::Pending);
    QVERIFY(bench.tick(6).empty());
}

void RuleEngineTest::removedGroupsAndBrokenRulesEndTheirAlerts()
{
    RuleBench bench({rule("A", "q", 5)});
    bench.tick(6);
    bench.setRules({rule("A", "sum(", 5)});
    QCOMPARE(bench.engine.statuses().front().state, AlertState::Inactive);
    QCOMPARE(bench.tick(6).front().to, AlertState::Inactive);
    bench.setRules({rule("A", "q", 5)});
    QCOMPARE(bench.tick(6).front().to, AlertState::Firing);
    bench.engine.setGroups(groups({{"other", 1000, {}}}));
    QCOMPARE(bench.tick(6).front().to, AlertState::Inactive);
}

void RuleEngineTest::stopsWhenAsked()
{
    RuleBench bench({rule("A", "q", 5)});
    bench.tick(6);
    const RuleStatus before = bench.engine.statuses().front();
    std::stop_source stop;
    stop.request_stop();
    bench.now += 1000;
    bench.write(Labels::withName("q"), 1);
    QVERIFY(bench.engine.evaluateDue(bench.store, bench.now, stop.get_token()).empty());
    QCOMPARE(bench.engine.statuses().front(), before);
}

void RuleEngineTest::heavyRulesFailAlone()
{
    QueryOptions options;
    options.maxSamples = 10;
    RuleEngine engine{RuleEngineOptions{QueryEngine(options)}};
    RuleBench bench;
    for (int i = 0; i < 20; ++i)
        bench.write(Labels::withName("heavy", {{"i", std::to_string(i)}}), 6);
    bench.write(Labels::withName("q"), 6);
    engine.setGroups(groups({{"g", 1000, {rule("Heavy", "heavy", 5), rule("Light", "q", 5)}}}));
    const auto transitions = engine.evaluateDue(bench.store, bench.now);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().rule, std::string("Light"));
    QCOMPARE(engine.statuses().front().error->code, ErrorCode::QueryTooManySamples);
}

void RuleEngineTest::tooManyAlertsFailTheRule()
{
    RuleBench bench({rule("Many", "many", 5)});
    for (std::size_t i = 0; i < mostAlerts; ++i)
        bench.write(Labels::withName("many", {{"i", std::to_string(i)}}), 6);
    QCOMPARE(bench.tick(0).size(), mostAlerts);
    bench.write(Labels::withName("many", {{"i", "more"}}), 6);
    QVERIFY(bench.tick(0).empty());
    const RuleStatus status = bench.engine.statuses().front();
    QCOMPARE(plainText(*status.error), std::string("exceeded limit of 1000 with 1001 alerts"));
    QCOMPARE(status.alerts.size(), mostAlerts);
}

void RuleEngineTest::groupsOfOneName()
{
    RuleBench bench;
    const auto twice = groups({{"g", 1000, {rule("A", "q", 5)}}, {"g", 1000, {rule("A", "q", 7)}}});
    bench.engine.setGroups(twice);
    QCOMPARE(bench.tick(6).size(), std::size_t{1});
    bench.engine.setGroups(twice);
    QVERIFY(bench.tick(6).empty());
    QCOMPARE(bench.engine.statuses()[0].state, AlertState::Firing);
    QCOMPARE(bench.engine.statuses()[1].state, AlertState::Inactive);
}

void RuleEngineTest::missedEvaluationsAreCounted()
{
    RuleBench bench({rule("A", "q", 5, 3000)});
    bench.tick(6);
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{0});
    bench.now += 3000;
    // The condition held long enough although nobody looked in between.
    QCOMPARE(bench.tick(6).front().to, AlertState::Firing);
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{3});
    QVERIFY(bench.evaluate().empty());
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{3});
}

void RuleEngineTest::nextDue()
{
    RuleBench bench;
    bench.engine.setGroups({});
    QVERIFY(!bench.engine.nextDue(start));
    bench.engine.setGroups(groups({{"slow", 60'000, {}}, {"fast", 1000, {}}}));
    const auto first = bench.engine.nextDue(start);
    QVERIFY(first && *first >= start && *first < start + 1000);
    bench.engine.evaluateDue(bench.store, *first);
    const auto second = bench.engine.nextDue(*first);
    QVERIFY(second && *second > *first && *second <= *first + 1000);
}

void RuleEngineTest::groupsKeepTheirOwnTime()
{
    RuleBench bench;
    bench.engine.setGroups(
        groups({{"slow", 10'000, {rule("S", "q", 5)}}, {"fast", 1000, {rule("F", "q", 5)}}}));
    int slow = 0;
    int fast = 0;
    std::optional<TimestampMs> lastSlow;
    for (int i = 0; i < 100; ++i) {
        bench.tick(6);
        const auto statuses = bench.engine.statuses();
        slow += statuses[0].lastEvaluation != lastSlow ? 1 : 0;
        lastSlow = statuses[0].lastEvaluation;
        fast += *statuses[1].lastEvaluation > bench.now - 1000 ? 1 : 0;
    }
    QVERIFY(slow == 10 || slow == 11);
    QCOMPARE(fast, 100);
}

void RuleEngineTest::keepsFiring()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n"
                    "  - {alert: A, expr: q > 5, keep_firing_for: 2s, annotations: {v: '{{ $value }}'}}\n");
    bench.tick(6);
    QVERIFY(bench.tick(1).empty());
    const Alert held = bench.engine.statuses()[0].alerts.front();
    QVERIFY(held.keepFiringSince);
    QCOMPARE(held.value, 6.0);
    QCOMPARE(held.annotations.front().value, std::string("6"));
    QVERIFY(bench.tick(1).empty());
    QCOMPARE(bench.tick(1).front().to, AlertState::Inactive);
    bench.tick(7);
    bench.tick(1);
    QVERIFY(bench.tick(8).empty());
    QVERIFY(!bench.engine.statuses()[0].alerts.front().keepFiringSince);
}

void RuleEngineTest::annotationsFollowTheValue()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - alert: A\n    expr: q > 5\n    for: 10s\n"
                    "    annotations: {summary: '{{ $labels.__name__ }} is {{ $value }}', none: ''}\n");
    QCOMPARE(bench.tick(6).front().summary, std::string("q is 6"));
    bench.tick(7.5);
    const Alert alert = bench.engine.statuses()[0].alerts.front();
    const std::vector<Label> expected = {{"none", ""}, {"summary", "q is 7.5"}};
    QVERIFY(alert.annotations == expected);
    QVERIFY(alert.activeAt < bench.now - 500);
}

void RuleEngineTest::templatesAskTheStore()
{
    RuleBench bench("groups:\n- name: g\n  rules:\n  - alert: A\n    expr: q > 5\n    annotations:\n"
                    "      twice: '{{ with query \"q * 2\" }}{{ . | first | value }}{{ end }}'\n"
                    "      wrong: '{{ query \"q +\" }}'\n");
    bench.tick(6);
    const Alert alert = bench.engine.statuses()[0].alerts.front();
    QCOMPARE(alert.annotations[0].value, std::string("12"));
    const std::string &wrong = alert.annotations[1].value;
    QVERIFY2(wrong.starts_with("<error expanding template: ") &&
                 wrong.find("1:4: parse error: ") != std::string::npos,
             wrong.c_str());
}

void RuleEngineTest::statusesOfGroups()
{
    RuleBench bench;
    bench.engine.setGroups(
        written("groups:\n- name: g\n  interval: 5s\n  limit: 7\n  rules:\n  - {record: a, expr: q}\n"
                "- name: h\n  rules:\n  - {alert: A, expr: q > 5}\n  - {alert: B, expr: q > 5}\n",
                "rules.yml"));
    bench.tick(1);
    const auto groups = bench.engine.groupStatuses();
    QCOMPARE(groups.size(), std::size_t{2});
    QCOMPARE(groups[0].name, std::string("g"));
    QCOMPARE(groups[0].file, std::string("rules.yml"));
    QCOMPARE(groups[0].intervalMs, std::int64_t{5000});
    QCOMPARE(groups[0].limit, std::size_t{7});
    QCOMPARE(groups[1].intervalMs, std::int64_t{1000});
    QCOMPARE(groups[1].rules, std::size_t{2});
    QVERIFY(groups[0].lastEvaluation);
    const auto statuses = bench.engine.statuses();
    QCOMPARE(statuses[2].rule->name, std::string("B"));
    QCOMPARE(statuses[2].rule->position.line, std::uint32_t{10});
}

SIGHTGLASS_TEST(RuleEngineTest)

} // namespace

#include "ruleenginetest.moc"
