// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruleduplicates.h"
#include "parser/config/rulefilereader.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

namespace {

using namespace sightglass;
using sightglass::test::readFile;

/// A problem as promtool says it, and behind it the place in the text where that is another.
QByteArray lineOf(const RuleProblem &problem)
{
    QByteArray line = QByteArray::fromStdString(plainText(problem));
    if (problem.exactPosition != problem.error.position)
        line += " @" + QByteArray::number(problem.exactPosition.line) + ':' +
                QByteArray::number(problem.exactPosition.column);
    return line;
}

/// Reading rule files, on files of our own: one per kind of error.
class RuleFileTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    /// Each file of tests/data/rules has all the problems of its .expected, in this order.
    void problems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/rules"),
                           {QStringLiteral("*.yml")}, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            QString expected = path;
            expected.replace(QStringLiteral(".yml"), QStringLiteral(".expected"));
            QTest::newRow(qPrintable(files.fileName())) << readFile(path) << readFile(expected);
        }
    }
    void problems()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QByteArray lines;
        for (const RuleProblem &problem : readRuleFile(text.toStdString()).problems)
            lines += lineOf(problem) + '\n';
        QCOMPARE(lines, expected);
    }

    /// What a tag promises must hold, of keys too. As Prometheus 3 says it: promtool 2.42 did not look at the
    /// tags of `alert`, `record` and `expr`.
    void tags_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *rule, const char *expected) {
            QTest::newRow(rule) << QByteArray(rule) << QByteArray(expected);
        };
        row("alert: A, expr: !!int foo", "yaml: cannot decode !!str `foo` as a !!int");
        row("alert: A, expr: !!float foo", "yaml: cannot decode !!str `foo` as a !!float");
        row("alert: A, expr: !!int 5", "");
        row("alert: A, expr: !!str 5", "");
        row("alert: A, expr: !custom foo", "");
        row("alert: A, expr: !!binary Zm9v", "");
        row("alert: A, expr: !!binary Zm9vID4=",
            "could not parse expression: 1:6: parse error: unexpected end of input");
        row("alert: A, expr: !!binary 'no base!'", "yaml: !!binary value contains invalid base64 data");
        row("!!int alert: A, expr: foo", "yaml: cannot decode !!str `alert` as a !!int");
        row("!!binary YWxlcnQ=: A, expr: foo", "");
        row("alert: A, expr: foo, labels: {!!int a: b}", "yaml: cannot decode !!str `a` as a !!int");
    }
    void tags()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, expected);
        const std::string text = "groups: [{name: g, rules: [{" + rule.toStdString() + "}]}]\n";
        QByteArray said;
        for (const RuleProblem &problem : readRuleFile(text).problems)
            said += QByteArray::fromStdString(plainText(problem.error));
        QCOMPARE(said, expected);
    }

    void values()
    {
        const RuleFileReading reading = readRuleFile(data("good"));
        QVERIFY(reading.ok());
        QCOMPARE(reading.file.groups.size(), std::size_t{2});
        QCOMPARE(reading.file.ruleCount(), std::size_t{2});
        QVERIFY(!reading.file.hasMoreDocuments);
        const WrittenGroup &group = reading.file.groups[0];
        QCOMPARE(group.name.value, std::string("example"));
        QVERIFY((group.name.position == SourcePosition{3, 11}));
        QVERIFY((group.position == SourcePosition{3, 5}));
        QCOMPARE(group.intervalMs.value, std::int64_t{30'000});
        QCOMPARE(group.queryOffsetMs.value, std::optional<std::int64_t>(60'000));
        QCOMPARE(group.limit.value, std::int64_t{10});
        QCOMPARE(group.labels.size(), std::size_t{1});
        QVERIFY((group.labels[0].name.position == SourcePosition{8, 7}));
        QVERIFY((group.labels[0].value.position == SourcePosition{8, 13}));
        QVERIFY(!reading.file.groups[1].queryOffsetMs.value);
    }

    void ruleValues()
    {
        const RuleFileReading reading = readRuleFile(data("good"));
        const WrittenRule &recording = reading.file.groups[0].rules[0];
        QVERIFY(recording.kind() == RuleKind::Recording);
        QCOMPARE(recording.name(), std::string("job:up:sum"));
        QCOMPARE(recording.normalisedExpr(), std::string("sum by (job) (up)"));
        QVERIFY((recording.expr.position == SourcePosition{11, 15}));
        QVERIFY(!recording.forMs.isWritten());
        const WrittenRule &alert = reading.file.groups[0].rules[1];
        QVERIFY(alert.kind() == RuleKind::Alerting);
        QCOMPARE(alert.name(), std::string("Down"));
        QCOMPARE(alert.expr.value, std::string("up == 0\n  and on(instance) foo\n"));
        QCOMPARE(alert.normalisedExpr(), std::string("up == 0 and on (instance) foo"));
        QCOMPARE(alert.forMs.value, std::int64_t{300'000});
        QCOMPARE(alert.keepFiringForMs.value, std::int64_t{600'000});
        QCOMPARE(alert.labels[0].value.value, std::string("page"));
        QCOMPARE(alert.annotations[0].name.value, std::string("summary"));
    }

    /// Aliases and merges, which Prometheus resolves before it looks.
    void aliases()
    {
        const RuleFileReading reading = readRuleFile(data("aliases"));
        QVERIFY(reading.ok());
        const std::vector<WrittenRule> &rules = reading.file.groups[0].rules;
        QCOMPARE(rules.size(), std::size_t{3});
        QCOMPARE(rules[1].name(), std::string("B"));
        QCOMPARE(rules[1].expr.value, std::string("up == 0"));
        QCOMPARE(rules[1].annotations.size(), std::size_t{1});
        QCOMPARE(rules[2].expr.value, std::string("up == 0"));
    }

    void moreDocuments()
    {
        QVERIFY(readRuleFile(data("documents")).file.hasMoreDocuments);
        QVERIFY(!readRuleFile("---\ngroups:\n- name: a\n...\n").file.hasMoreDocuments);
        QVERIFY(readRuleFile("groups:\n- name: a\n--- ] broken\n").file.hasMoreDocuments);
    }

    void options()
    {
        RuleFileOptions options;
        options.unknownFields = UnknownFields::Ignored;
        QVERIFY(readRuleFile("groups:\n- name: a\n  x: y\n", options).ok());
        const std::string utf8 =
            "groups:\n- name: a\n  rules:\n  - record: é\n    expr: up\n    labels: {ö: x}\n"
            "  - alert: a\n    expr: up\n    annotations: {ü: x}\n";
        QVERIFY(readRuleFile(utf8).ok());
        options.nameValidation = NameValidation::Legacy;
        QStringList lines;
        for (const RuleProblem &problem : readRuleFile(utf8, options).problems)
            lines << QString::fromStdString(plainText(problem));
        QCOMPARE(
            lines,
            (QStringList{QStringLiteral("4:13: group \"a\", rule 1, \"é\": invalid recording rule name: é"),
                         QStringLiteral("6:14: group \"a\", rule 1, \"é\": invalid label name: ö"),
                         QStringLiteral("9:19: group \"a\", rule 2, \"a\": invalid annotation name: ü")}));
        const std::string experimental =
            "groups:\n- name: a\n  rules:\n  - record: a\n    expr: sort_by_label(up, \"a\")\n";
        QVERIFY(!readRuleFile(experimental).ok());
        RuleFileOptions features;
        features.features.experimentalFunctions = true;
        QVERIFY(readRuleFile(experimental, features).ok());
    }

    void duplicates()
    {
        const RuleFileReading reading =
            readRuleFile("groups:\n- name: a\n  rules:\n  - {record: b, expr: up}\n  - {alert: a, expr: up, "
                         "labels: {x: y}}\n"
                         "- name: b\n  labels: {a: b}\n  rules:\n  - {alert: a, expr: up, labels: {x: y}}\n"
                         "  - {record: b, expr: up}\n  - {record: b, expr: up}\n  - {record: b, expr: up, "
                         "labels: {a: b}}\n");
        QVERIFY(reading.ok());
        const std::vector<DuplicateRules> found = duplicateRules(reading.file);
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].places.size(), std::size_t{2});
        QCOMPARE(found[1].places.size(), std::size_t{3});
        QCOMPARE(found[1].places[2].group, std::size_t{1});
        QCOMPARE(found[1].places[2].rule, std::size_t{2});
        QCOMPARE(
            duplicatesText(found),
            std::string("2 duplicate rule(s) found.\nMetric: a\nLabel(s):\n\tx: y\nMetric: b\nLabel(s):\n"
                        "Might cause inconsistency while recording expressions"));
        QVERIFY(duplicateRules(readRuleFile(data("good")).file).empty());
    }

private:
    static std::string data(const char *name)
    {
        return readFile(
                   QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/rules/%1.yml").arg(QLatin1String(name)))
            .toStdString();
    }
};

} // namespace

SIGHTGLASS_TEST(RuleFileTest)
#include "rulefiletest.moc"
