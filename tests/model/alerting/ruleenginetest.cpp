// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleengine.h"

#include "model/alerting/evaluationgrid.h"
#include "model/alerting/headrulestore.h"
#include "model/alerting/ruleexpression.h"
#include "model/alerting/rulegroup.h"
#include "model/storage/head.h"
#include "parser/config/rulefilereader.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <stop_token>
#include <string>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
const std::size_t mostAlerts = RuleEngineOptions().maxAlertsPerRule;

std::vector<RuleGroup> groups(std::vector<ThresholdGroup> thresholds)
{
    return ruleGroups(thresholds);
}

/// The groups of a rule file that is right. Without a file's name the group g lies on the bench's grid.
std::vector<RuleGroup> written(const std::string &text, const char *file = "")
{
    const RuleFileReading reading = readRuleFile(text);
    std::vector<RuleGroup> made;
    for (const RuleProblem &problem : reading.problems)
        qWarning("%s", plainText(problem).c_str());
    for (const WrittenGroup &group : reading.file.groups)
        made.push_back(ruleGroup(group, file, {1000, 0, {}}));
    return made;
}

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
    Bench() = default;
    explicit Bench(std::vector<ThresholdRule> rules) { setRules(std::move(rules)); }
    explicit Bench(const std::string &text) { engine.setGroups(written(text)); }

    void setRules(std::vector<ThresholdRule> rules)
    {
        engine.setGroups({ruleGroup(ThresholdGroup{"g", 1000, std::move(rules)})});
    }

    std::vector<AlertTransition> evaluate() { return engine.evaluateDue(store, now); }

    /// One sample of q and one evaluation at the same time on the grid, a second after the one before.
    std::vector<AlertTransition> tick(double value)
    {
        now += 1000;
        write(Labels::withName("q"), value);
        return evaluate();
    }

    void write(const Labels &labels, double value)
    {
        QVERIFY(head.append(head.seriesFor(labels), now, value).ok());
        head.commit();
    }

    /// What a series has at the newest time, as an expression sees it.
    std::optional<double> value(const char *expr)
    {
        const auto parsed = promql::parseExpr(expr);
        const auto result = QueryEngine().instant(*head.snapshot(), **parsed, now);
        if (!result || result->vector.empty())
            return std::nullopt;
        return result->vector.front().value;
    }

    Head head;
    HeadRuleStore store{head};
    RuleEngine engine{RuleEngineOptions{QueryEngine()}};
    TimestampMs now = EvaluationGrid("g", 1000).slotAt(start);
};

class RuleEngineTest : public test::TestCase
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
    void recordsForLaterRules();
    void recordedSeriesEnd();
    void failuresLeaveSeriesAlone();
    void groupLimits();
    void queryOffset();
    void alertsAsSeries();
    void keepsFiring();
    void annotationsFollowTheValue();
    void templatesAskTheStore();
    void slowTemplatesAreTold();
    void slowTemplatesGoToTheExecutor();
    void reloadTakesSeriesAlong();
    void goneGroupsEndTheirSeries();
    void statusesOfGroups();
    void restoresAfterTheSecondEvaluation();
    void slowGroupsTakeTurns();
    void slowRulesHoldUpTheirGroupOnly();
    void longGroupsAreInterleaved();
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

void RuleEngineTest::failingEvaluationLeavesStateAlone()
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

void RuleEngineTest::unusableRuleNeverFires()
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

void RuleEngineTest::reloadKeepsState()
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

void RuleEngineTest::removedRulesEndTheirAlerts()
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

