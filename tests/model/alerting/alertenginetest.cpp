// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alertengine.h"

#include "model/alerting/alertstate.h"
#include "model/alerting/evaluationgrid.h"
#include "model/alerting/ruleexpression.h"
#include "model/storage/head.h"
#include "parser/promql/print.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <stop_token>
#include <string>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;

ThresholdRule rule(const char *name, const char *expr, double threshold, std::int64_t forMs = 0)
{
    ThresholdRule made;
    made.name = name;
    made.expr = expr;
    made.threshold = threshold;
    made.forMs = forMs;
    made.summary = std::string("about ") + name;
    return made;
}

/// A store and an engine under one fake clock, one group "g" on a grid of one second.
class Bench
{
public:
    explicit Bench(std::vector<ThresholdRule> rules) { setRules(std::move(rules)); }

    void setRules(std::vector<ThresholdRule> rules) { engine.setGroups({{"g", 1000, std::move(rules)}}); }

    /// One sample of q and one evaluation at the same time on the grid, a second after the one before.
    std::vector<AlertTransition> tick(double value)
    {
        now += 1000;
        write(Labels::withName("q"), value);
        return engine.evaluateDue(*head.snapshot(), now);
    }

    void write(const Labels &labels, double value)
    {
        QVERIFY(head.append(head.seriesFor(labels), now, value).ok());
        head.commit();
    }

    Head head;
    AlertEngine engine{QueryEngine()};
    TimestampMs now = EvaluationGrid("g", 1000).slotAt(start);
};

class AlertEngineTest : public test::TestCase
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
};

void AlertEngineTest::expressions_data()
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

void AlertEngineTest::expressions()
{
    QFETCH(QByteArray, expr);
    QFETCH(double, threshold);
    QFETCH(QByteArray, expected);
    const auto parsed = ruleExpression(rule("r", expr.constData(), threshold));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : plainText(parsed.error()).c_str());
    QCOMPARE(QByteArray::fromStdString(promql::printExpr(**parsed)), expected);
}

void AlertEngineTest::refusedExpressions_data()
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

void AlertEngineTest::refusedExpressions()
{
    QFETCH(QByteArray, expr);
    QFETCH(int, op);
    ThresholdRule refused = rule("r", expr.constData(), 1);
    refused.op = static_cast<promql::BinaryOp>(op);
    QVERIFY(!ruleExpression(refused).ok());
}

