// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/rulediagnosis.h"

#include "model/alerting/rulegroup.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <functional>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;
constexpr std::int64_t interval = 60'000;
constexpr int evaluations = static_cast<int>(diagnosedEvaluations);

/// A store in which `fill` has put samples at the last evaluations: its argument counts from the first one.
class Store
{
public:
    void add(const char *name, std::vector<Label> labels, int slot, double value)
    {
        const SeriesId id = m_head.seriesFor(Labels::withName(name, std::move(labels)));
        QVERIFY(m_head.append(id, now - (evaluations - 1 - slot) * interval, value).ok());
    }
    void end(const char *name, std::vector<Label> labels, int slot)
    {
        const SeriesId id = m_head.seriesFor(Labels::withName(name, std::move(labels)));
        QVERIFY(m_head.append(id, now - (evaluations - 1 - slot) * interval, staleMarker()).ok());
    }
    std::shared_ptr<const Snapshot> snapshot()
    {
        m_head.commit();
        return m_head.snapshot();
    }

private:
    Head m_head{Retention{1LL << 50, std::size_t{1} << 30U}};
};

RuleStatus status(const char *expr, std::int64_t forMs = 5 * interval, std::vector<Alert> alerts = {})
{
    auto rule = std::make_shared<Rule>();
    rule->name = "Busy";
    rule->query = expr;
    if (auto parsed = promql::parseExpr(expr))
        rule->expr = *parsed;
    rule->forMs = forMs;
    rule->writtenLabels = {{"severity", "page"}};
    RuleStatus made;
    made.group = "g";
    made.rule = rule;
    made.lastEvaluation = now;
    for (const Alert &alert : alerts)
        made.state = std::max(made.state, alert.state);
    made.alerts = std::move(alerts);
    return made;
}

class RuleDiagnosisTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static RuleDiagnosis diagnose(Store &store, const RuleStatus &rule)
    {
        const auto snapshot = store.snapshot();
        const auto catalog = MetricCatalog::of(*snapshot);
        QueryOptions options;
        options.lookbackMs = interval - 1; // what is not scraped is not there
        return diagnoseRule({*snapshot, *catalog, options, rule, interval, now, interval});
    }
    static bool has(const RuleDiagnosis &diagnosis, RuleRemarkKind kind)
    {
        return std::any_of(diagnosis.remarks.begin(), diagnosis.remarks.end(),
                           [kind](const RuleRemark &remark) { return remark.kind == kind; });
    }

