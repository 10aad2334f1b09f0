// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruledraft.h"

#include "model/alerting/incidentseries.h"
#include "model/alerting/incidenttest.h"
#include "model/alerting/rulegroup.h"
#include "model/alerting/ruletestrunner.h"
#include "model/storage/head.h"
#include "parser/config/rulefilereader.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace sightglass;

RuleDraft draft(const char *expr)
{
    RuleDraft made;
    made.name = "TooBusy";
    made.expr = expr;
    made.threshold = 0.9;
    made.forMs = 300'000;
    made.severity = Severity::Critical;
    made.summary = "{{ $labels.job }} & loud";
    return made;
}

RuleGroup groupOf(const std::string &text)
{
    const auto read = readRuleFile(text);
    return ruleGroup(read.file.groups.front(), "rules.yml", {15'000, 0, {}, {}});
}

class RuleDraftTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void expressions_data()
    {
        QTest::addColumn<QByteArray>("expr");
        QTest::addColumn<QByteArray>("written"); // empty: refused
        QTest::newRow("name") << QByteArray("load") << QByteArray("load > 0.9");
        QTest::newRow("function") << QByteArray("sum by(job)(rate(a[5m]))")
                                  << QByteArray("sum by (job) (rate(a[5m])) > 0.9");
        QTest::newRow("arithmetic") << QByteArray("a / b") << QByteArray("a / b > 0.9");
        QTest::newRow("comparison") << QByteArray("a > b") << QByteArray("a > b > 0.9");
        QTest::newRow("comparison with bool") << QByteArray("a == bool b") << QByteArray("a == bool b > 0.9");
        QTest::newRow("or") << QByteArray("a or b") << QByteArray("(a or b) > 0.9");
        QTest::newRow("scalar") << QByteArray("scalar(a)") << QByteArray("vector(scalar(a)) > 0.9");
        QTest::newRow("range") << QByteArray("a[5m]") << QByteArray();
        QTest::newRow("broken") << QByteArray("sum(") << QByteArray();
        QTest::newRow("text") << QByteArray("\"a\"") << QByteArray();
    }

    void expressions()
    {
        QFETCH(const QByteArray, expr);
        QFETCH(const QByteArray, written);
        const auto text = draftExpression(draft(expr.constData()));
        QCOMPARE(text.ok(), !written.isEmpty());
        if (text)
            QCOMPARE(*text, written.toStdString());
    }

    void becomesAnOrdinaryRule()
    {
        const auto rule = writtenRule(draft("load"));
        QVERIFY(rule.ok());
        const auto text = withRule("", "mine", *rule, 15'000);
        QVERIFY(text.ok());
        const auto read = readRuleFile(*text);
        QVERIFY(read.ok());
        const WrittenGroup &group = read.file.groups.front();
        QCOMPARE(group.name.value, std::string("mine"));
        QCOMPARE(group.intervalMs.value, std::int64_t{15'000});
        QCOMPARE(group.rules.front().expr.value, std::string("load > 0.9"));
        QCOMPARE(group.rules.front().forMs.value, std::int64_t{300'000});
        // What is typed is a template as in any rule file.
        const RuleGroup made = groupOf(*text);
        QCOMPARE(made.rules.front()->annotations.front().text(), std::string("{{ $labels.job }} & loud"));
        const TemplateSample element{Labels(std::vector<Label>{{"job", "api"}}), 1, {}};
        QCOMPARE(made.rules.front()->annotations.front().expanded(element, {}), std::string("api & loud"));
    }

    void brokenTemplatesAreRefused()
    {
        RuleDraft broken = draft("load");
        broken.summary = "{{ busy }} & loud";
        const auto rule = writtenRule(broken);
        QVERIFY(!rule.ok());
        QVERIFY(plainText(rule.error()).find("busy") != std::string::npos);
    }

    void fileNamesOfTests()
    {
        QCOMPARE(incidentFileName("HighLoad"), std::string("HighLoad_test.yml"));
        QCOMPARE(incidentFileName("../../etc/a \"b\": c"), std::string("etc-a-b-c_test.yml"));
        QCOMPARE(incidentFileName("über/..\\"), std::string("ber_test.yml"));
        QCOMPARE(incidentFileName("///"), std::string("alert_test.yml"));
        QCOMPARE(incidentFileName(std::string(500, 'x')).size(), std::size_t{80 + 9});
    }

    /// A long expression is laid out to be read, and means the same.
    void longExpressionsAreLaidOut()
    {
        const auto rule = writtenRule(draft("100 * sum(rate(some_requests_failed_total{job=\"api\"}[5m])) / "
                                            "sum(rate(some_requests_processed_total{job=\"api\"}[5m]))"));
        QVERIFY(rule.ok());
        QVERIFY(rule->expr.value.find('\n') != std::string::npos);
        const auto text = withRule("", "mine", *rule, 15'000);
        QVERIFY(text.ok());
        QVERIFY(text->starts_with("groups:\n"));
        const auto read = readRuleFile(*text);
        QVERIFY(read.ok());
        QCOMPARE(promql::printExpr(*read.file.groups.front().rules.front().expression),
                 promql::printExpr(*rule->expression));
    }

    /// Nothing else of the user's file changes.
    void commentsAndOrderStay()
    {
        const std::string before = "# mine\ngroups:\n  - name: b   # first\n    rules:\n"
                                   "      # why\n      - alert: Old\n        expr: up == 0\n"
                                   "  - name: a\n    rules: []\n";
        const auto rule = writtenRule(draft("load"));
        const auto after = withRule(before, "b", *rule, 60'000);
        QVERIFY2(after.ok(), after ? "" : plainText(after.error()).c_str());
        QVERIFY(after->starts_with(
            "# mine\ngroups:\n  - name: b   # first\n    rules:\n      # why\n      - alert: Old\n"));
        QVERIFY(after->ends_with("  - name: a\n    rules: []\n"));
        QVERIFY(after->find("alert: TooBusy") < after->find("- name: a"));
        QVERIFY(!withRule(*after, "b", *rule, 60'000).ok()); // there is one of this name
        QVERIFY(withRule(*after, "c", *rule, 60'000).ok());
        QVERIFY(!withRule("groups: 3", "c", *rule, 60'000).ok());
        RuleDraft nameless = draft("load");
        nameless.name.clear();
        QVERIFY(!writtenRule(nameless).ok());
    }

    void howFarRulesLookBack()
    {
        const auto back = [](const char *expr) { return lookBackMs(**promql::parseExpr(expr)); };
        QCOMPARE(back("a"), std::int64_t{300'000});
        QCOMPARE(back("rate(a[10m]) > 1"), std::int64_t{600'000});
        QCOMPARE(back("max_over_time(rate(a[5m] offset 1h)[30m:1m])"), std::int64_t{3600'000 + 35 * 60'000});
        QCOMPARE(back("a + b + rate(c[1h]) and -d"), std::int64_t{3600'000});
        QCOMPARE(back("1"), std::int64_t{0});
    }

    /// A brushed incident passes as a test, here and in promtool, and fails when the rule is another.
    void incidentsBecomeTests()
    {
        const std::string rules =
            "groups:\n- name: g\n  interval: 15s\n  rules:\n"
            "  - record: job:errors:rate1m\n    expr: sum by (job) (rate(errors_total[1m]))\n"
            "  - alert: Errors\n    expr: job:errors:rate1m > 2\n    for: 30s\n"
            "    labels: {severity: page}\n    annotations:\n"
            "      summary: '{{ $labels.job }} has {{ $value | humanize }} \"errors\"/s'\n"
            "  - alert: Gone\n    expr: up == 0\n";
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        constexpr TimestampMs start = 1'700'000'000'000;
        double errors = 0;
        for (std::int64_t t = 0; t <= 1200'000; t += 15'000) {
            errors += t > 600'000 && t < 900'000 ? 60 : 1;
            const auto put = [&](const Labels &labels, double value) {
                QVERIFY(head.append(head.seriesFor(labels), start + t, value).ok());
            };
            put(Labels::withName("errors_total", {{"job", "api"}, {"path", "/a\"b\\ü"}}), errors);
            put(Labels::withName("up", {{"instance", "x"}}), t > 700'000 && t < 800'000 ? 0 : 1);
        }
        head.commit();
        const RuleGroup group = groupOf(rules);
        const Incident incident{
            "errors: \"api\"", {start + 500'000, start + 1200'000}, {group}, {"rules.yml"}};
        const auto text = incidentTest(*head.snapshot(), incident);
        QVERIFY2(text.ok(), text ? "" : plainText(text.error()).c_str());
        QVERIFY(text->find("alertname: \"Errors\"") != std::string::npos);
        QVERIFY(text->find("severity: \"page\"") != std::string::npos);
        const RuleTestReading read = readRuleTestFile(*text);
        QVERIFY(read.ok());
        QVERIFY(runRuleTest(read.file, read.file.tests.front(), std::span(&group, 1)).empty());
        std::string otherRules = rules;
        otherRules.replace(otherRules.find("> 2"), 3, "> 9");
        const RuleGroup other = groupOf(otherRules);
        QVERIFY(!runRuleTest(read.file, read.file.tests.front(), std::span(&other, 1)).empty());

        const QString promtool =
            QDir(QStringLiteral(SIGHTGLASS_PEERS_DIR)).filePath(QStringLiteral("usr/bin/promtool"));
        if (!QFile::exists(promtool))
            QSKIP("there is no promtool");
        QTemporaryDir folder;
        const auto write = [&folder](const char *name, const std::string &contents) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(contents.data(), static_cast<qint64>(contents.size()));
        };
        write("rules.yml", rules);
        write("test.yml", *text);
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool,
                      {QStringLiteral("test"), QStringLiteral("rules"), QStringLiteral("test.yml")});
        QVERIFY(process.waitForFinished(20'000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        write("rules.yml", otherRules);
        process.start(promtool,
                      {QStringLiteral("test"), QStringLiteral("rules"), QStringLiteral("test.yml")});
        QVERIFY(process.waitForFinished(20'000));
        QVERIFY(process.exitCode() != 0);
    }

    /// Rules that are in no file can be written to one.
    void rulesAsAFile()
    {
        const std::string text =
            "groups:\n- name: g\n  interval: 15s\n  rules:\n"
            "  - {record: 'a:b', expr: sum(up), labels: {x: y}}\n"
            "  - alert: A\n    expr: up == 0\n    for: 1m\n    keep_firing_for: 2m\n"
            "    labels: {severity: page}\n    annotations: {summary: '{{ $value }}: \"x\"'}\n";
        const RuleGroup group = groupOf(text);
        const RuleGroup again = groupOf(ruleFileText(std::span(&group, 1)));
        QCOMPARE(again.rules.size(), group.rules.size());
        for (std::size_t i = 0; i < group.rules.size(); ++i) {
            QCOMPARE(again.rules[i]->query, group.rules[i]->query);
            QCOMPARE(again.rules[i]->forMs, group.rules[i]->forMs);
            QCOMPARE(again.rules[i]->keepFiringForMs, group.rules[i]->keepFiringForMs);
            QVERIFY(again.rules[i]->writtenLabels == group.rules[i]->writtenLabels);
            QVERIFY(again.rules[i]->annotations == group.rules[i]->annotations);
        }
    }

    void incidentsThatAreNone()
    {
        Head head(Retention{1LL << 50, std::size_t{1} << 30U});
        const RuleGroup group = groupOf("groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n");
        const auto refused = [&](TimeRange range, std::vector<RuleGroup> groups) {
            return !incidentTest(*head.snapshot(), {"x", range, std::move(groups), {}}).ok();
        };
        QVERIFY(refused({0, 60'000}, {}));
        QVERIFY(refused({0, 60'000}, {group})); // nothing is selected
        QVERIFY(refused({0, 1LL << 40}, {group}));
    }
};

} // namespace

SIGHTGLASS_TEST(RuleDraftTest)

#include "ruledrafttest.moc"
