// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/headerfields.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass::http;
using Views = std::vector<std::string_view>;

class HeaderFieldsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void namesHaveNoCase()
    {
        HeaderFields fields;
        fields.append("Content-Type", "text/plain");
        fields.append("content-TYPE", "text/html");
        QCOMPARE(fields.value("CONTENT-type"), std::string_view("text/plain"));
        QCOMPARE(fields.count("content-type"), std::size_t{2});
        QVERIFY(!fields.find("content-typ"));
        QVERIFY(!fields.find("content-type "));
        QCOMPARE(fields.value("x"), std::string_view());
        QCOMPARE(fields.begin()->name, std::string("Content-Type"));
    }

    void lists()
    {
        QVERIFY(listElements("").empty());
        QVERIFY(listElements(" , \t,,").empty());
        QCOMPARE(listElements("a"), Views({"a"}));
        QCOMPARE(listElements(" a ,b\t,, c d "), Views({"a", "b", "c d"}));
    }

    void tokensOfAllFields()
    {
        HeaderFields fields;
        fields.append("Connection", "x, Keep-Alive");
        fields.append("connection", "CLOSE");
        QCOMPARE(fields.elements("Connection"), Views({"x", "Keep-Alive", "CLOSE"}));
        QVERIFY(fields.hasToken("Connection", "keep-alive"));
        QVERIFY(fields.hasToken("Connection", "close"));
        QVERIFY(!fields.hasToken("Connection", "clos"));
        QVERIFY(!fields.hasToken("Upgrade", "close"));
    }

    void trims()
    {
        QCOMPARE(trimmed(" \t a b\t "), std::string_view("a b"));
        QCOMPARE(trimmed(" \t"), std::string_view());
        QCOMPARE(trimmed("\ra"), std::string_view("\ra"));
    }
};

} // namespace

SIGHTGLASS_TEST(HeaderFieldsTest)
#include "headerfieldstest.moc"
