// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/transform/framenotation.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>

namespace {

using namespace sightglass;
using namespace sightglass::test;
using Json = nlohmann::json;

QByteArray joined(const std::vector<std::string> &lines)
{
    QByteArray text;
    for (const std::string &line : lines)
        text += QByteArray::fromStdString(line) + '\n';
    return text;
}

/// Calls `visit` for each transformation anywhere in a dashboard.
void eachTransformation(const Json &json, const std::function<void(const Json &)> &visit)
{
    if (json.is_object() && json.contains("transformations") && json["transformations"].is_array()) {
        for (const Json &one : json["transformations"]) {
            if (one.is_object() && one.contains("id"))
                visit(one);
        }
    }
    if (json.is_structured()) {
        for (const Json &child : json)
            eachTransformation(child, visit);
    }
}

class TransformReadingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lossesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("losses");
        QTest::newRow("unknown id") << QByteArray("{\"id\":\"magic\"}")
                                    << QByteArray("/: unknown transformation\n");
        QTest::newRow("not supported")
            << QByteArray("{\"id\":\"fieldLookup\",\"options\":{\"lookupField\":\"a\"}}")
            << QByteArray("/: looking fields up in geographic tables is not supported\n");
        QTest::newRow("unknown option") << QByteArray("{\"id\":\"limit\",\"options\":{\"a/b\":1}}")
                                        << QByteArray("/a~1b: unknown option\n");
        QTest::newRow("left behind by the editor")
            << QByteArray("{\"id\":\"limit\",\"options\":{\"reducers\":[\"last\"]}}") << QByteArray();
        QTest::newRow("not a number")
            << QByteArray("{\"id\":\"regression\",\"options\":{\"degree\":\"NaN\"}}")
            << QByteArray("/degree: expected a number\n");
        QTest::newRow("unknown word")
            << QByteArray("{\"id\":\"joinByField\",\"options\":{\"mode\":\"sideways\"}}")
            << QByteArray("/mode: unknown value \"sideways\"\n");
        QTest::newRow("wrong type") << QByteArray("{\"id\":\"joinByField\",\"options\":{\"byField\":[1]}}")
                                    << QByteArray("/byField: expected a text\n");
        QTest::newRow("unknown calculation, nested")
            << QByteArray("{\"id\":\"groupBy\",\"options\":{\"fields\":{\"x\":{\"operation\":\"aggregate\","
                          "\"aggregations\":[\"wow\"],\"more\":1}}}}")
            << QByteArray(
                   "/fields/x/aggregations: unknown calculation \"wow\"\n/fields/x/more: unknown option\n");
        QTest::newRow("topic") << QByteArray("{\"id\":\"merge\",\"topic\":\"annotations\"}")
                               << QByteArray("/topic: transformations of annotations are not supported\n");
        QTest::newRow("filter") << QByteArray(
                                       "{\"id\":\"merge\",\"filter\":{\"id\":\"byPhase\",\"options\":\"x\"}}")
                                << QByteArray("/filter/id: unknown value \"byPhase\"\n");
        QTest::newRow("filter for everything")
            << QByteArray(
                   "{\"id\":\"merge\",\"filter\":{\"id\":\"byRefId\",\"options\":\"\"},\"topic\":\"series\"}")
            << QByteArray();
        QTest::newRow("rows that cannot nest")
            << QByteArray("{\"id\":\"groupToNestedTable\",\"options\":{\"fields\":{}}}")
            << QByteArray("/: the rows of each group are not shown below it, only the groups\n");
        QTest::newRow("options of another kind")
            << QByteArray("{\"id\":\"merge\",\"options\":[1]}") << QByteArray("/: expected an object\n");
    }
    void lossesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, losses);
        QCOMPARE(joined(readTransformation(specFromJson(json.toStdString())).unknownOptions), losses);
    }

    void brokenOptionsAreTold()
    {
        const TransformationReading reading = readTransformation({"merge", "{broken", false, {}, {}});
        QVERIFY(reading.transformation);
        QCOMPARE(joined(reading.unknownOptions), QByteArray("/: the options cannot be read\n"));
    }

    void lossesOfAChainTellTheirPlace()
    {
        const std::vector<TransformationSpec> specs{{"merge", {}, false, {}, {}},
                                                    {"limit", "{\"x\":1}", false, {}, {}}};
        QCOMPARE(joined(TransformationChain(specs).losses()), QByteArray("/1/x: unknown option\n"));
    }

    void knownOnesCanBeReadWithoutOptions()
    {
        const auto ids = knownTransformations();
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
        for (const std::string_view id : ids) {
            const TransformationReading reading = readTransformation({std::string(id), "{}", false, {}, {}});
            QVERIFY2(reading.transformation, std::string(id).c_str());
            const bool partly = id == "groupToNestedTable";
            QVERIFY2(reading.unknownOptions.empty() != partly, std::string(id).c_str());
            // Of no frames, and of frames without anything, nothing bad comes.
            TransformContext context;
            QVERIFY(reading.transformation->apply({}, context).size() <= 1);
            static_cast<void>(reading.transformation->apply({Frame{}, Frame{}}, context));
        }
    }

    void conformanceDashboardsLoseNothing()
    {
        const QString folder = conformancePath(QStringLiteral("dashboards"));
        if (folder.isEmpty())
            QSKIP("the conformance data is not there");
        std::map<std::string, int> counts;
        QByteArray losses;
        QDirIterator files(folder, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const Json dashboard = Json::parse(readFile(path).toStdString(), nullptr, false);
            eachTransformation(dashboard, [&counts, &losses, &path](const Json &one) {
                ++counts[one.value("id", "")];
                const auto reading = readTransformation(specFromJson(one.dump()));
                for (const std::string &loss : reading.unknownOptions)
                    losses +=
                        path.toUtf8() + ": " + QByteArray::fromStdString(one.value("id", "") + loss) + '\n';
            });
        }
        int all = 0;
        QByteArray report;
        for (const auto &[id, count] : counts) {
            all += count;
            report += ' ' + QByteArray::fromStdString(id) + ' ' + QByteArray::number(count);
        }
        qInfo("%d transformations:%s", all, report.constData());
        QVERIFY(all > 300);
        QVERIFY2(losses.isEmpty(), losses.left(4000).constData());
    }
};

} // namespace

SIGHTGLASS_TEST(TransformReadingTest)

#include "readingtest.moc"
