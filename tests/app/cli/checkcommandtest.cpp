// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/program.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace {

using sightglass::test::Outcome;
using sightglass::test::runProgram;

const char *const good =
    "groups:\n- name: a\n  rules:\n  - {record: x, expr: up}\n  - {alert: y, expr: up}\n";
const char *const bad =
    "groups:\n- name: a\n  rules:\n  - record: x\n    expr: up )\n    labels: {__name__: y}\n";
const char *const twice = "groups:\n- name: a\n  rules:\n  - {record: x, expr: up}\n- name: b\n  rules:\n"
                          "  - {record: x, expr: down}\n";

Outcome check(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(QStringList{QStringLiteral("check"), QStringLiteral("rules")} + arguments, {input});
}

/// `sightglass check rules`, the real program.
class CheckCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void goodFile()
    {
        const Outcome outcome = check({write("good.yml", good)});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out,
                 QStringLiteral("Checking %1\n  SUCCESS: 2 rules found\n\n").arg(path("good.yml")));
        QCOMPARE(outcome.err, QString());
    }

    void badFile()
    {
        const QString file = write("bad.yml", bad);
        const Outcome outcome = check({file});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.out, QStringLiteral("Checking %1\n\n").arg(file));
        QCOMPARE(
            outcome.err,
            QStringLiteral("  FAILED:\n"
                           "%1: 5:11: group \"a\", rule 1, \"x\": could not parse expression: 1:5: parse "
                           "error: unexpected right parenthesis ')'\n"
                           "      expr: up )\n"
                           "                ^\n"
                           "%1: 6:14: group \"a\", rule 1, \"x\": invalid label name: __name__\n"
                           "      labels: {__name__: y}\n"
                           "               ^\n")
                .arg(file));
    }

    void yamlError()
    {
        const Outcome outcome = check({}, "groups:\n- name: a\n  nome: b\n");
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.out, QStringLiteral("Checking standard input\n\n"));
        QCOMPARE(outcome.err, QStringLiteral("  FAILED:\n"
                                             "-: 3:3: field nome not found in type rulefmt.RuleGroup\n"
                                             "    nome: b\n"
                                             "    ^\n"));
        QCOMPARE(
            check({QStringLiteral("--ignore-unknown-fields")}, "groups:\n- name: a\n  nome: b\n").exitCode,
            0);
    }

    void duplicates()
    {
        const Outcome outcome = check({QStringLiteral("-")}, twice);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err, QStringLiteral("  FAILED:\n"
                                             "lint error 1 duplicate rule(s) found.\n"
                                             "Metric: x\n"
                                             "Label(s):\n"
                                             "Might cause inconsistency while recording expressions\n"
                                             "-: 4:5: group \"a\", rule 1, \"x\": one of 2 equal rules\n"
                                             "-: 7:5: group \"b\", rule 1, \"x\": one of 2 equal rules\n"));
        QCOMPARE(check({QStringLiteral("--lint-fatal")}, twice).exitCode, 3);
        QCOMPARE(check({QStringLiteral("--lint-fatal"), QStringLiteral("--lint=none")}, twice).exitCode, 0);
    }

    void severalFiles()
    {
        QVERIFY(!write("c1.yml", good).isEmpty());
        QVERIFY(!write("c2.yml", bad).isEmpty());
        const Outcome outcome = check({path("c?.yml"), path("missing.yml")});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.out,
                 QStringLiteral("Checking %1\n  SUCCESS: 2 rules found\n\nChecking %2\n\nChecking %3\n")
                     .arg(path("c1.yml"), path("c2.yml"), path("missing.yml")));
        QVERIFY2(outcome.err.contains(QStringLiteral("missing.yml")), outcome.said().constData());
    }

    void bundled()
    {
        const Outcome outcome =
            check({QStringLiteral("bundled:node"), QStringLiteral("bundled:streamhouse")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith(QLatin1String("Checking bundled:node\n  SUCCESS: ")),
                 outcome.said().constData());
        const Outcome wrong = check({QStringLiteral("bundled:nothing")});
        QCOMPARE(wrong.exitCode, 1);
        const QString said = wrong.out + wrong.err;
        QVERIFY2(said.contains(QStringLiteral("bundled:nothing")) &&
                     said.contains(QStringLiteral("there are allsource-control-plane, ")) &&
                     said.contains(QStringLiteral("streamhouse, targets")) &&
                     !said.contains(QStringLiteral(":/")),
                 wrong.said().constData());
        QCOMPARE(check({QStringLiteral("bundled:../icons/x")}).exitCode, 1);
    }

    void moreDocuments()
    {
        const Outcome outcome = check({}, QByteArray(good) + "---\n- x\n");
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.err.contains(QStringLiteral("WARNING")), outcome.said().constData());
    }

    void json()
    {
        const Outcome outcome = check({QStringLiteral("--json")}, bad);
        QCOMPARE(outcome.exitCode, 1);
        const QStringList lines = outcome.out.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        const QJsonObject problem = QJsonDocument::fromJson(lines[0].toUtf8()).object();
        QCOMPARE(problem.value(u"line").toInt(), 5);
        QCOMPARE(problem.value(u"exact").toObject().value(u"column").toInt(), 15);
        QCOMPARE(problem.value(u"group").toString(), QStringLiteral("a"));
        QCOMPARE(problem.value(u"rule").toInt(), 1);
        const QJsonObject summary =
            QJsonDocument::fromJson(lines[2].toUtf8()).object().value(u"summary").toObject();
        QCOMPARE(summary.value(u"errors").toInt(), 2);
        const QJsonObject duplicate =
            QJsonDocument::fromJson(
                check({QStringLiteral("--json")}, twice).out.section(u'\n', 0, 0).toUtf8())
                .object();
        QCOMPARE(duplicate.value(u"kind").toString(), QStringLiteral("duplicate"));
        QCOMPARE(duplicate.value(u"places").toArray().at(1).toObject().value(u"line").toInt(), 7);
    }

    void hostileNames()
    {
        const Outcome outcome =
            check({}, "groups:\n- name: \"\\e[31m\\u202e\"\n  rules:\n  - alert: \"\\a\"\n");
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(!outcome.err.contains(QChar(0x1B)) && !outcome.err.contains(QChar(0x07)));
        QVERIFY(!outcome.err.contains(QChar(0x202E)));
    }

    void mistakes()
    {
        QCOMPARE(runProgram({QStringLiteral("check")}).exitCode, 2);
        QCOMPARE(runProgram({QStringLiteral("check"), QStringLiteral("metrics")}).exitCode, 2);
        QCOMPARE(check({QStringLiteral("--lint"), QStringLiteral("x")}).exitCode, 2);
        QCOMPARE(check({QStringLiteral("--features"), QStringLiteral("x")}).exitCode, 2);
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QString write(const char *name, const char *text) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

} // namespace

SIGHTGLASS_TEST(CheckCommandTest)
#include "checkcommandtest.moc"
