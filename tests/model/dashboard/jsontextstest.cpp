// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/jsontexts.h"

#include "model/dashboard/panelvariables.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class JsonTextsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void depthIsBounded();
};

void JsonTextsTest::texts_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(expected);
    };
    row("values, not keys, in their order", "{\"z\":\"x\",\"x\":[\"x\",1,null,true,{\"a\":\"x\"}]}",
        "{\"z\":\"x!\",\"x\":[\"x!\",1,null,true,{\"a\":\"x!\"}]}");
    row("what is put in is no JSON", "[\"\\\"\"]", "[\"\\\"!\"]");
    row("none", "", "");
    row("no JSON", "{\"a\":", "{\"a\":");
}

void JsonTextsTest::texts()
{
    QFETCH(QString, json);
    const auto mark = [](std::string &text) { text += '!'; };
    QTEST(QString::fromStdString(withChangedTexts(json.toStdString(), mark)), "expected");
}

void JsonTextsTest::depthIsBounded()
{
    const std::string deep = std::string(500, '[') + "\"x\"" + std::string(500, ']');
    QCOMPARE(withChangedTexts(deep, [](std::string &text) { text += '!'; }), deep);
}

SIGHTGLASS_TEST(JsonTextsTest)

} // namespace

#include "jsontextstest.moc"
