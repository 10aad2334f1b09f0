// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/relabeltext.h"

#include "tests/support/testcase.h"

#include <QRegularExpression>
#include <QTest>

using namespace sightglass;

namespace {

class RelabelTextTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text) { QTest::newRow(text) << QString::fromLatin1(text); };
        row("go_.*");
        row("true");
        row("no");
        row("123");
        row("");
        row(" blanks around ");
        row("it's \"quoted\"");
        row("a: b # c");
        row("back\\slash\\d+");
        row("two\nlines\tand a tab");
        row("- [x], {y}");
        row("~");
        row("&a *b !c %d @e `f");
    }

    void whatIsWrittenIsReadBack()
    {
        QFETCH(QString, text);
        RelabelRule rule;
        rule.sourceLabels = {"__name__", "a b", "on"};
        rule.separator = text.toStdString();
        rule.targetLabel = "t";
        rule.replacement = text.toStdString();
        rule.regex = "x|" + QRegularExpression::escape(text).toStdString();
        RelabelRule drop;
        drop.action = RelabelAction::LabelDrop;
        drop.regex = "pod_.*";
        RelabelRule shard;
        shard.action = RelabelAction::HashMod;
        shard.modulus = 18'446'744'073'709'551'615U;
        shard.targetLabel = "shard";
        const std::vector<RelabelRule> rules{rule, drop, shard};
        auto read = parseRelabelRules(relabelRulesText(rules));
        QVERIFY2(read, read ? "" : plainText(read.error()).c_str());
        for (RelabelRule &each : *read)
            each.position = {};
        QVERIFY(*read == rules);
    }

    void nothingHasNoRules()
    {
        for (const char *text : {"", "  \n", "# a comment\n", "[]", "metric_relabel_configs:\n"}) {
            const auto rules = parseRelabelRules(text);
            QVERIFY2(rules && rules->empty(), text);
        }
        QCOMPARE(relabelRulesText({}), std::string());
    }

    void theKeyMayStandAround()
    {
        const auto rules = parseRelabelRules("metric_relabel_configs:\n  - {action: labeldrop, regex: x}\n");
        QVERIFY(rules);
        QCOMPARE(rules->size(), std::size_t{1});
        QCOMPARE(rules->front().position.line, 2U);
    }

    void errorsHaveTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<unsigned>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("no such action")
            << QByteArray("- regex: a\n  action: dropp\n") << 2U << QStringLiteral("unknown relabel action");
        QTest::newRow("no regular expression")
            << QByteArray("- action: drop\n  source_labels: [a]\n  regex: '('\n") << 3U
            << QStringLiteral("missing");
        QTest::newRow("no such field")
            << QByteArray("- action: drop\n  sourcelabels: [a]\n") << 2U << QStringLiteral("sourcelabels");
        QTest::newRow("no list") << QByteArray("action: drop\n") << 1U << QStringLiteral("cannot unmarshal");
        QTest::newRow("no YAML") << QByteArray("- [a\n") << 2U << QString();
        QTest::newRow("a null") << QByteArray("- action: labeldrop\n  regex: a\n-\n") << 3U
                                << QStringLiteral("empty or null");
        QTest::newRow("fields that the action refuses")
            << QByteArray("- action: labeldrop\n  regex: a\n  target_label: b\n") << 1U
            << QStringLiteral("requires only 'regex'");
    }

    void errorsHaveTheirPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(unsigned, line);
        QFETCH(QString, words);
        const auto rules = parseRelabelRules(text.toStdString());
        QVERIFY(!rules);
        QCOMPARE(rules.error().position.line, line);
        QVERIFY2(QString::fromStdString(plainText(rules.error())).contains(words),
                 plainText(rules.error()).c_str());
    }
};

} // namespace

SIGHTGLASS_TEST(RelabelTextTest)
#include "relabeltexttest.moc"
