// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/dashboardfile.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// Every field away from its default.
DashboardSpec fullSpec()
{
    PanelSpec panel;
    panel.id = "p\u00FC/1";
    panel.options = standardOptions(PanelType::Pie);
    panel.title = "Title \"quoted\" \u2026";
    panel.description = "Two\nlines";
    panel.grid = {3, 4, 5, 6};
    panel.queries = {{"rate(x[$__rate_interval])", "{{a}}", false, "A"}, {"up", "", true, "B"}};
    panel.field.unit = "s";
    panel.field.decimals = 0;
    panel.field.min = -0.5;
    panel.field.max = 1e300;
    panel.field.thresholds =
        Thresholds{ThresholdsMode::Absolute, {{{}, "notice"}, {0.1, "warning"}, {1e300, "critical"}}};
    reduceOf(panel.options)->calculation = Calculation::Mean;
    legendOf(panel.options)->mode = LegendMode::Table;
    legendOf(panel.options)->values = {Calculation::Max, Calculation::Sum};
    panel.field.graph.stacking = Stacking{StackingMode::Normal, {}};
    panel.field.graph.fillOpacity = 75;
    panel.field.graph.thresholdsStyle = ThresholdsStyle::Line;
    panel.exemplars = false;
    panel.alerts = {"A", "B"};
    ThresholdRule rule{"A", "up", promql::BinaryOp::Ne, -3, 90'000, Severity::Critical, {}, "s", "d"};
    rule.labels = Labels({{"team", "x"}, {"zone", "y"}});
    DashboardSpec spec;
    spec.id = "a-1";
    spec.title = "T";
    spec.description = "D";
    spec.requiredMetrics = {"x", "y"};
    spec.otherParts = {{{"z"}}, {{"v", "w"}}};
    spec.role = DashboardRole::Runtime;
    spec.defaultRangeMs = 90 * 60 * 1000;
    spec.panels = {panel, PanelSpec()};
    spec.panels[1].id = "row";
    spec.panels[1].grid = {0, 10, 24, 1};
    spec.panels[1].options = standardOptions(PanelType::Row);
    spec.ruleGroups = {{"g", 1500, {rule}}};
    return spec;
}

class DashboardFileTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void defaultsAreLeftOut();
    void errors_data();
    void errors();
    void hostileInput_data();
    void hostileInput();
};

void DashboardFileTest::roundTrip()
{
    const std::string text = writeDashboard(fullSpec());
    const auto read = readDashboard(text);
    QVERIFY2(read.ok(), read.ok() ? "" : plainText(read.error()).c_str());
    QVERIFY(*read == fullSpec());
    QCOMPARE(writeDashboard(*read), text);
}

void DashboardFileTest::defaultsAreLeftOut()
{
    DashboardSpec spec;
    spec.id = "x";
    QCOMPARE(writeDashboard(spec),
             std::string("{\n  \"time\": {\n    \"from\": \"now-5m\",\n    \"to\": \"now\"\n  },\n"
                         "  \"schemaVersion\": 42,\n  \"panels\": [],\n"
                         "  \"sightglass\": {\n    \"id\": \"x\"\n  }\n}\n"));
    const auto read = readDashboard(writeDashboard(spec));
    QVERIFY(read.ok() && *read == spec);
}

