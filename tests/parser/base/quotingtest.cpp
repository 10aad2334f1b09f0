// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class QuotingTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAsGo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("quoted");
        QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
        QTest::newRow("plain") << QByteArray("a b~") << QByteArray("\"a b~\"");
        QTest::newRow("quote and backslash") << QByteArray("\"\\") << QByteArray("\"\\\"\\\\\"");
        QTest::newRow("letters") << QByteArray("\a\b\t\n\v\f\r") << QByteArray("\"\\a\\b\\t\\n\\v\\f\\r\"");
        QTest::newRow("controls") << QByteArray("\0\x01\x1b\x7f", 4)
                                  << QByteArray("\"\\x00\\x01\\x1b\\x7f\"");
        QTest::newRow("UTF-8") << QByteArray("é€😀") << QByteArray("\"é€😀\"");
        QTest::newRow("C1 control and no-break space")
            << QByteArray("\xC2\x85\xC2\xA0") << QByteArray("\"\\u0085\\u00a0\"");
        QTest::newRow("bidi and BOM")
            << QByteArray("\xE2\x80\xAE\xEF\xBB\xBF") << QByteArray("\"\\u202e\\ufeff\"");
        QTest::newRow("not UTF-8") << QByteArray("a\xff\xc3") << QByteArray("\"a\\xff\\xc3\"");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\"\\xed\\xa0\\x80\"");
        QTest::newRow("private plane") << QByteArray("\xF4\x8F\xBF\xBF") << QByteArray("\"\\U0010ffff\"");
    }

    void quotesAsGo()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, quoted);
        QCOMPARE(QByteArray::fromStdString(goQuoted(text.toStdString())), quoted);
    }

    void knowsUtf8_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("NUL") << QByteArray("\0", 1) << true;
        QTest::newRow("two bytes") << QByteArray("\xC2\x80\xDF\xBF") << true;
        QTest::newRow("three bytes") << QByteArray("\xE0\xA0\x80\xEF\xBF\xBF") << true;
        QTest::newRow("four bytes") << QByteArray("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") << true;
        QTest::newRow("overlong two") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong three") << QByteArray("\xE0\x9F\xBF") << false;
        QTest::newRow("overlong four") << QByteArray("\xF0\x8F\xBF\xBF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xBF\xBF") << false;
        QTest::newRow("too high") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
        QTest::newRow("cut off") << QByteArray("abcdefg\xE2\x82") << false;
        QTest::newRow("behind ASCII words") << QByteArray("0123456789abcdef\xff") << false;
        QTest::newRow("eighth byte") << QByteArray("0123456\xff") << false;
        QTest::newRow("in the last word") << QByteArray("0123456789ab\xC3") << false;
        QTest::newRow("short") << QByteArray("01234\xC3") << false;
        QTest::newRow("short and well formed") << QByteArray("012\xC3\xA4") << true;
        QTest::newRow("between ASCII words") << QByteArray("01234567€0123456789abcdef") << true;
    }

    void knowsUtf8()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(isValidUtf8(text.toStdString()), valid);
    }

    void knowsLegacyNames()
    {
        for (const char *name : {"a", "_", "a:b", ":a", "A9_"})
            QVERIFY(isLegacyMetricName(name));
        for (const char *name : {"", "9a", "a-b", "a.b", "ä", " a"})
            QVERIFY(!isLegacyMetricName(name));
        QVERIFY(isLegacyLabelName("_a9"));
        for (const char *name : {"", "a:b", "9", "a b"})
            QVERIFY(!isLegacyLabelName(name));
    }
};

SIGHTGLASS_TEST(QuotingTest)

} // namespace

#include "quotingtest.moc"