void AlertEngineTest::firesAndResolves()
{
    Bench bench({rule("Deep", "q", 5, 2000)});
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

void AlertEngineTest::failingEvaluationLeavesStateAlone()
{
    // Adding two vectors fails as soon as one side has a label set twice.
    Bench bench({rule("Join", "q * on() group_left() limit", 5)});
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

void AlertEngineTest::unusableRuleNeverFires()
{
    Bench bench({rule("Broken", "sum(", 1), rule("Good", "q", 1)});
    const auto transitions = bench.tick(6);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().rule, std::string("Good"));
    const auto statuses = bench.engine.statuses();
    QCOMPARE(statuses.size(), std::size_t{2});
    QCOMPARE(statuses.front().error->code, ErrorCode::PromqlSyntax);
    QCOMPARE(statuses.front().state, AlertState::Inactive);
}

void AlertEngineTest::reloadKeepsState()
{
    Bench bench({rule("A", "q", 5), rule("B", "q", 5)});
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

void AlertEngineTest::removedRulesEndTheirAlerts()
{
    Bench bench({rule("Firing", "q", 5), rule("Pending", "q", 5, 60'000), rule("Quiet", "q", 9)});
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

void AlertEngineTest::removedGroupsAndBrokenRulesEndTheirAlerts()
{
    Bench bench({rule("A", "q", 5)});
    bench.tick(6);
    bench.setRules({rule("A", "sum(", 5)});
    QCOMPARE(bench.engine.statuses().front().state, AlertState::Inactive);
    QCOMPARE(bench.tick(6).front().to, AlertState::Inactive);
    bench.setRules({rule("A", "q", 5)});
    QCOMPARE(bench.tick(6).front().to, AlertState::Firing);
    bench.engine.setGroups({{"other", 1000, {}}});
    QCOMPARE(bench.tick(6).front().to, AlertState::Inactive);
}

void AlertEngineTest::stopsWhenAsked()
{
    Bench bench({rule("A", "q", 5)});
    bench.tick(6);
    const RuleStatus before = bench.engine.statuses().front();
    std::stop_source stop;
    stop.request_stop();
    bench.now += 1000;
    bench.write(Labels::withName("q"), 1);
    QVERIFY(bench.engine.evaluateDue(*bench.head.snapshot(), bench.now, stop.get_token()).empty());
    QCOMPARE(bench.engine.statuses().front(), before);
}

void AlertEngineTest::heavyRulesFailAlone()
{
    QueryOptions options;
    options.maxSamples = 10;
    AlertEngine engine{QueryEngine(options)};
    Bench bench({});
    for (int i = 0; i < 20; ++i)
        bench.write(Labels::withName("heavy", {{"i", std::to_string(i)}}), 6);
    bench.write(Labels::withName("q"), 6);
    engine.setGroups({{"g", 1000, {rule("Heavy", "heavy", 5), rule("Light", "q", 5)}}});
    const auto transitions = engine.evaluateDue(*bench.head.snapshot(), bench.now);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions.front().rule, std::string("Light"));
    QCOMPARE(engine.statuses().front().error->code, ErrorCode::QueryTooManySamples);
}

void AlertEngineTest::tooManyAlertsFailTheRule()
{
    Bench bench({rule("Many", "many", 5)});
    for (std::size_t i = 0; i < maxAlertsPerRule; ++i)
        bench.write(Labels::withName("many", {{"i", std::to_string(i)}}), 6);
    QCOMPARE(bench.tick(0).size(), maxAlertsPerRule);
    bench.write(Labels::withName("many", {{"i", "more"}}), 6);
    QVERIFY(bench.tick(0).empty());
    const RuleStatus status = bench.engine.statuses().front();
    QCOMPARE(plainText(*status.error), std::string("exceeded limit of 1000 with 1001 alerts"));
    QCOMPARE(status.alerts.size(), maxAlertsPerRule);
}

void AlertEngineTest::groupsOfOneName()
{
    Bench bench({});
    const std::vector<RuleGroup> groups = {{"g", 1000, {rule("A", "q", 5)}},
                                           {"g", 1000, {rule("A", "q", 7)}}};
    bench.engine.setGroups(groups);
    QCOMPARE(bench.tick(6).size(), std::size_t{1});
    bench.engine.setGroups(groups);
    QVERIFY(bench.tick(6).empty());
    QCOMPARE(bench.engine.statuses()[0].state, AlertState::Firing);
    QCOMPARE(bench.engine.statuses()[1].state, AlertState::Inactive);
}

void AlertEngineTest::missedEvaluationsAreCounted()
{
    Bench bench({rule("A", "q", 5, 3000)});
    bench.tick(6);
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{0});
    bench.now += 3000;
    // The condition held long enough although nobody looked in between.
    QCOMPARE(bench.tick(6).front().to, AlertState::Firing);
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{3});
    QVERIFY(bench.engine.evaluateDue(*bench.head.snapshot(), bench.now).empty());
    QCOMPARE(bench.engine.missedEvaluations(), std::uint64_t{3});
}

void AlertEngineTest::nextDue()
{
    Bench bench({});
    bench.engine.setGroups({});
    QVERIFY(!bench.engine.nextDue(start));
    bench.engine.setGroups({{"slow", 60'000, {}}, {"fast", 1000, {}}});
    const auto first = bench.engine.nextDue(start);
    QVERIFY(first && *first >= start && *first < start + 1000);
    bench.engine.evaluateDue(*bench.head.snapshot(), *first);
    const auto second = bench.engine.nextDue(*first);
    QVERIFY(second && *second > *first && *second <= *first + 1000);
}

void AlertEngineTest::groupsKeepTheirOwnTime()
{
    Bench bench({});
    bench.engine.setGroups({{"slow", 10'000, {rule("S", "q", 5)}}, {"fast", 1000, {rule("F", "q", 5)}}});
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

SIGHTGLASS_TEST(AlertEngineTest)

} // namespace

#include "alertenginetest.moc"
