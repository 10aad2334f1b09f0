// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

using sightglass::test::Outcome;
using sightglass::test::peerProgram;
using sightglass::test::peerSkipText;
using sightglass::test::runProgram;

const QString ownTests = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/ruletests/");

const char *const rules = "groups:\n- name: g\n  rules:\n  - {alert: Deep, expr: q > 5, for: 1m}\n";
const char *const unitTests = "rule_files: [rules.yml]\n"
                              "tests:\n"
                              "- name: first\n"
                              "  interval: 1m\n"
                              "  input_series: [{series: q, values: 6 7 8}]\n"
                              "  alert_rule_test:\n"
                              "  - eval_time: 1m\n"
                              "    alertname: Deep\n"
                              "    exp_alerts: [{exp_labels: {team: x}}]\n"
                              "- name: second\n"
                              "  promql_expr_test:\n"
                              "  - {expr: vector(1), eval_time: 0s, exp_samples: [{value: 1}]}\n";

Outcome testRules(const QStringList &arguments)
{
    return runProgram(QStringList{QStringLiteral("test"), QStringLiteral("rules")} + arguments);
}

/// `sightglass test rules`, the real program.
class RuleTestCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!write("rules.yml", rules).isEmpty());
        QVERIFY(!write("test.yml", unitTests).isEmpty());
    }

    void failingFile()
    {
        const Outcome outcome = testRules({path("test.yml")});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.out, QStringLiteral("Unit Testing:  %1\n\n\n").arg(path("test.yml")));
        QCOMPARE(outcome.err, QStringLiteral("  FAILED:\n"
                                             "    name: first,\n"
                                             "    alertname: Deep, time: 1m, \n"
                                             "        exp:[\n"
                                             "            0:\n"
                                             "              Labels:{alertname=\"Deep\", team=\"x\"}\n"
                                             "              Annotations:{}\n"
                                             "            ], \n"
                                             "        got:[\n"
                                             "            0:\n"
                                             "              Labels:{alertname=\"Deep\"}\n"
                                             "              Annotations:{}\n"
                                             "            ]\n"
                                             "%1:9:32: label \"team\": expected \"x\", got none\n"
                                             "      exp_alerts: [{exp_labels: {team: x}}]\n"
                                             "                                 ^\n")
                                  .arg(path("test.yml")));
    }

    /// By the names that --rules takes, of the unit tests and in them.
    void bundled()
    {
        const Outcome outcome =
            testRules({QStringLiteral("bundled:node"), QStringLiteral("bundled:streamhouse")});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, QStringLiteral("Unit Testing:  bundled:node\n  SUCCESS\n\n"
                                             "Unit Testing:  bundled:streamhouse\n  SUCCESS\n\n"));
        QCOMPARE(outcome.err, QString());
        const QString file =
            write("bundled.yml", "rule_files: [bundled:targets]\n"
                                 "tests:\n"
                                 "- input_series: [{series: 'up{job=\"a\"}', values: 0x20}]\n"
                                 "  alert_rule_test:\n"
                                 "  - {eval_time: 15m, alertname: Nothing}\n");
        const Outcome own = testRules({file});
        QVERIFY2(own.exitCode == 0 && own.err.isEmpty(), own.said().constData());
        QCOMPARE(testRules({QStringLiteral("bundled:nothing")}).exitCode, 1);
    }

    void malformedSeries()
    {
        const QString file = write("series.yml", "rule_files: []\n"
                                                 "tests:\n"
                                                 "- input_series:\n"
                                                 "  - series: up\n"
                                                 "    values: 1 zwei\n"
                                                 "- input_series:\n"
                                                 "  - series: up{\n"
                                                 "    values: 1\n");
        const Outcome outcome = testRules({file});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("\n5:13: malformed value: zwei")),
                 outcome.said().constData());
        QVERIFY2(outcome.err.contains(QStringLiteral("\n7:13: ")), outcome.said().constData());
    }

    void someTestsOnly()
    {
        const Outcome outcome =
            testRules({QStringLiteral("--run"), QStringLiteral("^sec"), path("test.yml")});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, QStringLiteral("Unit Testing:  %1\n  SUCCESS\n\n").arg(path("test.yml")));
        QCOMPARE(testRules({QStringLiteral("--run"), QStringLiteral("("), path("test.yml")}).exitCode, 2);
    }

    void severalFilesAndMissingRules()
    {
        QVERIFY(!write("a1.yml", "rule_files: [none*.yml]\ntests: [{}]\n").isEmpty());
        QVERIFY(!write("a2.yml", "rule_files: [bad.yml]\ntests: [{}]\n").isEmpty());
        QVERIFY(!write("bad.yml", "groups: [{name: g, rules: [{record: x, expr: 'up )'}]}]\n").isEmpty());
        const Outcome outcome = testRules({path("a?.yml"), path("gone.yml")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(
            outcome.err.startsWith(
                QStringLiteral("  WARNING: no file match pattern %1\n  FAILED:\n").arg(path("none*.yml"))),
            outcome.said().constData());
        QVERIFY2(outcome.err.contains(path("bad.yml") +
                                      QStringLiteral(": 1:46: group \"g\", rule 1, \"x\": could not parse")),
                 outcome.said().constData());
        QVERIFY2(outcome.err.contains(QStringLiteral("gone.yml")), outcome.said().constData());
        QCOMPARE(outcome.out.count(QStringLiteral("SUCCESS")), 1);
    }

    void brokenTestFile()
    {
        const QString file = write("broken.yml", "tests:\n- nome: x\n");
        const Outcome outcome = testRules({file});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(file + QStringLiteral(":2:3: field nome not found in type")),
                 outcome.said().constData());
        QVERIFY2(outcome.err.contains(QStringLiteral("  - nome: x\n    ^")), outcome.said().constData());
    }

    void promtoolSaysTheSame_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"timelines.yml", "recording.yml", "failing-limit.yml"})
            QTest::newRow(file) << ownTests + QLatin1String(file);
        QTest::newRow("failing alert") << path("test.yml");
    }

    void promtoolSaysTheSame()
    {
        QFETCH(QString, file);
        const QString promtool = peerProgram(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
        QProcess process;
        process.start(promtool, {QStringLiteral("test"), QStringLiteral("rules"), file});
        QVERIFY(process.waitForFinished(20'000));
        const Outcome outcome = testRules({file});
        QCOMPARE(outcome.exitCode, process.exitCode());
        QCOMPARE(outcome.out, QString::fromUtf8(process.readAllStandardOutput()));
        // Ours says in addition where.
        QStringList theirs = QString::fromUtf8(process.readAllStandardError()).split(u'\n');
        theirs.removeAll({});
        for (const QString &line : std::as_const(theirs))
            QVERIFY2(outcome.err.contains(line), qPrintable(line));
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QString write(const char *name, const QByteArray &content)
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(RuleTestCommandTest)

#include "ruletestcommandtest.moc"