void RuleEngineTest::removedGroupsAndBrokenRulesEndTheirAlerts()
{
    Bench bench({rule("A", "q", 5)});
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
    Bench bench({rule("A", "q", 5)});
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
    Bench bench;
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
    Bench bench({rule("Many", "many", 5)});
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
    Bench bench;
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
    Bench bench({rule("A", "q", 5, 3000)});
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
    Bench bench;
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
    Bench bench;
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

void RuleEngineTest::recordsForLaterRules()
{
    Bench bench("groups:\n- name: g\n  labels: {team: x}\n  rules:\n"
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

void RuleEngineTest::recordedSeriesEnd()
{
    Bench bench("groups:\n- name: g\n  rules:\n  - {record: big, expr: q > 5}\n");
    bench.tick(6);
    QCOMPARE(bench.value("big"), std::optional(6.0));
    bench.tick(1);
    QVERIFY(!bench.value("big"));
    QCOMPARE(bench.engine.statuses()[0].series, std::size_t{0});
    bench.tick(7);
    QCOMPARE(bench.value("big"), std::optional(7.0));
}

void RuleEngineTest::failuresLeaveSeriesAlone()
{
    Bench bench("groups:\n- name: g\n  rules:\n  - {record: r, expr: q * on() group_left() limit}\n"
                "  - {record: after, expr: q}\n");
    bench.write(Labels::withName("limit", {{"i", "1"}}), 1);
    bench.tick(3);
    bench.write(Labels::withName("limit", {{"i", "2"}}), 1);
    bench.tick(4);
    QVERIFY(bench.engine.statuses()[0].error);
    QCOMPARE(bench.value("r"), std::optional(3.0));
    QCOMPARE(bench.value("after"), std::optional(4.0));
}

void RuleEngineTest::groupLimits()
{
    Bench bench("groups:\n- name: g\n  limit: 1\n  rules:\n  - {record: r, expr: q}\n"
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

void RuleEngineTest::queryOffset()
{
    Bench bench("groups:\n- name: g\n  query_offset: 2s\n  rules:\n  - {record: r, expr: q}\n"
                "  - {record: at, expr: time()}\n");
    for (int i = 0; i < 5; ++i)
        bench.tick(i);
    const TimestampMs ts = *bench.engine.statuses()[0].lastEvaluation;
    QCOMPARE(bench.value("at"), std::optional(static_cast<double>(ts - 2000) / 1000));
    QCOMPARE(bench.value("timestamp(r)"), std::optional(static_cast<double>(ts - 2000) / 1000));
    QVERIFY(*bench.value("r") <= 2);
}

void RuleEngineTest::alertsAsSeries()
{
    Bench bench("groups:\n- name: g\n  rules:\n"
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

void RuleEngineTest::keepsFiring()
{
    Bench bench("groups:\n- name: g\n  rules:\n"
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
    Bench bench("groups:\n- name: g\n  rules:\n  - alert: A\n    expr: q > 5\n    for: 10s\n"
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
    Bench bench("groups:\n- name: g\n  rules:\n  - alert: A\n    expr: q > 5\n    annotations:\n"
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

/// Keeps jobs until the test runs them.
class HeldJobs : public RuleExecutor
{
public:
    void run(Job job) override { jobs.push_back(std::move(job)); }
    void runAll()
    {
        for (const Job &job : std::exchange(jobs, {}))
            job({});
    }

    std::vector<Job> jobs;
};

constexpr const char *slowTemplate =
    "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: many\n    annotations:\n      plain: yes\n"
    "      a: '{{ range query \"many\" }}{{ range query \"many\" }}{{ . }}{{ end }}{{ end }}'\n";

/// Templates never fail a rule: what could not be expanded says so, and the alerts live.
void RuleEngineTest::slowTemplatesAreTold()
{
    QueryOptions options;
    options.timeoutMs = 30;
    Bench bench;
    RuleEngine engine{RuleEngineOptions{QueryEngine(options)}};
    // Each expansion is within its bounds; a thousand of them are not.
    engine.setGroups(written(slowTemplate));
    for (int i = 0; i < 500; ++i)
        bench.write(Labels::withName("many", {{"i", std::to_string(i)}}), 6);
    engine.evaluateDue(bench.store, bench.now);
    QVERIFY(!engine.statuses()[0].error);
    QCOMPARE(engine.statuses()[0].alerts.size(), std::size_t{500});
    QCOMPARE(engine.statuses()[0].state, AlertState::Firing);
    int timedOut = 0;
    for (const Alert &alert : engine.statuses()[0].alerts) {
        for (const auto &text : alert.annotations)
            timedOut += text.value.find("timed out") != std::string::npos ? 1 : 0;
    }
    QVERIFY(timedOut > 0 && timedOut <= 500); // one text each; the plain one is never touched
}

/// What a template asks may take as long as what a rule asks: beside the engine's thread.
void RuleEngineTest::slowTemplatesGoToTheExecutor()
{
    const auto jobs = std::make_shared<HeldJobs>();
    RuleEngineOptions options{QueryEngine()};
    options.executor = jobs;
    options.inlineMs = 30;
    RuleEngine engine(options);
    Bench bench;
    engine.setGroups(written(slowTemplate));
    for (int i = 0; i < 200; ++i)
        bench.write(Labels::withName("many", {{"i", std::to_string(i)}}), 6);
    engine.evaluateDue(bench.store, bench.now);
    QCOMPARE(jobs->jobs.size(), std::size_t{1});
    QVERIFY(!engine.statuses()[0].lastEvaluation);
    jobs->runAll();
    engine.evaluateDue(bench.store, bench.now);
    QVERIFY(!engine.statuses()[0].error);
    QCOMPARE(engine.statuses()[0].alerts.size(), std::size_t{200});
    for (const Alert &alert : engine.statuses()[0].alerts) {
        for (const auto &text : alert.annotations)
            QVERIFY(text.value.find("timed out") == std::string::npos);
    }
}

void RuleEngineTest::reloadTakesSeriesAlong()
{
    Bench bench("groups:\n- name: g\n  rules:\n  - {record: a, expr: q}\n  - {record: b, expr: q}\n");
    bench.tick(6);
    bench.engine.setGroups(written("groups:\n- name: g\n  rules:\n  - {record: b, expr: q > 10}\n"));
    bench.tick(7);
    // b has vanished by its new expression, a with its rule.
    QVERIFY(!bench.value("b"));
    QVERIFY(!bench.value("a"));
}

void RuleEngineTest::goneGroupsEndTheirSeries()
{
    Bench bench("groups:\n- name: g\n  rules:\n  - {record: a, expr: q}\n  - {record: moved, expr: q}\n");
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

void RuleEngineTest::statusesOfGroups()
{
    Bench bench;
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

void RuleEngineTest::restoresAfterTheSecondEvaluation()
{
    const std::string text = "groups:\n- name: g\n  rules:\n  - {alert: A, expr: q > 5, for: 20m}\n";
    Bench bench(text);
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

/// Each look at it takes a while.
class SlowStore : public HeadRuleStore
{
public:
    using HeadRuleStore::HeadRuleStore;

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() override
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(3);
        while (std::chrono::steady_clock::now() < until) {
        }
        return HeadRuleStore::snapshot();
    }
};

/// Who drives the engine has its turn between slow groups, none of which is starved by those before it.
void RuleEngineTest::slowGroupsTakeTurns()
{
    RuleEngineOptions options{QueryEngine()};
    options.turnMs = 1;
    RuleEngine engine(std::move(options));
    std::vector<RuleGroup> three;
    for (const char *name : {"a", "b", "c"}) {
        std::vector<RuleGroup> made =
            written(std::string("groups: [{name: ") + name + ", rules: [{alert: X, expr: vector(1)}]}]");
        three.push_back(made.front());
    }
    engine.setGroups(three);
    Head head;
    SlowStore store(head);
    TimestampMs now = start;
    const auto evaluated = [&engine] {
        std::string names;
        for (const RuleGroupStatus &group : engine.groupStatuses())
            names += group.lastEvaluation ? group.name : std::string();
        return names;
    };
    engine.evaluateDue(store, now);
    QCOMPARE(evaluated(), std::string("a"));
    QVERIFY(*engine.nextDue(now) <= now);
    // The first is due again, but the others have not had their turn.
    now += 1000;
    engine.evaluateDue(store, now);
    QCOMPARE(evaluated(), std::string("ab"));
    engine.evaluateDue(store, now);
    QCOMPARE(evaluated(), std::string("abc"));
    engine.evaluateDue(store, now);
    engine.evaluateDue(store, now);
    QVERIFY(*engine.nextDue(now) > now);
}

/// What a rule waits for holds up its group and nobody else; what comes of it is as if nobody had waited.
void RuleEngineTest::slowRulesHoldUpTheirGroupOnly()
{
    const auto jobs = std::make_shared<HeldJobs>();
    RuleEngineOptions options{QueryEngine()};
    options.executor = jobs;
    options.inlineMs = 0;
    RuleEngine engine(options);
    Bench bench;
    std::vector<RuleGroup> groups = written("groups:\n- name: slow\n  rules:\n  - {record: r, expr: q * 2}\n"
                                            "  - {alert: A, expr: r > 10}\n- name: other\n  rules:\n"
                                            "  - {alert: B, expr: q > 5}\n");
    engine.setGroups(groups);
    bench.write(Labels::withName("q", {{"i", "1"}}), 6);
    QVERIFY(engine.evaluateDue(bench.store, bench.now).empty());
    QCOMPARE(jobs->jobs.size(), std::size_t{2}); // one per group
    QVERIFY(engine.nextDue(bench.now).value_or(bench.now + 1) >
            bench.now); // nothing to do but wait: no busy loop
    // The second group's answer comes first.
    std::vector<RuleExecutor::Job> held = std::exchange(jobs->jobs, {});
    held[1]({});
    auto transitions = engine.evaluateDue(bench.store, bench.now);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions[0].rule, std::string("B"));
    // While one group waits, the other goes on, and the first one misses its times.
    for (int i = 0; i < 3; ++i) {
        bench.now += 1000;
        engine.evaluateDue(bench.store, bench.now);
        jobs->runAll();
        engine.evaluateDue(bench.store, bench.now);
    }
    QCOMPARE(engine.groupStatuses()[1].missedEvaluations, std::uint64_t{0});
    QVERIFY(!engine.statuses()[0].lastEvaluation);
    held[0]({});
    engine.evaluateDue(bench.store, bench.now); // takes the record, and leaves the alert to the executor
    jobs->runAll();
    transitions = engine.evaluateDue(bench.store, bench.now);
    QCOMPARE(transitions.size(), std::size_t{1});
    QCOMPARE(transitions[0].rule, std::string("A"));
    QCOMPARE(transitions[0].at, *engine.statuses()[0].lastEvaluation); // both at the same time
    bench.now += 1000;
    engine.evaluateDue(bench.store, bench.now);
    QVERIFY(engine.groupStatuses()[0].missedEvaluations >= 2);
    // An answer that comes after the group has gone is nobody's.
    engine.setGroups({});
    jobs->runAll();
    engine.evaluateDue(bench.store, bench.now);
    QVERIFY(engine.statuses().empty());
}

/// Many slow rules of one group let the rules of others through in between.
void RuleEngineTest::longGroupsAreInterleaved()
{
    RuleEngineOptions options{QueryEngine()};
    options.turnMs = 1;
    RuleEngine engine(std::move(options));
    std::string many = "groups: [{name: many, rules: [";
    for (int i = 0; i < 20; ++i)
        many += "{alert: X" + std::to_string(i) + ", expr: vector(1)},";
    std::vector<RuleGroup> groups = written(many + "]}]");
    groups.push_back(written("groups: [{name: one, rules: [{alert: Y, expr: vector(1)}]}]").front());
    engine.setGroups(groups);
    Head head;
    SlowStore store(head);
    const TimestampMs now = start;
    int calls = 0;
    while (!engine.statuses().back().lastEvaluation && calls < 5) {
        engine.evaluateDue(store, now);
        ++calls;
    }
    QVERIFY2(calls <= 2, qPrintable(QString::number(calls)));
    for (int i = 0; i < 40 && engine.nextDue(now).value_or(now) <= now; ++i)
        engine.evaluateDue(store, now);
    for (const RuleStatus &status : engine.statuses())
        QCOMPARE(status.lastEvaluation, std::optional(now)); // all at one time
}

SIGHTGLASS_TEST(RuleEngineTest)

} // namespace

#include "ruleenginetest.moc"
