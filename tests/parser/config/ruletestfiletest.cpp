// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruletestfile.h"

#include "parser/config/unixtime.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;
using sightglass::test::conformancePath;
using sightglass::test::readFile;

const char *const full = "rule_files:\n"
                         "  - a.yml\n"
                         "  - b/*.yml\n"
                         "evaluation_interval: 30s\n"
                         "group_eval_order: [g2, g1]\n"
                         "fuzzy_compare: true\n"
                         "tests:\n"
                         "  - name: first\n"
                         "    interval: 1m\n"
                         "    start_timestamp: 2024-05-01T10:00:00Z\n"
                         "    external_labels: {region: eu}\n"
                         "    external_url: http://p\n"
                         "    input_series:\n"
                         "      - series: up{job=\"a\"}\n"
                         "        values: 0x10 _ stale\n"
                         "    alert_rule_test:\n"
                         "      - eval_time: 5m\n"
                         "        alertname: Down\n"
                         "        exp_alerts:\n"
                         "          - exp_labels: {severity: page, job: a}\n"
                         "            exp_annotations: {summary: down}\n"
                         "    promql_expr_test:\n"
                         "      - expr: sum(up)\n"
                         "        eval_time: 1m\n"
                         "        exp_samples:\n"
                         "          - labels: '{}'\n"
                         "            value: 1.5\n"
                         "          - labels: h\n"
                         "            histogram: '{{sum:1}}'\n"
                         "  - input_series: []\n";

