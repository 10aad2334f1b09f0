// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/alertmatchers.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class AlertMatchersTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("normal"); ///< empty: refused
        const auto row = [](const char *text, const char *normal) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(normal);
        };
        row("{}", "{}");
        row("", "{}");
        row("foo=bar", "{foo=\"bar\"}");
        row("{foo=\"bar\"}", "{foo=\"bar\"}");
        row(" { foo = \"bar\" , a != b, } ", "{foo=\"bar\",a!=\"b\"}");
        row("foo=~\"a|b\",bar!~c.*", "{foo=~\"a|b\",bar!~\"c.*\"}");
        row("\"a b\"=\"c d\"", "{\"a b\"=\"c d\"}");
        row("foo=\"\"", "{foo=\"\"}");
        row("foo=\"\\\"\\\\\\n\\t\\x41\\101é\\U0001F600\"", "{foo=\"\\\"\\\\\\n\\tAAé😀\"}");
        row("fo🙂=b🙂r", "{\"fo🙂\"=\"b🙂r\"}");
        row("foo=1.5-x/y:z", "{foo=\"1.5-x/y:z\"}");
        for (const char *bad : {"foo",
                                "foo=",
                                "=bar",
                                "foo==bar",
                                "{foo=bar",
                                "foo=bar}",
                                "foo=bar baz",
                                "foo=bar,,a=b",
                                ",",
                                "foo=\"bar",
                                "foo=\"\\q\"",
                                "foo=\"\\x4\"",
                                "foo=\"\\ud800\"",
                                "foo=~(",
                                "foo='bar'",
                                "foo=`b`",
                                "\"\"=a",
                                "foo=~\"*\"",
                                "{foo=bar}}",
                                "{{foo=bar}}",
                                "foo!bar",
                                "foo~bar",
                                "\"foo\nx\"=a",
                                "foo=\"\\xff\""})
            row(bad, "");
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, normal);
        const auto parsed = parseAlertMatchers(text.toStdString());
        QCOMPARE(parsed.ok(), !normal.isEmpty());
        if (!parsed) {
            QVERIFY(parsed.error().span.end <= static_cast<std::size_t>(text.size()));
            return;
        }
        QCOMPARE(QByteArray::fromStdString(alertMatchersText(*parsed)), normal);
        const auto again = parseAlertMatchers(alertMatchersText(*parsed));
        QVERIFY(again.ok());
        QCOMPARE(*again, *parsed);
    }

    void matching_data()
    {
        QTest::addColumn<QByteArray>("matchers");
        QTest::addColumn<bool>("matches");
        QTest::newRow("equal") << QByteArray("a=b") << true;
        QTest::newRow("absent is empty") << QByteArray("x=\"\"") << true;
        QTest::newRow("absent is not something") << QByteArray("x!=\"\"") << false;
        QTest::newRow("not equal") << QByteArray("a!=c,x!=y") << true;
        QTest::newRow("anchored") << QByteArray("long=~bcd") << false;
        QTest::newRow("alternatives are anchored") << QByteArray("a=~\"b|x\"") << true;
        QTest::newRow("alternative in front") << QByteArray("long=~\"a|bcde\"") << false;
        QTest::newRow("not regex") << QByteArray("a!~\"x.*\"") << true;
        QTest::newRow("all must") << QByteArray("a=b,long=no") << false;
        // In contrast to PromQL.
        QTest::newRow("dot and newline") << QByteArray("lines=~\"x.y\"") << false;
        QTest::newRow("dot and newline, asked for") << QByteArray("lines=~\"(?s)x.y\"") << true;
        QTest::newRow("none") << QByteArray("{}") << true;
    }
    void matching()
    {
        QFETCH(QByteArray, matchers);
        QFETCH(bool, matches);
        const Labels labels({{"a", "b"}, {"long", "abcde"}, {"lines", "x\ny"}});
        const auto compiled = AlertMatchers::compile(*parseAlertMatchers(matchers.toStdString()));
        QVERIFY(compiled.ok());
        QCOMPARE(compiled->match(labels), matches);
    }

    void emptyText()
    {
        QVERIFY(matchesEmpty({MatchOp::Equal, "a", ""}));
        QVERIFY(!matchesEmpty({MatchOp::Equal, "a", "b"}));
        QVERIFY(matchesEmpty({MatchOp::Regex, "a", ".*"}));
        QVERIFY(!matchesEmpty({MatchOp::Regex, "a", ".+"}));
        QVERIFY(!matchesEmpty({MatchOp::NotEqual, "a", "b"}));
    }
};

} // namespace

SIGHTGLASS_TEST(AlertMatchersTest)

#include "alertmatcherstest.moc"