void DashboardFileTest::errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("text");
    const auto syntax = [](const char *name, const char *json, int line, int column) {
        QTest::newRow(name) << QByteArray(json) << line << column << QByteArray();
    };
    const auto value = [](const char *name, const char *json, const char *text) {
        QTest::newRow(name) << QByteArray(json) << 0 << 0 << QByteArray(text);
    };
    syntax("empty", "", 1, 1);
    syntax("no value", "{\n  \"id\": }", 2, 9);
    syntax("cut off", "{\"id\": \"x\"", 1, 11);
    syntax("trailing", "{} x", 1, 4);
    value("no object", "[]", "/: expected an object");
    value("no id", "{}", "/id: is missing");
    value("bad id", R"({"id":"A b"})", "/id: expected small letters, digits and hyphens");
    value("unknown", R"({"id":"a","titel":"x"})", "/titel: unknown field");
    value("escaped pointer", R"({"id":"a","a/b~c":1})", "/a~1b~0c: unknown field");
    value("twice", R"({"id":"a","id":"b"})", "field \"id\" occurs twice");
    value("wrong type", R"({"id":"a","title":3})", "/title: expected a string");
    value("range", R"({"id":"a","defaultRange":"5 min"})",
          "/defaultRange: expected a duration such as 30s, 5m or 1h30m");
    value("zero range", R"({"id":"a","defaultRange":"0"})", "/defaultRange: must be above zero");
    value("panel in panel", R"({"id":"a","panels":[{"id":"p","type":"graph","grid":{}}]})",
          "/panels/0/type: expected one of timeseries stat gauge bargauge heatmap table piechart "
          "barchart histogram state-timeline status-history text alertlist dashlist row");
    value("off grid", R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{"x":20,"width":5}}]})",
          "/panels/0/grid/width: does not fit the 24 columns");
    value("hostile grid",
          R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{"x":2147483647,"width":2147483647}}]})",
          "/panels/0/grid/width: does not fit the 24 columns");
    value("huge grid", R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{"x":1e99}}]})",
          "/panels/0/grid/x: expected a whole number");
    value("two panels",
          R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{}},{"id":"p","type":"stat","grid":{}}]})",
          "/panels/1/id: occurs twice");
    value("query", R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{},"queries":[{"exp":"up"}]}]})",
          "/panels/0/queries/0/expr: is missing");
    value(
        "descending",
        R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{},"thresholds":[{"color":"good"},{"from":2,"color":"good"},{"from":1,"color":"good"}]}]})",
        "/panels/0/thresholds/2/from: steps must ascend");
    value(
        "first step",
        R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{},"thresholds":[{"from":2,"color":"good"}]}]})",
        "/panels/0/thresholds/0/from: the first step has no lower bound");
    value(
        "operator",
        R"({"id":"a","ruleGroups":[{"name":"g","rules":[{"name":"r","expr":"up","op":"+","threshold":1}]}]})",
        "/ruleGroups/0/rules/0/op: expected one of == != < <= > >=");
    value(
        "severity",
        R"({"id":"a","ruleGroups":[{"name":"g","rules":[{"name":"r","expr":"up","op":">","threshold":1,"severity":"bad"}]}]})",
        "/ruleGroups/0/rules/0/severity: expected one of info warning critical");
    value("NaN", R"({"id":"a","panels":[{"id":"p","type":"stat","grid":{},"min":"NaN"}]})",
          "/panels/0/min: expected a number");
}

void DashboardFileTest::errors()
{
    QFETCH(QByteArray, json);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QByteArray, text);
    const auto read = readDashboard(json.toStdString());
    QVERIFY(!read.ok());
    const Error &error = read.error();
    QCOMPARE(error.code, line > 0 ? ErrorCode::ConfigSyntax : ErrorCode::ConfigValue);
    QCOMPARE(error.position,
             (SourcePosition{static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)}));
    if (line == 0)
        QCOMPARE(QByteArray::fromStdString(plainText(error)), text);
}

void DashboardFileTest::hostileInput_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(100'000);
    QTest::newRow("not UTF-8") << QByteArray("{\"id\":\"\xFF\xFE\"}");
    QTest::newRow("NUL") << QByteArray("{\"id\":\"a\0b\"}", 13);
    QTest::newRow("number") << QByteArray("{\"id\":1e999999}");
}

void DashboardFileTest::hostileInput()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readDashboard(json.toStdString()).ok());
}

SIGHTGLASS_TEST(DashboardFileTest)

} // namespace

#include "dashboardfiletest.moc"
