// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/transformationfields.h"

#include "model/transform/askedoption.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace sightglass {

namespace {

TransformationSpec spec(const char *id, const char *options = "{}")
{
    return {id, options, false, {}, {}};
}

const OptionField *find(const std::vector<OptionField> &fields, std::string_view pointer)
{
    const auto found = std::ranges::find(fields, pointer, &OptionField::pointer);
    return found == fields.end() ? nullptr : &*found;
}

QString pointersOf(const std::vector<OptionField> &fields)
{
    QStringList pointers;
    for (const OptionField &field : fields)
        pointers << QString::fromStdString(field.pointer);
    return pointers.join(u' ');
}

PanelData twoSeries()
{
    PanelData data;
    data.range = {0, 10'000};
    data.stepMs = 5000;
    for (const char *job : {"api", "web"}) {
        PanelSeries series;
        series.labels = Labels({{"__name__", "load"}, {"job", job}});
        series.name = job;
        series.samples.push_back({0, 1});
        series.samples.push_back({5000, 2});
        data.series.push_back(std::move(series));
    }
    return data;
}

class TransformationFieldsTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void allThatIsReadIsAField_data();
    void allThatIsReadIsAField();
    void otherModesHaveOtherFields();
    void entriesHaveFieldsOfTheirOwn();
    void meaningsOfTexts();
    void columnsAreOneField();
    void valuesGoAndComeBack();
    void whatIsTakenAwayLeavesNothing();
    void brokenOptionsAreNoObstacle_data();
    void brokenOptionsAreNoObstacle();
    void newOnesAreUnderstood();
    void inputsAreWhatComesOutOfTheStepBefore();
};

void TransformationFieldsTest::allThatIsReadIsAField_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const std::string_view id : knownTransformations())
        QTest::addRow("%s", std::string(id).c_str()) << QByteArray(id.data(), qsizetype(id.size()));
}

void TransformationFieldsTest::allThatIsReadIsAField()
{
    QFETCH(QByteArray, id);
    const TransformationSpec empty = spec(id.constData());
    const std::vector<OptionField> fields = transformationFields(empty);
    for (const OptionField &field : fields) {
        QVERIFY2(!field.key.empty(), field.pointer.c_str());
        QVERIFY2(field.kind != OptionKind::Json, field.pointer.c_str());
        QVERIFY2(field.kind != OptionKind::Choice || !field.words.empty(), field.pointer.c_str());
    }
    // Each word that a form offers is one that the reader takes.
    for (const OptionField &field : fields) {
        for (const std::string &word : field.words) {
            if (field.kind != OptionKind::Choice)
                continue;
            const auto set = withTransformationValue(empty, field.pointer, '"' + word + '"');
            QVERIFY(set);
            for (const std::string &loss : readTransformation(*set).unknownOptions)
                QVERIFY2(loss.find("unknown value") == std::string::npos, loss.c_str());
        }
    }
}

void TransformationFieldsTest::otherModesHaveOtherFields()
{
    const auto calculate = [](const char *mode) {
        return pointersOf(transformationFields(
            spec("calculateField", (std::string("{\"mode\":\"") + mode + "\"}").c_str())));
    };
    QCOMPARE(calculate("unary"), QStringLiteral("/mode /unary/operator /unary/fieldName /alias "
                                                "/replaceFields /timeSeries"));
    QVERIFY(calculate("binary").contains(QStringLiteral("/binary/left /binary/right /binary/operator")));
    QVERIFY(calculate("windowFunctions").contains(QStringLiteral("/window/windowSize")));
    QVERIFY(!calculate("windowFunctions").contains(QStringLiteral("binary")));
    QVERIFY(find(transformationFields(spec("formatString")), "/substringStart") == nullptr);
    QVERIFY(find(transformationFields(spec("formatString", "{\"outputFormat\":\"Substring\"}")),
                 "/substringStart") != nullptr);
    // What is said is seen, whether it counts or not.
    QVERIFY(find(transformationFields(spec("formatString", "{\"substringStart\":3}")), "/substringStart") !=
            nullptr);
}

void TransformationFieldsTest::entriesHaveFieldsOfTheirOwn()
{
    const auto fields = transformationFields(
        spec("filterByValue",
             "{\"filters\":[{\"config\":{\"id\":\"between\"}},{\"config\":{\"id\":\"greater\"}}]}"));
    const OptionField *filters = find(fields, "/filters");
    QVERIFY(filters != nullptr && filters->kind == OptionKind::Objects);
    QCOMPARE(filters->members.size(), std::size_t{2});
    QCOMPARE(pointersOf(filters->members[0].members),
             QStringLiteral("/fieldName /config/id /config/options/from /config/options/to"));
    QCOMPARE(pointersOf(filters->members[1].members),
             QStringLiteral("/fieldName /config/id /config/options/value"));
    const auto grouped =
        transformationFields(spec("groupBy", "{\"fields\":{\"a/b\":{\"operation\":\"aggregate\"}}}"));
    const OptionField *named = find(grouped, "/fields");
    QVERIFY(named != nullptr && named->kind == OptionKind::Named);
    QCOMPARE(named->members.front().pointer, std::string("/a~1b"));
    QCOMPARE(pointersOf(named->members.front().members), QStringLiteral("/operation /aggregations"));
    const auto tables = transformationFields(spec("timeSeriesTable", "{\"A\":{\"stat\":\"max\"}}"));
    QCOMPARE(tables.front().pointer, std::string());
    QCOMPARE(pointersOf(tables.front().members.front().members), QStringLiteral("/stat /timeField"));
}

