// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/paneljson.h"

#include "model/dashboard/framecsv.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

Field column(std::string name, FieldType type, std::vector<FieldValue> values)
{
    Field field;
    field.name = std::move(name);
    field.type = type;
    field.values = std::move(values);
    return field;
}

/// Members in the order of their names.
QByteArray dumped(const nlohmann::json &json)
{
    return QByteArray::fromStdString(json.dump());
}

PanelData tableData()
{
    Frame frame;
    frame.refId = "A";
    frame.fields = {
        column("Time", FieldType::Time, {1500.0, 2500.0, std::monostate()}),
        column("size", FieldType::Number, {0.1, infinity, std::nan("")}),
        column("who", FieldType::Text, {std::string("a,\"b\""), std::string("<b>"), std::monostate()}),
        column("up", FieldType::Boolean, {true, false, std::monostate()})};
    frame.fields[1].config.unit = "bytes";
    PanelData data;
    data.range = {0, 3000};
    data.frames = std::make_shared<const std::vector<Frame>>(std::vector{frame});
    return data;
}

class PanelJsonTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void seriesHaveLabelsUnitsAndSamples()
    {
        PanelSpec panel;
        panel.title = "p\"99\"\n";
        panel.field.unit = "s";
        panel.queries.push_back({.expr = "up", .legend = {}, .refId = "B"});
        PanelData data;
        data.range = {1'000, 61'500};
        data.stepMs = 500;
        data.series.push_back({Labels::withName("up", {{"job", "\xff<b>"}}),
                               "one",
                               0,
                               {{1500, 0.1}, {2500, std::nan("")}, {3000, infinity}, {3500, -infinity}}});
        data.error = Error{ErrorCode::PromqlSyntax, {"unexpected end"}, {}, {}};
        const auto json = nlohmann::json::parse(panelJson(panel, data));
        QCOMPARE(dumped(json["title"]), QByteArray("\"p\\\"99\\\"\\n\""));
        QCOMPARE(dumped(json["type"]), QByteArray("\"timeseries\""));
        QCOMPARE(dumped(json["range"]), QByteArray("{\"from\":1,\"step\":0.5,\"to\":61.5}"));
        const auto &series = json["series"][0];
        QCOMPARE(dumped(series["name"]), QByteArray("\"one\""));
        QCOMPARE(dumped(series["query"]), QByteArray("\"B\""));
        QCOMPARE(dumped(series["unit"]), QByteArray("\"s\""));
        QCOMPARE(dumped(series["labels"]), QByteArray("{\"__name__\":\"up\",\"job\":\"\xEF\xBF\xBD<b>\"}"));
        QCOMPARE(dumped(series["samples"]),
                 QByteArray("[[1.5,\"0.1\"],[2.5,\"NaN\"],[3,\"+Inf\"],[3.5,\"-Inf\"]]"));
        QVERIFY(QByteArray::fromStdString(json["error"]).contains("unexpected end"));
        QVERIFY(!json.contains("frames") && !json.contains("notes"));
    }

    void nativeHistogramsAreThere()
    {
        auto histogram = std::make_shared<FloatHistogram>();
        histogram->count = 3;
        histogram->sum = 4.5;
        histogram->positive.push(1, 3);
        PanelData data;
        data.series.push_back({{}, "h", 0, {}, {{1500, histogram}}});
        const auto json = nlohmann::json::parse(panelJson({}, data));
        const auto &point = json["series"][0]["histograms"][0];
        QCOMPARE(dumped(point[0]), QByteArray("1.5"));
        QCOMPARE(dumped(point[1]["count"]), QByteArray("\"3\""));
        QCOMPARE(dumped(point[1]["sum"]), QByteArray("\"4.5\""));
        QCOMPARE(point[1]["buckets"].size(), std::size_t{1});
        QCOMPARE(point[1]["buckets"][0].size(), std::size_t{4});
        QCOMPARE(dumped(point[1]["buckets"][0][3]), QByteArray("\"3\""));
    }

    void framesHaveTypedColumns()
    {
        const auto json = nlohmann::json::parse(panelJson({}, tableData()));
        const auto &fields = json["frames"][0]["fields"];
        QCOMPARE(dumped(fields[0]["type"]), QByteArray("\"time\""));
        QCOMPARE(dumped(fields[0]["values"]), QByteArray("[1.5,2.5,null]"));
        QCOMPARE(dumped(fields[1]["unit"]), QByteArray("\"bytes\""));
        QCOMPARE(dumped(fields[1]["values"]), QByteArray("[0.1,\"+Inf\",\"NaN\"]"));
        QCOMPARE(dumped(fields[2]["values"]), QByteArray("[\"a,\\\"b\\\"\",\"<b>\",null]"));
        QCOMPARE(dumped(fields[3]["values"]), QByteArray("[true,false,null]"));
    }

    void dashboardsAreListsOfAnsweredPanels()
    {
        const PanelSpec panel;
        const PanelData data;
        const std::vector<AnsweredPanel> panels{{&panel, &data}, {&panel, nullptr}, {&panel, &data}};
        const auto json = nlohmann::json::parse(dashboardJson("all", panels));
        QCOMPARE(dumped(json["dashboard"]), QByteArray("\"all\""));
        QCOMPARE(json["panels"].size(), std::size_t{2});
        QVERIFY(nlohmann::json::parse(dashboardJson("none", {}))["panels"].empty());
    }

    void tablesAsCsv()
    {
        const PanelData data = tableData();
        const CsvTable table = shownCsv(data, 10);
        QCOMPARE(table.rows, std::size_t{3});
        QCOMPARE(
            QByteArray::fromStdString(table.text),
            QByteArray("Time,size,who,up\r\n1.5,0.1,\"a,\"\"b\"\"\",true\r\n2.5,+Inf,<b>,false\r\n,NaN,,"));
        QVERIFY(shownCsv(data, 2).cut);
        QCOMPARE(shownCsv(data, 2).rows, std::size_t{2});
        std::vector<Frame> two{data.frames->front(), data.frames->front()};
        QVERIFY(QByteArray::fromStdString(framesCsv(two, 10).text).contains("NaN,,\r\n\r\nTime"));
    }
};

SIGHTGLASS_TEST(PanelJsonTest)

} // namespace

#include "paneljsontest.moc"
