// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruletestrunner.h"

#include "model/alerting/rulegroup.h"
#include "model/alerting/ruletesttext.h"
#include "model/query/promqltest/seriesnotation.h"
#include "parser/config/rulefilereader.h"
#include "tests/support/conformance.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

const QString ownTests = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/ruletests");

/// How a whole file went.
struct FileOutcome
{
    std::vector<RuleTestFailure> failures;
    QStringList failedTests;  ///< by name
    QStringList ruleProblems; ///< of rule files: all tests fail by them
    QStringList missingRules;

    [[nodiscard]] QString said() const
    {
        QString text = ruleProblems.join(u'\n');
        for (const RuleTestFailure &failure : failures)
            text += QString::fromStdString(failure.text + "\n  " + failure.difference + '\n');
        return text;
    }
};

void readRules(const QString &path, const RuleFileOptions &options, std::vector<RuleGroup> &groups,
               FileOutcome &outcome)
{
    const RuleFileReading reading = readRuleFile(readFile(path).toStdString(), options);
    for (const RuleProblem &problem : reading.problems)
        outcome.ruleProblems << QString::fromStdString(plainText(problem));
    for (const WrittenGroup &group : reading.file.groups)
        groups.push_back(ruleGroup(group, path.toStdString(), {60'000, 0, options.features}));
}

/// Rule files are looked for in `rules`, beside the test file where that is empty.
FileOutcome runFile(const QString &path, const QString &rules = {}, const RuleFileOptions &options = {})
{
    FileOutcome outcome;
    const RuleTestReading reading = readRuleTestFile(readFile(path).toStdString());
    for (const Error &error : reading.errors)
        outcome.ruleProblems << QString::fromStdString(plainText(error));
    if (!reading.ok())
        return outcome;
    const QDir folder(rules.isEmpty() ? QFileInfo(path).path() : rules);
    std::vector<RuleGroup> groups;
    for (const Written<std::string> &pattern : reading.file.ruleFiles) {
        const QString file = folder.filePath(QString::fromStdString(pattern.value));
        if (QFileInfo::exists(file))
            readRules(file, options, groups, outcome);
        else
            outcome.missingRules << file;
    }
    if (!outcome.ruleProblems.isEmpty())
        return outcome;
    for (const RuleTest &test : reading.file.tests) {
        auto failures = runRuleTest(reading.file, test, groups, options.features);
        if (!failures.empty())
            outcome.failedTests << QString::fromStdString(test.name.value);
        outcome.failures.insert(outcome.failures.end(), failures.begin(), failures.end());
    }
    return outcome;
}

enum class Verdict
{
    Passes,
    Fails,
    RulesRefused
};

struct ConformanceCase
{
    const char *path;
    Verdict verdict;
    const char *said; ///< in what fails
    bool lenient = false;
};

constexpr const char *promtoolData = "prometheus__prometheus/cmd/promtool/testdata/";

/// The verdicts that Prometheus' own tests of promtool expect, and where its file has a right and a wrong
/// test, which is wrong.
const std::vector<ConformanceCase> conformanceCases = {
    {"unittest.yml", Verdict::Passes, ""},
    {"long-period.yml", Verdict::Passes, ""},
    {"no-test-group-interval.yml", Verdict::Passes, ""},
    {"start-time-test.yml", Verdict::Passes, ""},
    {"at-modifier-test.yml", Verdict::Passes, ""},
    {"negative-offset-test.yml", Verdict::Passes, ""},
    {"bad-input-series.yml", Verdict::Fails, "unclosed braces"},
    {"bad-promql.yml", Verdict::Fails, "found duplicate series for the match group"},
    {"bad-rules-syntax-test.yml", Verdict::RulesRefused, "could not parse expression"},
    {"bad-rules-error-test.yml", Verdict::Fails, "found duplicate series for the match group"},
    {"failing.yml", Verdict::Fails, "Failing test;Failing alert test"},
    {"rules_run.yml", Verdict::Fails, "wrong test"},
    {"rules_run_fuzzy.yml", Verdict::Fails, "wrong fuzzy match"},
    {"rules_run_no_fuzzy.yml", Verdict::Fails, "correct fuzzy match"},
    {"rules_run_extrafields.yml", Verdict::RulesRefused, "not found in type"},
    {"rules_run_extrafields.yml", Verdict::Passes, "", true},
    {"thanos-io__thanos/examples/alerts/tests.yaml", Verdict::Passes, ""},
};

class RuleTestRunnerTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void timelines_data();
    void timelines();
    void timelinesByPromtool();
    void conformance_data();
    void conformance();
    void etcdRules();
    void differences_data();
    void differences();
    void textsArePromtools();
    void histogramTexts_data();
    void histogramTexts();
};

void RuleTestRunnerTest::timelines_data()
{
    QTest::addColumn<bool>("passes");
    QTest::newRow("timelines.yml") << true;
    QTest::newRow("recording.yml") << true;
    QTest::newRow("group-labels.yml") << true;
    QTest::newRow("failing-limit.yml") << false;
}

void RuleTestRunnerTest::timelines()
{
    QFETCH(bool, passes);
    const FileOutcome outcome = runFile(ownTests + u'/' + QLatin1String(QTest::currentDataTag()));
    QVERIFY(outcome.missingRules.isEmpty());
    QVERIFY2(outcome.said().isEmpty() == passes, qPrintable(outcome.said()));
}

void RuleTestRunnerTest::timelinesByPromtool()
{
    const QString promtool = peerProgram(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
    // group-labels.yml needs a newer one.
    for (const char *file : {"timelines.yml", "recording.yml", "failing-limit.yml"}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {QStringLiteral("test"), QStringLiteral("rules"),
                                 ownTests + u'/' + QLatin1String(file)});
        QVERIFY(process.waitForFinished(20'000));
        const QString said = QString::fromUtf8(process.readAll());
        const FileOutcome outcome = runFile(ownTests + u'/' + QLatin1String(file));
        QVERIFY2(outcome.said().isEmpty() == (process.exitCode() == 0), qPrintable(said));
        for (const RuleTestFailure &failure : outcome.failures)
            QVERIFY2(said.contains(QString::fromStdString(failure.text)), qPrintable(said));
    }
}

void RuleTestRunnerTest::conformance_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < conformanceCases.size(); ++i)
        QTest::addRow("%s%s", conformanceCases[i].path, conformanceCases[i].lenient ? ", lenient" : "")
            << static_cast<int>(i);
}

void RuleTestRunnerTest::conformance()
{
    QFETCH(int, index);
    const ConformanceCase &one = conformanceCases[static_cast<std::size_t>(index)];
    QString relative = QLatin1String(one.path);
    if (!relative.contains(u'/'))
        relative.prepend(QLatin1String(promtoolData));
    const QString path = conformancePath(QStringLiteral("rule-unit-tests/") + relative);
    const QString rules = conformancePath(QStringLiteral("rules/") + QFileInfo(relative).path());
    if (path.isEmpty() || rules.isEmpty())
        QSKIP("the conformance data is not there: these verdicts were not compared");
    RuleFileOptions options;
    options.unknownFields = one.lenient ? UnknownFields::Ignored : UnknownFields::Refused;
    const FileOutcome outcome = runFile(path, rules, options);
    const QString said = outcome.said();
    switch (one.verdict) {
    case Verdict::Passes:
        QVERIFY2(said.isEmpty(), qPrintable(said));
        return;
    case Verdict::RulesRefused:
        QVERIFY2(outcome.ruleProblems.join(u'\n').contains(QLatin1String(one.said)), qPrintable(said));
        return;
    case Verdict::Fails:
        break;
    }
    QVERIFY(!outcome.failures.empty());
    const bool named = outcome.failedTests.join(u';') == QLatin1String(one.said);
    QVERIFY2(named || said.contains(QLatin1String(one.said)),
             qPrintable(outcome.failedTests.join(u';') + u'\n' + said));
}

/// The rule file that etcd's tests belong to is not among the data; another project publishes the same
/// alerts. They pass in promtool 2.42. One test asks five minutes after its last samples: since Prometheus 3
/// the lookback is left-open, and they are gone.
void RuleTestRunnerTest::etcdRules()
{
    const QString path =
        conformancePath(QStringLiteral("rule-unit-tests/etcd-io__etcd/contrib/mixin/test.yaml"));
    const QString rules =
        conformancePath(QStringLiteral("rules/monitoring-mixins__website/assets/etcd/alerts.yaml"));
    if (path.isEmpty() || rules.isEmpty())
        QSKIP("the conformance data is not there: etcd's alerts were not compared");
    const FileOutcome without = runFile(path);
    QCOMPARE(without.missingRules.size(), 1);
    const RuleTestReading reading = readRuleTestFile(readFile(path).toStdString());
    FileOutcome outcome;
    std::vector<RuleGroup> groups;
    readRules(rules, {}, groups, outcome);
    QVERIFY(outcome.ruleProblems.isEmpty());
    for (const RuleTest &test : reading.file.tests) {
        for (const RuleTestFailure &failure : runRuleTest(reading.file, test, groups))
            outcome.failures.push_back(failure);
    }
    QVERIFY2(outcome.failures.size() == 1, qPrintable(outcome.said()));
    QCOMPARE(
        QString::fromStdString(outcome.failures.front().difference),
        QStringLiteral("does not fire: {alertname=\"etcdMembersDown\", job=\"etcd\", severity=\"warning\"}"));
    QCOMPARE(outcome.failures.front().position.line, std::uint32_t{62});
}

void RuleTestRunnerTest::differences_data()
{
    QTest::addColumn<QByteArray>("expected"); // of the alert A on m > 5, m{i="a"} being 7
    QTest::addColumn<QByteArray>("difference");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const QByteArray &expected, const QByteArray &difference,
                        const QByteArray &place) { QTest::newRow(name) << expected << difference << place; };
    const QByteArray alerts = "  alert_rule_test:\n  - eval_time: 0m\n    alertname: ";
    row("label", alerts + "A\n    exp_alerts:\n    - exp_labels: {i: b}\n      exp_annotations: {v: '7'}\n",
        "label \"i\": expected \"b\", got \"a\"", "9:20");
    row("annotation",
        alerts + "A\n    exp_alerts:\n    - exp_labels: {i: a}\n      exp_annotations: {v: '8'}\n",
        "annotation \"v\": expected \"8\", got \"7\"", "9:20");
    row("missing annotation", alerts + "A\n    exp_alerts:\n    - exp_labels: {i: a}\n",
        "annotation \"v\": expected none, got \"7\"", "9:20");
    row("unexpected", alerts + "A\n", "fires unexpectedly: {alertname=\"A\", i=\"a\"}", "6:5");
    row("pending", alerts + "P\n    exp_alerts:\n    - exp_labels: {i: a}\n",
        "is only pending: {alertname=\"P\", i=\"a\"}", "9:20");
    row("nothing", alerts + "Q\n    exp_alerts: [{}]\n", "does not fire: {alertname=\"Q\"}", "6:5");
    row("value",
        "  promql_expr_test:\n  - {expr: m, eval_time: 0m, exp_samples: [{labels: 'm{i=\"a\"}', value: "
        "8}]}\n",
        "{__name__=\"m\", i=\"a\"}: expected 8E+00, got 7E+00", "6:5");
    row("sample too many", "  promql_expr_test:\n  - {expr: m, eval_time: 0m}\n",
        "not expected: {__name__=\"m\", i=\"a\"} 7E+00", "6:5");
    row("sample missing",
        "  promql_expr_test:\n  - {expr: n, eval_time: 0m, exp_samples: [{labels: n, value: 1}]}\n",
        "not there: {__name__=\"n\"} 1E+00", "6:5");
    row("NaN equals nothing",
        "  promql_expr_test:\n  - {expr: vector(NaN), eval_time: 0m, exp_samples: [{labels: '', value: "
        ".nan}]}\n",
        "{}: expected NaN, got NaN", "6:5");
}

void RuleTestRunnerTest::differences()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, difference);
    QFETCH(QByteArray, place);
    const std::string text =
        "tests:\n- interval: 1m\n  input_series:\n  - {series: 'm{i=\"a\"}', values: '7'}\n" +
        expected.toStdString();
    const RuleTestReading reading = readRuleTestFile(text);
    QVERIFY2(reading.ok(), reading.ok() ? "" : plainText(reading.errors.front()).c_str());
    const RuleFileReading rules =
        readRuleFile("groups: [{name: g, rules: [{alert: A, expr: m > 5, annotations: {v: '{{ $value }}'}},"
                     "{alert: P, expr: m, for: 1m}]}]");
    QVERIFY(rules.ok());
    const std::vector<RuleGroup> groups = {ruleGroup(rules.file.groups.front(), "r.yml")};
    const auto failures = runRuleTest(reading.file, reading.file.tests.front(), groups);
    QCOMPARE(failures.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(failures.front().difference), difference);
    const SourcePosition at = failures.front().position;
    QCOMPARE(QByteArray::number(at.line) + ':' + QByteArray::number(at.column), place);
}