private Q_SLOTS:
    void valuesAgainstTheThreshold()
    {
        Store store;
        for (int slot = 0; slot < evaluations; ++slot) {
            store.add("load", {{"instance", "a"}}, slot, 2);
            store.add("load", {{"instance", "b"}}, slot, 7);
        }
        const RuleDiagnosis diagnosis = diagnose(store, status("load > 8"));
        QCOMPARE(diagnosis.verdict, RuleVerdict::NotMet);
        QCOMPARE(diagnosis.comparisons.size(), std::size_t{1});
        const RuleComparison &comparison = diagnosis.comparisons.front();
        QCOMPARE(comparison.text, std::string("load > 8"));
        QCOMPARE(comparison.sets.size(), std::size_t{2});
        QCOMPARE(comparison.sets[0].labels.value("instance"), std::string_view("b")); // the nearer one
        QCOMPARE(comparison.sets[0].value, std::optional(7.0));
        QCOMPARE(comparison.sets[0].threshold, std::optional(8.0));
        QVERIFY(!comparison.sets[0].holds);
        QCOMPARE(diagnosis.sets.front().seen, std::vector(diagnosedEvaluations, SetPresence::Quiet));
        QVERIFY(diagnosis.remarks.empty());
        QVERIFY(!diagnosis.explanation.nodes.empty());
    }

    void theThresholdMayStandAtTheLeft()
    {
        Store store;
        store.add("load", {{"instance", "a"}}, evaluations - 1, 2);
        const RuleDiagnosis diagnosis = diagnose(store, status("1 < load and on () vector(1)"));
        QCOMPARE(diagnosis.comparisons.front().op, promql::BinaryOp::Gt);
        QCOMPARE(diagnosis.comparisons.front().sets.front().value, std::optional(2.0));
        QVERIFY(diagnosis.comparisons.front().sets.front().holds);
    }

    void vectorsAreCompared()
    {
        Store store;
        for (const char *instance : {"a", "b"}) {
            store.add("used", {{"instance", instance}, {"disk", "x"}}, evaluations - 1,
                      *instance == 'a' ? 9 : 4);
            store.add("size", {{"instance", instance}}, evaluations - 1, 5);
        }
        const RuleDiagnosis diagnosis = diagnose(store, status("used > on (instance) size"));
        const auto &sets = diagnosis.comparisons.front().sets;
        QCOMPARE(sets.size(), std::size_t{2});
        QCOMPARE(sets[0].value, std::optional(9.0));
        QCOMPARE(sets[0].threshold, std::optional(5.0));
        QVERIFY(sets[0].holds && !sets[1].holds);
    }

    void howMuchOfForHasPassed()
    {
        Store store;
        for (int slot = 0; slot < evaluations; ++slot)
            store.add("load", {{"instance", "a"}}, slot, slot < evaluations - 3 ? 1 : 9);
        Alert alert;
        alert.labels =
            Labels(std::vector<Label>{{"alertname", "Busy"}, {"instance", "a"}, {"severity", "page"}});
        alert.state = AlertState::Pending;
        alert.value = 9;
        alert.activeAt = now - 2 * interval;
        const RuleDiagnosis diagnosis = diagnose(store, status("load > 8", 5 * interval, {alert}));
        QCOMPARE(diagnosis.verdict, RuleVerdict::Waits);
        QCOMPARE(diagnosis.sets.size(), std::size_t{1}); // the alert and its series are one
        const RuleLabelSet &set = diagnosis.sets.front();
        QCOMPARE(set.forShare, 0.4);
        QCOMPARE(set.forLeftMs, 3 * interval);
        QCOMPARE(set.threshold, std::optional(8.0));
        QCOMPARE(set.seen.back(), SetPresence::Holds);
        QCOMPARE(set.seen.front(), SetPresence::Quiet);
    }

    void aMissingMetricHasNearNames()
    {
        Store store;
        store.add("http_requests_total", {{"instance", "a"}}, evaluations - 1, 1);
        const RuleDiagnosis diagnosis = diagnose(store, status("rate(http_request_total[5m]) > 1"));
        QCOMPARE(diagnosis.verdict, RuleVerdict::NothingFound);
        const auto &findings = diagnosis.explanation.findings;
        const auto near = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
            return finding.kind == FindingKind::UnknownMetricNear;
        });
        QVERIFY(near != findings.end());
        QVERIFY(near->arguments.at(1).find("http_requests_total") != std::string::npos);
    }

    void seriesThatVanish()
    {
        Store store;
        for (int slot = 0; slot < evaluations; ++slot) {
            if (slot % 3 != 1)
                store.add("load", {{"instance", "a"}}, slot, 9);
            store.add("load", {{"instance", "b"}}, slot, 9);
        }
        const RuleDiagnosis diagnosis = diagnose(store, status("load > 8"));
        QVERIFY(has(diagnosis, RuleRemarkKind::VanishingSeries));
        QCOMPARE(diagnosis.remarks.front().count, std::size_t{1});
        QCOMPARE(diagnosis.remarks.front().example, std::string("{instance=\"a\"}"));
        QVERIFY(!has(diagnosis, RuleRemarkKind::FlickeringSets));
    }

    void conditionsThatFlicker()
    {
        Store store;
        for (int slot = 0; slot < evaluations; ++slot)
            store.add("load", {{"instance", "a"}}, slot, slot % 2 == 0 ? 9 : 1);
        QVERIFY(has(diagnose(store, status("load > 8")), RuleRemarkKind::FlickeringSets));
        QVERIFY(!has(diagnose(store, status("load > 8", 0)), RuleRemarkKind::FlickeringSets));
    }

    /// The usual reason for an alert that stays pending.
    void aLabelThatIsAlwaysAnother()
    {
        Store store;
        for (int slot = 0; slot < evaluations; ++slot) {
            store.add("job_age", {{"instance", "a"}, {"run", std::to_string(slot)}}, slot, 9);
            store.add("load", {{"instance", "a"}}, slot, 9);
        }
        const RuleDiagnosis diagnosis = diagnose(store, status("job_age > 8"));
        const auto &remarks = diagnosis.remarks;
        const auto found = std::find_if(remarks.begin(), remarks.end(), [](const RuleRemark &remark) {
            return remark.kind == RuleRemarkKind::ChangingLabel;
        });
        QVERIFY(found != remarks.end());
        QCOMPARE(found->label, std::string("run"));
        QCOMPARE(found->count, diagnosedEvaluations);
        QVERIFY(!has(diagnose(store, status("load > 8")), RuleRemarkKind::ChangingLabel));
    }

    void aValueInALabel()
    {
        Store store;
        store.add("load", {{"instance", "a"}}, evaluations - 1, 9);
        RuleStatus rule = status("load > 8");
        auto changed = std::make_shared<Rule>(*rule.rule);
        changed->labelTexts = {RuleText("load", "is {{ $value }}", "Busy")};
        rule.rule = changed;
        const RuleDiagnosis diagnosis = diagnose(store, rule);
        QVERIFY(has(diagnosis, RuleRemarkKind::ValueInLabel));
        QCOMPARE(diagnosis.remarks.front().label, std::string("load"));
    }

    void verdicts()
    {
        Store store;
        store.add("load", {{"instance", "a"}}, evaluations - 1, 9);
        RuleStatus broken = status("load >");
        QCOMPARE(diagnose(store, broken).verdict, RuleVerdict::Broken);
        RuleStatus fresh = status("load > 1");
        fresh.lastEvaluation.reset();
        QCOMPARE(diagnose(store, fresh).verdict, RuleVerdict::NotEvaluated);
        RuleStatus failing = status("load > 1");
        failing.error = Error{ErrorCode::QueryTimedOut, {"expression evaluation"}, {}, {}};
        QCOMPARE(diagnose(store, failing).verdict, RuleVerdict::Broken);
    }

    /// Rules without comparison, and those over scalars, are looked at too.
    void otherRules()
    {
        Store store;
        store.add("load", {{"instance", "a"}}, evaluations - 1, 9);
        for (const char *expr :
             {"absent(load)", "vector(1)", "1", "load", "load > bool 3", "\"x\"", "load[5m]"}) {
            const RuleDiagnosis diagnosis = diagnose(store, status(expr));
            QCOMPARE(diagnosis.times.size(), diagnosedEvaluations);
            QVERIFY2(diagnosis.comparisons.empty(), expr);
        }
    }

    void isCancelled()
    {
        Store store;
        store.add("load", {{"instance", "a"}}, evaluations - 1, 9);
        const auto snapshot = store.snapshot();
        const auto catalog = MetricCatalog::of(*snapshot);
        std::stop_source stop;
        stop.request_stop();
        const RuleStatus rule = status("load > 1");
        const RuleDiagnosis diagnosis =
            diagnoseRule({*snapshot, *catalog, {}, rule, interval, now, interval}, stop.get_token());
        QVERIFY(!diagnosis.explanation.complete);
    }
};

} // namespace

SIGHTGLASS_TEST(RuleDiagnosisTest)

#include "rulediagnosistest.moc"