/// Reading files of unit tests for rules.
class RuleTestFileTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void values()
    {
        const RuleTestReading reading = readRuleTestFile(full);
        QVERIFY(reading.ok());
        const RuleTestFile &file = reading.file;
        QCOMPARE(file.ruleFiles.size(), std::size_t{2});
        QCOMPARE(file.ruleFiles[1].value, std::string("b/*.yml"));
        QVERIFY((file.ruleFiles[1].position == SourcePosition{3, 5}));
        QCOMPARE(file.evaluationIntervalMs.value, std::int64_t{30'000});
        QCOMPARE(file.groupOrder[0].value, std::string("g2"));
        QVERIFY(file.fuzzyCompare.value);
        QCOMPARE(file.tests.size(), std::size_t{2});
        QCOMPARE(file.tests[1].intervalMs.value, std::int64_t{30'000});
        const RuleTest &test = file.tests[0];
        QCOMPARE(test.name.value, std::string("first"));
        QCOMPARE(test.intervalMs.value, std::int64_t{60'000});
        QCOMPARE(test.startTimestampMs.value, std::int64_t{1'714'557'600'000});
        QCOMPARE(test.externalLabels[0].value.value, std::string("eu"));
        QCOMPARE(test.externalUrl.value, std::string("http://p"));
        QCOMPARE(test.inputSeries[0].series.value, std::string("up{job=\"a\"}"));
        QVERIFY((test.inputSeries[0].values.position == SourcePosition{15, 17}));
    }

    void cases()
    {
        const RuleTest test = readRuleTestFile(full).file.tests[0];
        const AlertRuleTest &alert = test.alertTests.at(0);
        QCOMPARE(alert.evalTimeMs.value, std::int64_t{300'000});
        QCOMPARE(alert.alertname.value, std::string("Down"));
        QCOMPARE(alert.alerts.at(0).labels.at(0).name.value, std::string("job"));
        QCOMPARE(alert.alerts.at(0).annotations.at(0).value.value, std::string("down"));
        const PromqlExprTest &expr = test.exprTests.at(0);
        QCOMPARE(expr.expr.value, std::string("sum(up)"));
        QVERIFY((expr.expr.position == SourcePosition{23, 15}));
        QCOMPARE(expr.samples.at(0).value.value, 1.5);
        QCOMPARE(expr.samples.at(1).histogram.value, std::string("{{sum:1}}"));
    }

    void defaults()
    {
        const RuleTestReading reading = readRuleTestFile("");
        QVERIFY(reading.ok());
        QCOMPARE(reading.file.evaluationIntervalMs.value, std::int64_t{60'000});
        QVERIFY(!reading.file.fuzzyCompare.value);
    }

    void errors()
    {
        const RuleTestReading reading = readRuleTestFile("rule_file: [a]\n"
                                                         "tests:\n"
                                                         "- interval: 1x\n"
                                                         "  start_timestamp: yesterday\n"
                                                         "  input_series:\n"
                                                         "  - {series: a, values: [1], more: 1}\n"
                                                         "  promql_expr_test: 5\n");
        QCOMPARE(linesOf(reading),
                 (QStringList{
                     QStringLiteral("1:1: field rule_file not found in type main.unitTestFile"),
                     QStringLiteral("3:13: not a valid duration string: \"1x\""),
                     QStringLiteral("4:20: cannot parse \"yesterday\" to a valid timestamp"),
                     QStringLiteral("6:25: cannot unmarshal !!seq into string"),
                     QStringLiteral("6:30: field more not found in type main.series"),
                     QStringLiteral("7:21: cannot unmarshal !!int `5` into []main.promqlTestCase"),
                 }));
    }

    void valueErrors()
    {
        const RuleTestReading reading = readRuleTestFile("group_eval_order: [a, b, a]\n"
                                                         "tests:\n"
                                                         "- name: n\n"
                                                         "  alert_rule_test:\n"
                                                         "  - eval_time: 90s\n");
        QCOMPARE(
            linesOf(reading),
            (QStringList{
                QStringLiteral("1:26: group name repeated in evaluation order: a"),
                QStringLiteral("5:5: an item under alert_rule_test misses required attribute alertname at "
                               "eval_time 1m30s (in TestGroup n)"),
            }));
        QCOMPARE(linesOf(readRuleTestFile("a: [\n")).size(), 1);
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time");
        QTest::newRow("seconds") << QByteArray("1500000000") << qint64{1'500'000'000'000};
        QTest::newRow("fraction") << QByteArray("1.5e0") << qint64{1'500};
        QTest::newRow("negative") << QByteArray("-2") << qint64{-2'000};
        QTest::newRow("utc") << QByteArray("1970-01-02T00:00:01Z") << qint64{86'401'000};
        QTest::newRow("zone") << QByteArray("1970-01-01T02:00:00.1239+02:30") << qint64{-1'800'000 + 123};
        QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00-00:00") << qint64{1'709'164'800'000};
        for (const char *bad :
             {"", "x", "NaN", "1e300", "2023-02-29T00:00:00Z", "2024-01-01", "2024-01-01T24:00:00Z",
              "2024-01-01T00:00:00", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00Zx", "2024-1-01T00:00:00Z"})
            QTest::newRow(bad) << QByteArray(bad) << std::numeric_limits<qint64>::min();
    }
    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, time);
        QCOMPARE(
            static_cast<qint64>(unixTimeMs(text.toStdString()).value_or(std::numeric_limits<qint64>::min())),
            time);
    }

    void conformance()
    {
        const QString folder = conformancePath(QStringLiteral("rule-unit-tests"));
        if (folder.isEmpty())
            QSKIP("the conformance data is not there");
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        QStringList refused;
        int files = 0;
        for (; walk.hasNext(); ++files) {
            const RuleTestReading reading = readRuleTestFile(readFile(walk.next()).toStdString());
            if (!reading.ok())
                refused << walk.fileName() + u' ' + linesOf(reading).join(u'|');
        }
        QCOMPARE(files, 17);
        QCOMPARE(refused, QStringList());
    }

private:
    static QStringList linesOf(const RuleTestReading &reading)
    {
        QStringList lines;
        for (const Error &error : reading.errors)
            lines << QStringLiteral("%1:%2: %3")
                         .arg(error.position.line)
                         .arg(error.position.column)
                         .arg(QString::fromStdString(plainText(error)));
        return lines;
    }
};

} // namespace

SIGHTGLASS_TEST(RuleTestFileTest)
#include "ruletestfiletest.moc"
