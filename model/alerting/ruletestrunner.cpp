// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruletestrunner.h"

#include "model/alerting/headrulestore.h"
#include "model/alerting/rulegrouprun.h"
#include "model/alerting/ruleoutput.h"
#include "model/alerting/ruletestseries.h"
#include "model/alerting/ruletesttext.h"
#include "model/alerting/templatetime.h"
#include "model/query/promqltest/seriesnotation.h"
#include "model/storage/head.h"
#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t nanoseconds = 1'000'000; // of a millisecond

/// Prometheus' limits for tests.
QueryEngine testQueries(std::int64_t subqueryStepMs, const promql::Features &features)
{
    QueryOptions options;
    options.maxSamples = 10'000;
    options.timeoutMs = 100'000;
    options.defaultSubqueryStepMs = subqueryStepMs;
    options.features = features;
    return QueryEngine(options);
}

/// Keeps everything.
Retention allRetention()
{
    return {std::numeric_limits<std::int64_t>::max() / 4, std::size_t{4} << 30U};
}

bool sameFloat(double a, double b, bool fuzzy)
{
    const double infinity = std::numeric_limits<double>::infinity();
    return a == b || (fuzzy && (std::nextafter(a, infinity) == b || std::nextafter(a, -infinity) == b));
}

TextPairs pairsOf(const std::vector<WrittenLabel> &labels)
{
    TextPairs pairs;
    for (const WrittenLabel &label : labels)
        pairs.push_back({label.name.value, label.value.value});
    return pairs;
}

std::string textOf(const Error &error)
{
    const std::string place = error.position.line == 0 ? std::string()
                                                       : std::to_string(error.position.line) + ':' +
                                                             std::to_string(error.position.column) + ": ";
    return place + plainText(error);
}

std::vector<RuleGroupRun> orderedRuns(const RuleTestFile &file, std::span<const RuleGroup> groups,
                                      const RuleEngineOptions &options)
{
    std::map<std::string, std::size_t> places; // a group that is in no order comes with the first
    for (std::size_t i = 0; i < file.groupOrder.size(); ++i)
        places[file.groupOrder[i].value] = i;
    std::vector<RuleGroupRun> runs;
    for (const RuleGroup &group : groups)
        runs.emplace_back(group, options);
    std::stable_sort(runs.begin(), runs.end(), [&places](const RuleGroupRun &a, const RuleGroupRun &b) {
        return places[a.group().name] < places[b.group().name];
    });
    return runs;
}

/// Runs one test.
class TestRun
{
public:
    TestRun(const RuleTestFile &file, const RuleTest &test, std::span<const RuleGroup> groups,
            const promql::Features &features)
        : m_file(file)
        , m_test(test)
        , m_options(makeOptions(file, test, features))
        , m_runs(orderedRuns(file, groups, m_options))
    {}

    std::vector<RuleTestFailure> run()
    {
        if (Status loaded = m_series.read(m_test); !loaded) {
            fail(textOf(loaded.error()), loaded.error().position);
            return std::move(m_failures);
        }
        std::set<std::int64_t> times;
        std::int64_t end = 0;
        for (const AlertRuleTest &alert : m_test.alertTests) {
            times.insert(alert.evalTimeMs.value);
            end = std::max(end, alert.evalTimeMs.value);
        }
        for (const PromqlExprTest &expr : m_test.exprTests)
            end = std::max(end, expr.evalTimeMs.value);
        for (std::int64_t at = 0; at <= end; at += m_file.evaluationIntervalMs.value) {
            if (!evaluate(at))
                return std::move(m_failures);
            for (auto time = times.lower_bound(at);
                 time != times.end() && *time < at + m_file.evaluationIntervalMs.value; ++time)
                checkAlerts(*time);
        }
        for (const PromqlExprTest &expr : m_test.exprTests)
            checkExpression(expr);
        return std::move(m_failures);
    }

private:
    static RuleEngineOptions makeOptions(const RuleTestFile &file, const RuleTest &test,
                                         const promql::Features &features)
    {
        RuleEngineOptions options{testQueries(file.evaluationIntervalMs.value, features)};
        std::vector<Label> labels = pairsOf(test.externalLabels);
        options.externalLabels = Labels(std::move(labels));
        options.externalUrl = test.externalUrl.value;
        options.maxAlertsPerRule = 0;
        return options;
    }