void RuleTestRunnerTest::textsArePromtools()
{
    const std::vector<TestedAlert> alerts = {{{{"alertname", "A"}, {"b", "x\"y"}}, {{"s", "1"}}},
                                             {{{"alertname", "A"}}, {}}};
    QCOMPARE(QString::fromStdString(alertsText(alerts)),
             QStringLiteral("[\n"
                            "            0:\n"
                            "              Labels:{alertname=\"A\", b=\"x\\\"y\"}\n"
                            "              Annotations:{s=\"1\"},\n"
                            "            1:\n"
                            "              Labels:{alertname=\"A\"}\n"
                            "              Annotations:{}\n"
                            "            ]"));
    QCOMPARE(alertsText({}), std::string("[]"));
    QCOMPARE(samplesText({}), std::string("nil"));
    QCOMPARE(samplesText({{{{"__name__", "m"}}, 1.5e-7, {}}, {{}, 0, {}}}),
             std::string("{__name__=\"m\"} 1.5E-07, {} 0E+00"));
}

void RuleTestRunnerTest::histogramTexts_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("{{}}") << QByteArray("{{}}");
    QTest::newRow("plain") << QByteArray("{{schema:1 sum:3.1 count:22 buckets:[5 10 7]}}")
                           << QByteArray("{{schema:1 count:22 sum:3.1 buckets:[5 10 7]}}");
    QTest::newRow("zero bucket, negative")
        << QByteArray("{{z_bucket:2 z_bucket_w:0.001 count:4 n_offset:3 n_buckets:[1 0 1]}}")
        << QByteArray("{{count:4 z_bucket:2 z_bucket_w:0.001 n_offset:3 n_buckets:[1 0 1]}}");
    QTest::newRow("compacted") << QByteArray("{{count:2 offset:-1 buckets:[0 0 1 0 1 0]}}")
                               << QByteArray("{{count:2 offset:1 buckets:[1 0 1]}}");
    QTest::newRow("custom") << QByteArray("{{schema:-53 count:3 custom_values:[5 10.5] buckets:[1 2]}}")
                            << QByteArray("{{schema:-53 count:3 custom_values:[5 10.5] buckets:[1 2]}}");
    QTest::newRow("gauge") << QByteArray("{{count:1 counter_reset_hint:gauge buckets:[1]}}")
                           << QByteArray("{{count:1 counter_reset_hint:gauge buckets:[1]}}");
}

void RuleTestRunnerTest::histogramTexts()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, text);
    const auto items = promqltest::parseSeriesItems(written.toStdString());
    QVERIFY2(items.ok() && items->size() == 1, written.constData());
    QCOMPARE(QByteArray::fromStdString(histogramTestText(*items->front().histogram)), text);
}

SIGHTGLASS_TEST(RuleTestRunnerTest)

} // namespace

#include "ruletestrunnertest.moc"
