// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/targetgroups.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TargetGroupsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void json()
    {
        const auto groups =
            parseTargetGroups("[\n {\"targets\": [\"a:1\", null], \"labels\": {\"z\": \"1\", \"b\": \"x\", "
                              "\"z\": \"2\", \"n\": null}},\n {\"Targets\": null}]",
                              TargetGroupFormat::Json, "f.json");
        QVERIFY(groups.ok());
        QVERIFY((*groups ==
                 std::vector<TargetGroup>{{"f.json:0", {"a:1", ""}, {{"b", "x"}, {"n", ""}, {"z", "2"}}, {}},
                                          {"f.json:1", {}, {}, {}}}));
        QVERIFY(parseTargetGroups("null", TargetGroupFormat::Json, "f")->empty());
        QVERIFY(parseTargetGroups("[]", TargetGroupFormat::Json, "f")->empty());
    }

    void yaml()
    {
        const auto groups =
            parseTargetGroups("- targets: [a:1]\n  labels: {b: 5}\n- {}\n", TargetGroupFormat::Yaml, "f.yml");
        QVERIFY(groups.ok());
        QVERIFY((*groups == std::vector<TargetGroup>{{"f.yml:0", {"a:1"}, {{"b", "5"}}, {1, 3}},
                                                     {"f.yml:1", {}, {}, {3, 3}}}));
        QVERIFY(parseTargetGroups("", TargetGroupFormat::Yaml, "f")->empty());
    }

    void refused_data()
    {
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<quint32>("line");
        QTest::addColumn<quint32>("column");
        const auto json = [](const char *text, const char *message, quint32 line, quint32 column) {
            QTest::addRow("json %s", text)
                << true << QByteArray(text) << QByteArray(message) << line << column;
        };
        json("[{\"targets\": [], \"x\": 1}]", "json: unknown field \"x\"", 1, 20);
        json("[{\"targets\":\n [5]}]",
             "json: cannot unmarshal number into Go value of field targets of type string", 2, 4);
        json("[{\"targets\": [[]]}]",
             "json: cannot unmarshal array into Go value of field targets of type string", 1, 15);
        json("[{\"targets\": {}}]",
             "json: cannot unmarshal object into Go value of field targets of type []string", 1, 14);
        json("[{\"labels\": []}]",
             "json: cannot unmarshal array into Go value of field labels of type model.LabelSet", 1, 13);
        json("[{\"labels\": {\"a\": true}}]",
             "json: cannot unmarshal bool into Go value of field labels of type model.LabelValue", 1, 22);
        json("[{\"labels\": {\"\": \"a\"}}]", "\"\" is not a valid label name", 1, 15);
        json("[null]", "nil target group item found", 1, 5);
        json("[5]", "json: cannot unmarshal number into Go value of type targetgroup.Group", 1, 3);
        json("{}", "json: cannot unmarshal object into Go value of type []*targetgroup.Group", 1, 1);
        json("\"a\"", "json: cannot unmarshal string into Go value of type []*targetgroup.Group", 1, 3);
        const auto yaml = [](const char *text, const char *message, quint32 line, quint32 column) {
            QTest::addRow("yaml %s", text)
                << false << QByteArray(text) << QByteArray(message) << line << column;
        };
        yaml("- targets: []\n  x: 1\n", "field x not found in type targetgroup.Group", 2, 3);
        yaml("-\n", "nil target group item found", 1, 1);
        yaml("- labels: {'': a}\n", "\"\" is not a valid label name", 1, 12);
        yaml("a: b\n", "cannot unmarshal !!map into []*targetgroup.Group", 1, 1);
    }
    void refused()
    {
        QFETCH(bool, isJson);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        QFETCH(quint32, line);
        QFETCH(quint32, column);
        const auto groups = parseTargetGroups(
            text.toStdString(), isJson ? TargetGroupFormat::Json : TargetGroupFormat::Yaml, "f");
        QVERIFY(!groups.ok());
        QCOMPARE(plainText(groups.error()), message.toStdString());
        QCOMPARE(groups.error().position.line, line);
        QCOMPARE(groups.error().position.column, column);
    }

    void brokenJson()
    {
        for (const std::string_view text :
             {"", "[", "[{}", "[{},]", "[] x", "[{\"targets\": [\"\xFF\"]}]", "[{'targets': []}]"}) {
            const auto groups = parseTargetGroups(text, TargetGroupFormat::Json, "f");
            QVERIFY2(!groups.ok(), std::string(text).c_str());
            QVERIFY(plainText(groups.error()).starts_with("json: "));
            QVERIFY(groups.error().position.line == 1 && groups.error().position.column > 0);
        }
        QVERIFY(!parseTargetGroups(std::string(1'000'000, '['), TargetGroupFormat::Json, "f").ok());
        QVERIFY(!parseTargetGroups(std::string((16U << 20U) + 1, ' '), TargetGroupFormat::Json, "f").ok());
    }
};

} // namespace

SIGHTGLASS_TEST(TargetGroupsTest)
#include "targetgroupstest.moc"