    void fail(std::string text, SourcePosition position, std::string difference = {})
    {
        m_failures.push_back({std::move(text), position, std::move(difference)});
    }

    /// Loads what there is by then and evaluates all groups. False where a rule fails, which ends the test.
    bool evaluate(std::int64_t at)
    {
        const TimestampMs ts = m_test.startTimestampMs.value + at;
        if (Status loaded = m_series.loadUntil(ts, m_head); !loaded) {
            fail(textOf(loaded.error()), m_test.position);
            return true;
        }
        bool good = true;
        for (RuleGroupRun &run : m_runs) {
            run.evaluate(m_options, {m_store, ts, ts});
            for (std::size_t i = 0; i < run.size(); ++i) {
                const RuleStatus &status = run.status(i);
                if (!status.error)
                    continue;
                fail("    rule: " + status.rule->name + ", time: " + goDurationText(at * nanoseconds) +
                         ", err: " + textOf(*status.error),
                     m_test.position);
                good = false;
            }
        }
        return good;
    }

    [[nodiscard]] std::vector<TestedAlert> alertsOf(const std::string &name, AlertState state) const
    {
        std::vector<TestedAlert> alerts;
        for (const RuleGroupRun &run : m_runs) {
            for (std::size_t i = 0; i < run.size(); ++i) {
                if (run.status(i).rule->kind != RuleKind::Alerting || run.status(i).rule->name != name)
                    continue;
                for (const Alert &alert : run.status(i).alerts) {
                    if (alert.state == state)
                        alerts.push_back({textPairs(alert.labels), alert.annotations});
                }
            }
        }
        std::sort(alerts.begin(), alerts.end());
        return alerts;
    }

    void checkAlerts(std::int64_t time)
    {
        for (const AlertRuleTest &test : m_test.alertTests) {
            if (test.evalTimeMs.value == time)
                checkAlert(test);
        }
    }

    void checkAlert(const AlertRuleTest &test)
    {
        const std::string &name = test.alertname.value;
        std::vector<std::pair<TestedAlert, SourcePosition>> placed;
        std::vector<TestedAlert> expected;
        for (const ExpectedAlert &alert : test.alerts) {
            TestedAlert one{pairsOf(alert.labels), pairsOf(alert.annotations)};
            std::erase_if(one.labels, [](const Label &label) { return label.name == "alertname"; });
            one.labels.push_back({"alertname", name});
            std::sort(one.labels.begin(), one.labels.end());
            const SourcePosition place =
                alert.labels.empty() ? test.position : alert.labels.front().name.position;
            placed.emplace_back(one, place);
            expected.push_back(std::move(one));
        }
        std::sort(expected.begin(), expected.end());
        const std::vector<TestedAlert> got = alertsOf(name, AlertState::Firing);
        if (expected == got)
            return;
        const std::string testName =
            m_test.name.value.empty() ? std::string() : "    name: " + m_test.name.value + ",\n";
        RuleTestFailure failure{
            testName + "    alertname: " + name + ", time: " + formatDurationMs(test.evalTimeMs.value) +
                ", \n        exp:" + alertsText(expected) + ", \n        got:" + alertsText(got),
            test.position,
            {}};
        explain(expected, got, name, failure);
        for (const auto &[alert, place] : placed) {
            if (std::find(got.begin(), got.end(), alert) == got.end()) {
                failure.position = place;
                break;
            }
        }
        m_failures.push_back(std::move(failure));
    }

    /// The first difference between alerts, both sorted.
    void explain(const std::vector<TestedAlert> &expected, const std::vector<TestedAlert> &got,
                 const std::string &name, RuleTestFailure &failure) const
    {
        const auto firstNotIn = [](const auto &some, const auto &others) {
            return std::find_if(some.begin(), some.end(), [&others](const TestedAlert &alert) {
                return std::find(others.begin(), others.end(), alert) == others.end();
            });
        };
        const auto missing = firstNotIn(expected, got);
        const auto extra = firstNotIn(got, expected);
        if (missing == expected.end()) {
            failure.difference =
                "fires unexpectedly: " + pairsText((extra == got.end() ? got.front() : *extra).labels);
            return;
        }
        const std::vector<TestedAlert> pending = alertsOf(name, AlertState::Pending);
        const bool isPending =
            std::any_of(pending.begin(), pending.end(),
                        [&missing](const TestedAlert &alert) { return alert.labels == missing->labels; });
        if (isPending || extra == got.end()) {
            failure.difference =
                (isPending ? "is only pending: " : "does not fire: ") + pairsText(missing->labels);
            return;
        }
        const auto labels = firstDifference("label", missing->labels, extra->labels);
        const auto annotations = firstDifference("annotation", missing->annotations, extra->annotations);
        failure.difference = labels ? *labels : annotations.value_or(std::string());
    }

