// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templateliteral.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TemplateLiteralTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers()
    {
        QCOMPARE(templateNumber("0x1F")->integer, std::optional<std::int64_t>(31));
        QCOMPARE(templateNumber("1_000")->integer, std::optional<std::int64_t>(1000));
        QCOMPARE(templateNumber("017")->integer, std::optional<std::int64_t>(15));
        QCOMPARE(templateNumber("0b101")->integer, std::optional<std::int64_t>(5));
        QCOMPARE(templateNumber("-9223372036854775808")->integer, std::optional<std::int64_t>(INT64_MIN));
        QVERIFY(!templateNumber("18446744073709551615")->integer);
        QCOMPARE(templateNumber("18446744073709551615")->natural, std::optional<std::uint64_t>(UINT64_MAX));
        QCOMPARE(templateNumber("1e3")->integer, std::optional<std::int64_t>(1000));
        QVERIFY(!templateNumber("1.5")->integer);
        QCOMPARE(templateNumber("0x1.8p1")->real, 3.0);
        QCOMPARE(templateNumber("'a'")->integer, std::optional<std::int64_t>('a'));
        for (const char *bad : {"1__0", "0x", "08", "1e", "''", "'ab'", "1i", "99999999999999999999", "0_"})
            QVERIFY2(!templateNumber(bad), bad);
    }

    void readsFloatsAsStrconv()
    {
        QCOMPARE(goParseFloat("1_000.5").value(), 1000.5);
        QCOMPARE(goParseFloat("-0x1p4").value(), -16.0);
        QCOMPARE(goParseFloat("Inf").value(), std::numeric_limits<double>::infinity());
        const auto message = [](const char *text) { return goParseFloat(text).error().arguments.front(); };
        QCOMPARE(message("1e999"), std::string("strconv.ParseFloat: parsing \"1e999\": value out of range"));
        QCOMPARE(message(""), std::string("strconv.ParseFloat: parsing \"\": invalid syntax"));
        QCOMPARE(message("0x1"), std::string("strconv.ParseFloat: parsing \"0x1\": invalid syntax"));
        QCOMPARE(message("1_"), std::string("strconv.ParseFloat: parsing \"1_\": invalid syntax"));
    }

    void unquotes()
    {
        QCOMPARE(goUnquoted("\"a\\n\\x41\\u00e9\\101\\\"\""), std::optional<std::string>("a\nA\xC3\xA9"
                                                                                         "A\""));
        QCOMPARE(goUnquoted("`a\\n\r`"), std::optional<std::string>("a\\n"));
        for (const char *bad : {"\"\\q\"", "\"\\x4\"", "\"\\ud800\"", "\"\\400\"", "\"\\'\"", "\""})
            QVERIFY2(!goUnquoted(bad), bad);
    }
};

} // namespace

SIGHTGLASS_TEST(TemplateLiteralTest)
#include "templateliteraltest.moc"