void TransformationFieldsTest::meaningsOfTexts()
{
    const auto kind = [](const char *id, const char *pointer, const char *options = "{}") {
        const auto fields = transformationFields(spec(id, options));
        const OptionField *field = find(fields, pointer);
        return field == nullptr ? OptionKind::Json : field->kind;
    };
    QVERIFY(kind("joinByField", "/byField") == OptionKind::FieldName);
    QVERIFY(kind("joinByLabels", "/value") == OptionKind::LabelName);
    QVERIFY(kind("joinByLabels", "/join") == OptionKind::LabelNames);
    QVERIFY(kind("reduce", "/reducers") == OptionKind::Calculations);
    QVERIFY(kind("calculateField", "/reduce/reducer") == OptionKind::Calculation);
    QVERIFY(kind("calculateField", "/reduce/include") == OptionKind::FieldNames);
    QVERIFY(kind("configFromData", "/configRefId") == OptionKind::QueryName);
    QVERIFY(kind("filterFields", "/include/options", "{\"include\":{\"id\":\"byName\"}}") ==
            OptionKind::FieldName);
    const auto degree = transformationFields(spec("regression", "{\"modelType\":\"polynomial\"}"));
    QCOMPARE(find(degree, "/degree")->standard, std::string("2"));
}

void TransformationFieldsTest::columnsAreOneField()
{
    const auto organize = transformationFields(spec("organize"));
    const OptionField *columns = find(organize, "");
    QVERIFY(columns != nullptr && columns->kind == OptionKind::Columns);
    QVERIFY((columns->words == std::vector<std::string>{"hide", "order", "rename"}));
    const auto rename = transformationFields(spec("rename"));
    QVERIFY((find(rename, "")->words == std::vector<std::string>{"rename"}));
}

void TransformationFieldsTest::valuesGoAndComeBack()
{
    // A list is made whole, by its own editor.
    const auto list = withTransformationValue(spec("filterByValue", "{\"match\":\"all\"}"), "/filters",
                                              "[{\"fieldName\":\"cpu\"}]");
    QVERIFY(list);
    QCOMPARE(list->options, std::string("{\"match\":\"all\",\"filters\":[{\"fieldName\":\"cpu\"}]}"));
    QCOMPARE(transformationValue(*list, "/filters/0/fieldName"), std::string("\"cpu\""));
    QVERIFY(!withTransformationValue(*list, "/match", "{"));
}

void TransformationFieldsTest::whatIsTakenAwayLeavesNothing()
{
    const TransformationSpec nested =
        spec("calculateField", "{\"binary\":{\"left\":{\"matcher\":{\"id\":\"byName\"}}}}");
    const auto gone = withTransformationValue(nested, "/binary/left/matcher/id", {});
    QVERIFY(gone);
    QCOMPARE(gone->options, std::string("{}"));
    const auto whole = withTransformationValue(nested, "", "{\"a\":1}");
    QCOMPARE(whole->options, std::string("{\"a\":1}"));
    QVERIFY(!withTransformationValue(nested, "", "[1]"));
}

void TransformationFieldsTest::brokenOptionsAreNoObstacle_data()
{
    QTest::addColumn<QByteArray>("options");
    for (const char *options :
         {"", "{", "[]", "null", "7", "{\"fields\":[1,null,{}]}", "{\"filters\":{\"a\":[]}}",
          "{\"include\":{\"id\":\"invertMatch\",\"options\":{\"id\":\"invertMatch\"}}}",
          "{\"mode\":[],\"binary\":\"x\"}"})
        QTest::addRow("%s", options) << QByteArray(options);
}

void TransformationFieldsTest::brokenOptionsAreNoObstacle()
{
    QFETCH(QByteArray, options);
    for (const std::string_view id : knownTransformations()) {
        const TransformationSpec broken = spec(std::string(id).c_str(), options.constData());
        for (const OptionField &field : transformationFields(broken)) {
            const auto set = withTransformationValue(broken, field.pointer, "{}");
            QVERIFY(set);
            static_cast<void>(transformationFields(*set));
        }
    }
}

void TransformationFieldsTest::newOnesAreUnderstood()
{
    for (const std::string_view id : offeredTransformations()) {
        const TransformationReading reading = readTransformation(newTransformation(id));
        QVERIFY(reading.transformation != nullptr);
        // Only what the whole transformation cannot do is said, nothing of its options.
        for (const std::string &loss : reading.unknownOptions)
            QVERIFY2(loss.starts_with("/:"), (std::string(id) + loss).c_str());
    }
}

void TransformationFieldsTest::inputsAreWhatComesOutOfTheStepBefore()
{
    PanelSpec panel;
    panel.queries = {{"load", "{{job}}", false, "A"}};
    panel.transformations = {spec("joinByField", "{\"byField\":\"Time\"}"),
                             spec("rename", "{\"renameByName\":{\"api\":\"the api\"}}"), spec("organize")};
    const std::vector<StepInput> inputs = stepInputs(panel, twoSeries());
    QCOMPARE(inputs.size(), std::size_t{3});
    QVERIFY((inputs[0].queries == std::vector<std::string>{"A"}));
    QVERIFY(std::ranges::find(inputs[0].labels, "job") != inputs[0].labels.end());
    QVERIFY(std::ranges::find(inputs[1].fields, "api") != inputs[1].fields.end());
    QVERIFY(std::ranges::find(inputs[2].fields, "the api") != inputs[2].fields.end());
    QVERIFY(std::ranges::find(inputs[2].fields, "api") == inputs[2].fields.end());
}

} // namespace

SIGHTGLASS_TEST(TransformationFieldsTest)

} // namespace sightglass

#include "transformationfieldstest.moc"