    /// The samples that a test expects; what is wrong with their notation.
    static Result<std::vector<TestedSample>> expectedSamples(const PromqlExprTest &test)
    {
        std::vector<TestedSample> samples;
        for (const ExpectedSample &expected : test.samples) {
            auto sample = readExpectedSample(expected);
            if (!sample)
                return Error{ErrorCode::ConfigValue,
                             {"labels " + goQuoted(expected.labels.value) + ": " + textOf(sample.error())},
                             {},
                             expected.labels.position};
            samples.push_back(std::move(sample).value());
        }
        sortSamples(samples);
        return samples;
    }

    static void sortSamples(std::vector<TestedSample> &samples)
    {
        std::stable_sort(samples.begin(), samples.end(),
                         [](const TestedSample &a, const TestedSample &b) { return a.labels < b.labels; });
    }

    [[nodiscard]] Result<std::vector<TestedSample>> query(const PromqlExprTest &test)
    {
        const auto expr = promql::parseExpr(test.expr.value, m_options.queries.options().features);
        if (!expr)
            return expr.error();
        auto result = m_options.queries.instant(*m_head.snapshot(), **expr,
                                                m_test.startTimestampMs.value + test.evalTimeMs.value);
        if (!result)
            return std::move(result).error();
        const auto elements = ruleElements(std::move(result).value());
        if (!elements)
            return elements.error();
        std::vector<TestedSample> samples;
        for (const VectorElement &element : *elements)
            samples.push_back({textPairs(element.labels), element.value,
                               element.histogram ? histogramTestText(*element.histogram) : std::string()});
        sortSamples(samples);
        return samples;
    }

    void checkExpression(const PromqlExprTest &test)
    {
        const std::string what = "    expr: " + goQuoted(test.expr.value) +
                                 ", time: " + formatDurationMs(test.evalTimeMs.value) + ',';
        const auto got = query(test);
        if (!got) {
            fail(what + " err: " + textOf(got.error()), test.expr.position);
            return;
        }
        const auto expected = expectedSamples(test);
        if (!expected) {
            fail(what + " err: " + plainText(expected.error()), expected.error().position);
            return;
        }
        const std::string difference = sampleDifference(*expected, *got);
        if (!difference.empty())
            fail(what + "\n        exp: " + samplesText(*expected) + "\n        got: " + samplesText(*got),
                 test.position, difference);
    }

    /// "" where all are as expected.
    [[nodiscard]] std::string sampleDifference(const std::vector<TestedSample> &expected,
                                               const std::vector<TestedSample> &got) const
    {
        for (std::size_t i = 0; i < std::max(expected.size(), got.size()); ++i) {
            const bool extra = i >= expected.size() || (i < got.size() && got[i].labels < expected[i].labels);
            if (extra)
                return "not expected: " + pairsText(got[i].labels) + ' ' + sampleValueText(got[i]);
            if (i >= got.size() || expected[i].labels < got[i].labels)
                return "not there: " + pairsText(expected[i].labels) + ' ' + sampleValueText(expected[i]);
            const bool same = expected[i].histogram == got[i].histogram &&
                              (!expected[i].histogram.empty() ||
                               sameFloat(expected[i].value, got[i].value, m_file.fuzzyCompare.value));
            if (!same)
                return pairsText(expected[i].labels) + ": expected " + sampleValueText(expected[i]) +
                       ", got " + sampleValueText(got[i]);
        }
        return {};
    }

    const RuleTestFile &m_file;
    const RuleTest &m_test;
    RuleEngineOptions m_options;
    Head m_head{allRetention()};
    HeadRuleStore m_store{m_head};
    RuleTestInput m_series;
    std::vector<RuleGroupRun> m_runs;
    std::vector<RuleTestFailure> m_failures;
};

} // namespace

std::vector<RuleTestFailure> runRuleTest(const RuleTestFile &file, const RuleTest &test,
                                         std::span<const RuleGroup> groups, const promql::Features &features)
{
    return TestRun(file, test, groups, features).run();
}

} // namespace sightglass
