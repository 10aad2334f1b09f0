// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleexecutor.h"
#include "tests/model/alerting/rulebench.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <chrono>
#include <string>
#include <utility>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// Rules and templates that take long: whom they hold up, and whom not.
class SlowRulesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void slowTemplatesAreTold();
    void slowTemplatesGoToTheExecutor();
    void slowGroupsTakeTurns();
    void slowRulesHoldUpTheirGroupOnly();
    void longGroupsAreInterleaved();
};

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
void SlowRulesTest::slowTemplatesAreTold()
{
    QueryOptions options;
    options.timeoutMs = 30;
    RuleBench bench;
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
void SlowRulesTest::slowTemplatesGoToTheExecutor()
{
    const auto jobs = std::make_shared<HeldJobs>();
    RuleEngineOptions options{QueryEngine()};
    options.executor = jobs;
    options.inlineMs = 30;
    RuleEngine engine(options);
    RuleBench bench;
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
void SlowRulesTest::slowGroupsTakeTurns()
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
void SlowRulesTest::slowRulesHoldUpTheirGroupOnly()
{
    const auto jobs = std::make_shared<HeldJobs>();
    RuleEngineOptions options{QueryEngine()};
    options.executor = jobs;
    options.inlineMs = 0;
    RuleEngine engine(options);
    RuleBench bench;
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
void SlowRulesTest::longGroupsAreInterleaved()
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

SIGHTGLASS_TEST(SlowRulesTest)

} // namespace

#include "slowrulestest.moc"
