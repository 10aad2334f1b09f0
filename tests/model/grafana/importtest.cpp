// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importdashboard.h"
#include "model/grafana/importreport.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace {

using namespace sightglass;

/// A dashboard of today around one panel.
std::string around(const char *panel)
{
    return std::string(R"({"schemaVersion":42,"title":"T","panels":[)") + panel + "]}";
}

PanelSpec panelOf(const char *json, std::vector<ImportLoss> *losses = nullptr)
{
    auto imported = importDashboard(around(json));
    if (!imported || imported->dashboard.panels.size() != 1)
        return {};
    if (losses != nullptr)
        *losses = imported->losses;
    return imported->dashboard.panels.front();
}

QString lossesText(const std::vector<ImportLoss> &losses)
{
    QStringList texts;
    for (const ImportLoss &loss : losses) {
        if (loss.kind == LossKind::Ours)
            texts += QString::fromStdString(loss.pointer);
    }
    return texts.join(u' ');
}

class ImportTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void timeSeries();
    void queries();
    void overrides();
    void mappings();
    void impliedConfig();
    void listsThatAreNone();
    void rangesThatAreNone();
    void orderOfBars();
    void footer();
    void heatmap();
    void foreignPanels();
    void foldedRows();
    void dashboardsOwn();
    void variables();
    void imagesAndExpressions();
    void losses_data();
    void losses();
    void hostile_data();
    void hostile();
    void roundTrips_data();
    void roundTrips();
    void colorsByRole();
};

void ImportTest::timeSeries()
{
    const PanelSpec panel =
        panelOf(R"({"id":7,"type":"timeseries","title":"$x","gridPos":{"x":2,"y":3,"w":8,"h":5},
        "pluginVersion":"12.0.0","transparent":true,"repeat":"x","repeatDirection":"v","timeFrom":"2h",
        "interval":"30s","maxDataPoints":100,
        "options":{"legend":{"displayMode":"table","placement":"right","showLegend":true,"calcs":["mean","max"],
            "sortBy":"Max","sortDesc":true,"width":200},"tooltip":{"mode":"multi","sort":"desc"}},
        "fieldConfig":{"defaults":{"unit":"s","min":0,"color":{"mode":"continuous-GrYlRd","seriesBy":"max"},
            "thresholds":{"mode":"percentage","steps":[{"value":null,"color":"green"},{"value":80,"color":"red"}]},
            "custom":{"drawStyle":"bars","lineStyle":{"fill":"dash","dash":[5,2]},"spanNulls":3600000,
                "stacking":{"mode":"percent","group":"B"},"thresholdsStyle":{"mode":"line+area"},
                "scaleDistribution":{"type":"log","log":10},"hideFrom":{"viz":true}}},"overrides":[]}})");
    QCOMPARE(panel.id, std::string("7"));
    QVERIFY((panel.grid == GridPosition{2, 3, 8, 5}));
    QVERIFY((panel.repeat == PanelRepeat{"x", RepeatDirection::Vertical, 4}));
    const LegendOptions *legend = legendOf(panel.options);
    QVERIFY(legend != nullptr && legend->mode == LegendMode::Table);
    QVERIFY(legend->sortBy == Calculation::Max && legend->sortDescending && legend->width == 200.0);
    QVERIFY((std::get<TimeSeriesOptions>(panel.options).tooltip ==
             TooltipOptions{TooltipMode::All, SortOrder::Descending, false}));
    QCOMPARE(*panel.field.unit, std::string("s"));
    QVERIFY((*panel.field.color == FieldColor{ColorMode::Continuous, {}, "continuous-GrYlRd", ColorBy::Max}));
    QCOMPARE(panel.field.thresholds->steps.size(), std::size_t{2});
    QVERIFY(panel.field.thresholds->mode == ThresholdsMode::Percentage);
    QVERIFY(panel.field.graph.drawStyle == DrawStyle::Bars);
    QVERIFY((panel.field.graph.lineStyle->dash == std::vector<double>{5, 2}));
    QVERIFY(std::get<double>(*panel.field.graph.spanNulls) == 3'600'000);
    QVERIFY((*panel.field.graph.stacking == Stacking{StackingMode::Percent, "B"}));
    QVERIFY(panel.field.graph.scale->kind == ScaleKind::Log && panel.field.graph.scale->logBase == 10);
    QVERIFY(panel.field.graph.hideFrom->tooltip);
    QCOMPARE(*panel.maxDataPoints, 100);
}

void ImportTest::queries()
{
    std::vector<ImportLoss> losses;
    const PanelSpec panel =
        panelOf(R"({"id":1,"type":"stat","datasource":{"type":"prometheus","uid":"${ds}"},"targets":[
        {"refId":"A","expr":"up","legendFormat":"__auto","instant":true,"range":true,"format":"table","exemplar":true},
        {"refId":"B","expr":" "},{"refId":"C","expr":"x","hide":true,"interval":"1m","intervalFactor":2,"step":5},
        {"refId":"D","datasource":{"type":"loki","uid":"l"},"expr":"{a=\"b\"}"}]})",
                &losses);
    QCOMPARE(panel.queries.size(), std::size_t{2});
    QVERIFY(panel.queries[0].instant && panel.queries[0].alsoRange);
    QVERIFY(panel.queries[0].format == FrameFormat::Table && panel.exemplars == true);
    QCOMPARE(panel.queries[0].legend, std::string("__auto"));
    QVERIFY(panel.queries[1].hidden && panel.queries[1].stepFactor == 2);
    QCOMPARE(panel.datasource, std::string("${ds}"));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/targets/3"));
}

/// What a text or a variable asks for that nobody does is told where it stands.
void ImportTest::imagesAndExpressions()
{
    std::vector<ImportLoss> losses;
    static_cast<void>(panelOf(
        R"x({"id":1,"type":"text","options":{"mode":"markdown","content":"a ![logo](http://x/l.png) b"}})x",
        &losses));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/options/content"));
    static_cast<void>(
        panelOf(R"x({"id":1,"type":"text","options":{"mode":"html","content":"<IMG src='x'>"}})x", &losses));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/options/content"));
    static_cast<void>(
        panelOf(R"x({"id":1,"type":"text","options":{"mode":"code","content":"<img> ![x](y)"}})x", &losses));
    QCOMPARE(lossesText(losses), QString());
    const auto imported = importDashboard(
        R"x({"title":"x","schemaVersion":39,"panels":[],"templating":{"list":[
        {"name":"a","type":"query","query":"label_values(up, job)","regex":"/a(/"},
        {"name":"b","type":"query","query":"label_values(up, job)","regex":"/a(b)?/"}]}})x");
    QVERIFY(imported);
    QCOMPARE(lossesText(imported->losses), QStringLiteral("/templating/list/0/regex"));
}

void ImportTest::overrides()
{
    std::vector<ImportLoss> losses;
    const PanelSpec panel =
        panelOf(R"({"id":1,"type":"timeseries","fieldConfig":{"defaults":{"decimals":1},"overrides":[
        {"matcher":{"id":"byRegexp","options":"/a.*/"},"properties":[{"id":"color","value":{"mode":"fixed","fixedColor":"red"}},
            {"id":"custom.hideFrom.viz","value":true},{"id":"custom.lineWidth","value":"3"},{"id":"decimals","value":null}]},
        {"matcher":{"id":"byValue","options":{"reducer":"max","op":"gt","value":5}},"properties":[{"id":"custom.invented","value":1}]},
        {"matcher":{"id":"byInvented"},"properties":[]},
        {"matcher":{"id":"byType"},"properties":[]}]}})",
                &losses);
    QCOMPARE(panel.overrides.size(), std::size_t{4});
    // Those for fields that cannot be found are for none, and kept.
    for (const std::size_t unknown : {2U, 3U}) {
        QVERIFY(panel.overrides[unknown].matcher == FieldMatcher(ByNames()));
        QVERIFY(!panel.overrides[unknown].kept.empty());
    }
    QVERIFY(panel.overrides[0].matcher == FieldMatcher(ByRegex{"/a.*/"}));
    QVERIFY(panel.overrides[0].config.graph.lineWidth == 3.0);
    QVERIFY(panel.overrides[0].config.graph.hideFrom->plot);
    QVERIFY((panel.overrides[1].matcher == FieldMatcher(ByValue{Calculation::Max, Comparison::Greater, 5})));
    QVERIFY((panel.overrides[0].cleared == std::vector<std::string>{"decimals"}));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/fieldConfig/overrides/1/properties/0/value "
                                                "/panels/0/fieldConfig/overrides/2/matcher"));
}

/// What Grafana takes for granted is said, so that it is drawn, and so that it can be edited.
void ImportTest::impliedConfig()
{
    const Thresholds greenAndRed{ThresholdsMode::Absolute, {{std::nullopt, "green"}, {80, "red"}}};
    for (const char *type : {"stat", "gauge", "bargauge", "table", "status-history"}) {
        const QByteArray json = QByteArray(R"({"id":1,"type":")") + type + R"("})";
        QVERIFY2(panelOf(json.constData()).field.thresholds == greenAndRed, type);
    }
    QVERIFY(!panelOf(R"({"id":1,"type":"timeseries"})").field.thresholds);
    QVERIFY(panelOf(R"({"id":1,"type":"timeseries"})").field.graph.fillOpacity == 0.0);
    QVERIFY(panelOf(R"({"id":1,"type":"timeseries"})").field.graph.gradient == GradientMode::None);
    const PanelSpec said = panelOf(R"({"id":1,"type":"stat","fieldConfig":{"defaults":
        {"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"blue"}]}}}})");
    QCOMPARE(said.field.thresholds->steps.size(), std::size_t{1});
    const PanelSpec line = panelOf(R"({"id":1,"type":"timeseries","fieldConfig":{"defaults":
        {"custom":{"thresholdsStyle":{"mode":"line"},"fillOpacity":30}}}})");
    QVERIFY(line.field.thresholds == greenAndRed);
    QVERIFY(line.field.graph.fillOpacity == 30.0);
    QVERIFY(line.field.color->mode == ColorMode::PaletteClassic);
    // Lines and slices are coloured by thresholds only where somebody says so.
    const PanelSpec pie = panelOf(R"({"id":1,"type":"piechart","fieldConfig":{"defaults":
        {"thresholds":{"mode":"absolute","steps":[{"value":null,"color":"blue"}]}}}})");
    QVERIFY(pie.field.color->mode == ColorMode::PaletteClassic);
    const PanelSpec states = panelOf(R"({"id":1,"type":"state-timeline"})");
    QCOMPARE(states.field.color->scheme, std::string("continuous-GrYlRd"));
}

void ImportTest::listsThatAreNone()
{
    const auto imported = importDashboard(R"({"schemaVersion":42,"panels":[null,
        {"id":1,"type":"stat","targets":"x","transformations":7},
        {"id":2,"type":"stat","targets":[5,{"refId":"A","expr":"up"}]}],
        "annotations":{"list":[7]},"links":[{},null]})");
    QVERIFY(imported.ok());
    QStringList told;
    for (const ImportLoss &loss : imported->losses)
        told += QString::fromStdString(loss.pointer);
    told.sort();
    QCOMPARE(
        told.join(u' '),
        QStringLiteral("/annotations/list/0 /links/1 /panels/0 /panels/1/targets /panels/1/transformations "
                       "/panels/2/targets/0"));
    QCOMPARE(imported->dashboard.panels.size(), std::size_t{2});
}

void ImportTest::rangesThatAreNone()
{
    const auto losses = [](const char *from, const char *to) {
        const std::string json = std::string(R"({"schemaVersion":42,"panels":[],"time":{"from":")") + from +
                                 R"(","to":")" + to + "\"}}";
        const auto imported = importDashboard(json);
        return imported ? lossesText(imported->losses) : QStringLiteral("unread");
    };
    QCOMPARE(losses("now-6h", "now"), QString());
    QCOMPARE(losses("now/d", "now/d"), QString());
    QCOMPARE(losses("2024-01-01T00:00:00.000Z", "2024-01-02"), QString());
    QCOMPARE(losses("1700000000000", "1700003600000"), QString());
    QCOMPARE(losses("yesterday-ish", "now"), QStringLiteral("/time/from"));
    QCOMPARE(losses("now-1h", "soon"), QStringLiteral("/time/to"));
}

/// Grafana's bars stand as their series do, ours as their values; a file of ours says which.
void ImportTest::orderOfBars()
{
    const auto grafana = importDashboard(around(R"({"id":1,"type":"bargauge"})"));
    QVERIFY(std::get<BarGaugeOptions>(grafana->dashboard.panels[0].options).sort == SortOrder::None);
    const auto kept = importDashboard(exportDashboard(grafana->dashboard, FileFor::Sightglass));
    QVERIFY(kept->dashboard.panels == grafana->dashboard.panels);
    DashboardSpec own = grafana->dashboard;
    std::get<BarGaugeOptions>(own.panels[0].options).sort = SortOrder::Descending;
    const auto sorted = importDashboard(exportDashboard(own, FileFor::Sightglass));
    QVERIFY(std::get<BarGaugeOptions>(sorted->dashboard.panels[0].options).sort == SortOrder::Descending);
}

void ImportTest::mappings()
{
    const PanelSpec panel = panelOf(R"({"id":1,"type":"stat","fieldConfig":{"defaults":{"mappings":[
        {"type":"value","options":{"a":{"text":"A","index":1},"b":{"color":"red","index":0}}},
        {"type":"range","options":{"from":null,"to":5,"result":{"text":"low"}}},
        {"type":"regex","options":{"pattern":"/x(.)/","result":{"text":"$1"}}},
        {"type":"special","options":{"match":"null+nan","result":{"text":"-"}}}]}}})");
    QVERIFY(panel.field.mappings.has_value());
    const std::vector<ValueMapping> expected{{ExactMapping{"b"}, {{}, "red", {}}},
                                             {ExactMapping{"a"}, {"A", {}, {}}},
                                             {RangeMapping{{}, 5.0}, {"low", {}, {}}},
                                             {RegexMapping{"/x(.)/"}, {"$1", {}, {}}},
                                             {SpecialValue::NullOrNaN, {"-", {}, {}}}};
    QVERIFY(*panel.field.mappings == expected);
}

void ImportTest::footer()
{
    const PanelSpec panel =
        panelOf(R"({"id":1,"type":"table","pluginVersion":"12.2.0","fieldConfig":{"defaults":{},"overrides":[
        {"matcher":{"id":"byName","options":"Value"},"properties":[{"id":"custom.footer.reducers","value":["sum"]}]},
        {"matcher":{"id":"byName","options":"x"},"properties":[{"id":"custom.hideFrom.viz","value":true}]}]}})");
    const TableFooter &footer = std::get<TableOptions>(panel.options).footer;
    QVERIFY(footer.shown);
    QCOMPARE(footer.fields, (std::vector<std::string>{"Value"}));
    QCOMPARE(panel.overrides.size(), std::size_t{1});
    QVERIFY(panel.overrides[0].config.cell.hidden == true);
}

void ImportTest::heatmap()
{
    const PanelSpec panel = panelOf(R"({"id":1,"type":"heatmap","options":{"calculate":true,"calculation":{
        "xBuckets":{"mode":"size","value":"1min"},"yBuckets":{"mode":"count","value":"10","scale":{"type":"log","log":2}}},
        "color":{"mode":"opacity","scale":"linear","fill":"red"},"filterValues":{"le":0.5}}})");
    const auto &heatmap = std::get<HeatmapOptions>(panel.options);
    QVERIFY(heatmap.calculation.has_value());
    QVERIFY(heatmap.calculation->xSizeMs == 60'000.0 && heatmap.calculation->yCount == 10);
    QVERIFY(heatmap.color.mode == HeatmapColorMode::Opacity && heatmap.color.exponent == 1);
    QVERIFY(heatmap.hideBelow == 0.5);
}

void ImportTest::foreignPanels()
{
    std::vector<ImportLoss> losses;
    const char *const geomap =
        R"({"id":1,"type":"geomap","title":"M","options":{"deep":[1,{"x":null}]},"targets":[{"refId":"A","expr":"up"}]})";
    const PanelSpec plugin = panelOf(geomap, &losses);
    QCOMPARE(std::get<ForeignOptions>(plugin.options).plugin, std::string("geomap"));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/type"));
    const PanelSpec source = panelOf(
        R"({"id":1,"type":"timeseries","datasource":{"type":"loki","uid":"l"},"targets":[{"refId":"A","expr":"x"}]})",
        &losses);
    QCOMPARE(std::get<ForeignOptions>(source.options).datasource, std::string("loki"));
    QCOMPARE(lossesText(losses), QStringLiteral("/panels/0/datasource"));
    DashboardSpec dashboard;
    dashboard.id = "x";
    dashboard.panels = {plugin};
    const auto written = nlohmann::json::parse(exportDashboard(dashboard, FileFor::Grafana));
    QVERIFY(written.at("panels").at(0).at("options") == nlohmann::json::parse(geomap).at("options"));
}

void ImportTest::foldedRows()
{
    const auto imported = importDashboard(R"({"schemaVersion":42,"panels":[
        {"id":1,"type":"row","collapsed":true,"gridPos":{"x":0,"y":1,"w":24,"h":1},"panels":[
            {"id":2,"type":"text","gridPos":{"x":0,"y":2,"w":6,"h":3}}]},
        {"id":3,"type":"text","gridPos":{"x":0,"y":9,"w":6,"h":3}},
        {"id":4,"type":"text","gridPos":{"x":0,"y":0,"w":6,"h":1}}]})");
    QVERIFY(imported.ok());
    std::string order;
    for (const PanelSpec &panel : imported->dashboard.panels)
        order += panel.id;
    QCOMPARE(order, std::string("4312"));
    QVERIFY(std::get<RowOptions>(imported->dashboard.panels[2].options).collapsed);
}

void ImportTest::dashboardsOwn()
{
    const auto imported = importDashboard(R"J({"schemaVersion":42,"title":"My Board!","uid":"","tags":["a"],
        "time":{"from":"now-3h","to":"now"},"refresh":"10s","timezone":"utc","graphTooltip":1,
        "links":[{"type":"dashboards","tags":["k"],"keepTime":true}],
        "annotations":{"list":[{"name":"n","enable":true,"datasource":{"type":"prometheus","uid":"p"},"iconColor":"blue",
            "expr":"changes(x[1m])","titleFormat":"T {{a}}"}]
}
})J");
    QVERIFY(imported.ok());
    const DashboardSpec &dashboard = imported->dashboard;
    QCOMPARE(dashboard.id, std::string("my-board"));
    QCOMPARE(dashboard.defaultRangeMs, std::int64_t{3 * 3'600'000});
    QVERIFY(dashboard.timeFrom.empty() && dashboard.cursorSync == CursorSync::Crosshair);
    QVERIFY(dashboard.links.size() == 1 && dashboard.links[0].byTags && dashboard.links[0].keepTime);
    QCOMPARE(dashboard.annotations.size(), std::size_t{1});
    QCOMPARE(dashboard.annotations[0].expr, std::string("changes(x[1m])"));
}

void ImportTest::variables()
{
    const auto imported = importDashboard(R"J({"schemaVersion":42,"templating":{"list":[
        {"name":"a","type":"query","query":{"query":"label_values(job)","refId":"r"},"regex":"/x/","sort":3,"multi":true,
            "includeAll":true,"allValue":".*","refresh":2,"current":
{
    "text" : ["All"], "value" : ["$__all"]
}
},
        {"name":"b","type":"interval","query":"1m,5m","auto":true,"auto_count":20,"auto_min":"15s"},
        {"name":"c","type":"adhoc","filters":[{"key":"k","operator":"=~","value":"v"}]}]
}
})J");
    QVERIFY(imported.ok());
    const std::vector<VariableSpec> &variables = imported->dashboard.variables;
    QCOMPARE(variables.size(), std::size_t{3});
    QVERIFY(variables[0].sort == VariableSort::NumericalAscending && variables[0].multi);
    QCOMPARE(*variables[0].allValue, std::string(".*"));
    QVERIFY((variables[0].current == std::vector<VariableOption>{{"All", "$__all"}}));
    QVERIFY((variables[1].autoInterval == AutoInterval{true, 20, "15s"}));
    QVERIFY((variables[2].filters == std::vector<AdHocFilter>{{"k", "=~", "v"}}));
}

void ImportTest::losses_data()
{
    QTest::addColumn<QByteArray>("panel");
    QTest::addColumn<QString>("pointers");
    const auto row = [](const char *name, const char *panel, const char *pointers) {
        QTest::newRow(name) << QByteArray(panel) << QString::fromLatin1(pointers);
    };
    row("nothing", R"({"id":1,"type":"stat","pluginVersion":"12.0.0","options":{"graphMode":"none"}})", "");
    row("unknown option", R"({"id":1,"type":"stat","options":{"sparkles":true}})",
        "/panels/0/options/sparkles");
    row("says nothing", R"({"id":1,"type":"stat","options":{"sparkles":[]}})", "");
    row("of another type", R"({"id":1,"type":"stat","options":{"legend":{"calcs":["mean"]}}})", "");
    row("unknown word", R"({"id":1,"type":"stat","options":{"graphMode":"sparks"}})",
        "/panels/0/options/graphMode");
    row("wrong type", R"({"id":1,"type":"timeseries","options":{"tooltip":5}})", "/panels/0/options/tooltip");
    row("unknown calculation",
        R"({"id":1,"type":"timeseries","options":{"legend":{"calcs":["mean","soul"]}}})",
        "/panels/0/options/legend/calcs/1");
    row("unknown calculation of a value",
        R"({"id":1,"type":"stat","options":{"reduceOptions":{"calcs":["p99.9"]}}})",
        "/panels/0/options/reduceOptions/calcs/0");
    row("unknown words of a chart",
        R"({"id":1,"type":"timeseries","options":{"legend":{"displayMode":"odd","placement":"odd"},"tooltip":{"mode":"odd","sort":"odd"}}})",
        "/panels/0/options/legend/displayMode /panels/0/options/legend/placement "
        "/panels/0/options/tooltip/mode /panels/0/options/tooltip/sort");
    row("unknown words of fields",
        R"({"id":1,"type":"timeseries","fieldConfig":{"defaults":{"color":{"mode":"odd"},"custom":{"drawStyle":"odd","stacking":{"mode":"odd"},"lineStyle":{"fill":"odd"}}}}})",
        "/panels/0/fieldConfig/defaults/color/mode /panels/0/fieldConfig/defaults/custom/drawStyle "
        "/panels/0/fieldConfig/defaults/custom/lineStyle/fill "
        "/panels/0/fieldConfig/defaults/custom/stacking/mode");
    row("unknown reducers of transformations",
        R"({"id":1,"type":"table","transformations":[{"id":"reduce","options":{"reducers":["nonsense"]}}]})",
        "/panels/0/transformations/0/options/reducers");
    row("unknown unit is a suffix", R"({"id":1,"type":"stat","fieldConfig":{"defaults":{"unit":"bananas"}}})",
        "");
    row("not drawn", R"({"id":1,"type":"timeseries","options":{"orientation":"vertical"}})",
        "/panels/0/options/orientation");
    row("standard of what is not drawn",
        R"({"id":1,"type":"timeseries","options":{"orientation":"horizontal"}})", "");
    row("transformation", R"({"id":1,"type":"table","transformations":[{"id":"spatial","options":{}}]})",
        "/panels/0/transformations/0 /panels/0/transformations/0");
    row("pattern",
        R"({"id":1,"type":"stat","fieldConfig":{"overrides":[{"matcher":{"id":"byRegexp","options":"/(?!a/"},"properties":[]}]}})",
        "/panels/0/fieldConfig");
}

void ImportTest::losses()
{
    QFETCH(QByteArray, panel);
    QFETCH(QString, pointers);
    const auto imported = importDashboard(around(panel.constData()));
    QVERIFY(imported.ok());
    QCOMPARE(lossesText(imported->losses), pointers);
    const DashboardReport report = importReport(*imported);
    QCOMPARE(report.panels.front().verdict,
             pointers.isEmpty() ? PanelVerdict::FullyHonoured : PanelVerdict::WithLosses);
    QCOMPARE(report.panels.front().losses.size(),
             std::size_t(pointers.split(u' ', Qt::SkipEmptyParts).size()));
}

void ImportTest::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("reads");
    QTest::newRow("no JSON") << QByteArray("<html>") << false;
    QTest::newRow("deep") << QByteArray(300'000, '[') << false;
    QTest::newRow("huge") << QByteArray(9 << 20, ' ') << false;
    QTest::newRow("a number") << QByteArray("1") << false;
    QTest::newRow("an alert rule file") << QByteArray(R"({"groups":[]})") << false;
    QTest::newRow("all of the wrong types")
        << QByteArray(
               R"({"schemaVersion":42,"panels":[{"type":"stat","id":"x","title":[],"gridPos":"a","options":[1],
            "targets":{"a":1},"fieldConfig":7,"transformations":"t","links":{},"repeat":{}},5,null,
            {"type":"table","fieldConfig":{"defaults":{"mappings":{},"links":5,"thresholds":{"steps":[1,{}]},"custom":[]},"overrides":
            [{"matcher":5,"properties":{}},{"matcher":{"id":"byName"},"properties":[{"id":"a.b.c.d.e.f.g","value":1},{"id":"","value":2}]}]}}],
            "templating":{"list":[{"name":"a","type":"query","current":5,"options":{}},{"type":"custom"}]},
            "annotations":{"list":[5]},"links":[5,{}],"tags":{},"time":5,"timepicker":[]})")
        << true;
}

void ImportTest::hostile()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, reads);
    const auto imported = importDashboard(text.toStdString());
    QCOMPARE(imported.ok(), reads);
    if (!reads)
        return;
    const auto again = importDashboard(exportDashboard(imported->dashboard, FileFor::Sightglass));
    QVERIFY(again.ok() && again->dashboard == imported->dashboard);
}

void ImportTest::roundTrips_data()
{
    QTest::addColumn<QByteArray>("panel");
    const auto row = [](const char *name, const char *panel) { QTest::newRow(name) << QByteArray(panel); };
    row("stat",
        R"({"id":1,"type":"stat","pluginVersion":"12.0.0","options":{"justifyMode":"center","text":{"valueSize":20},"reduceOptions":{"values":true,"limit":3,"calcs":["p95","max"],"fields":"/x/"}}})");
    row("gauge",
        R"({"id":1,"type":"gauge","pluginVersion":"12.0.0","options":{"sizing":"manual","minVizWidth":80,"showThresholdLabels":true}})");
    row("bar gauge",
        R"({"id":1,"type":"bargauge","pluginVersion":"12.0.0","options":{"displayMode":"lcd","valueMode":"hidden","legend":{"showLegend":false,"displayMode":"table"}}})");
    row("pie",
        R"({"id":1,"type":"piechart","pluginVersion":"12.0.0","options":{"pieType":"donut","displayLabels":["name","percent"],"legend":{"values":["value"]},"sort":"none"}})");
    row("bar chart",
        R"({"id":1,"type":"barchart","pluginVersion":"12.0.0","options":{"xField":"a","stacking":"percent","barRadius":0.3,"xTickLabelRotation":-45}})");
    row("histogram",
        R"({"id":1,"type":"histogram","pluginVersion":"12.0.0","options":{"bucketSize":2.5,"combine":true}})");
    row("state timeline",
        R"({"id":1,"type":"state-timeline","pluginVersion":"12.0.0","options":{"mergeValues":false,"alignValue":"center","perPage":10}})");
    row("status history",
        R"({"id":1,"type":"status-history","pluginVersion":"12.0.0","options":{"colWidth":0.5,"showValue":"never"}})");
    row("heatmap",
        R"({"id":1,"type":"heatmap","pluginVersion":"12.0.0","options":{"filterValues":{"le":null,"ge":9},"color":{"exponent":1},"yAxis":{"unit":"s","reverse":true},"tooltip":{"yHistogram":true}}})");
    row("table",
        R"({"id":1,"type":"table","pluginVersion":"12.2.0","options":{"cellHeight":"lg","sortBy":[{"displayName":"a","desc":true}]},"fieldConfig":{"defaults":{"custom":{"cellOptions":{"type":"gauge","mode":"lcd"},"width":100,"footer":{"reducers":["sum","max"]},"wrapText":true}},"overrides":[]},"transformations":[{"id":"organize","options":{"excludeByName":{"Time":true}}},{"id":"limit","options":{"limitField":5},"disabled":true}]})");
    row("taken away",
        R"({"id":1,"type":"table","fieldConfig":{"defaults":{"custom":{"align":"right"}},"overrides":[{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"custom.align","value":null},{"id":"unit","value":"s"}]}]}})");
    row("text",
        R"({"id":1,"type":"text","options":{"mode":"code","content":"a\nb","code":{"language":"yaml"}}})");
    row("alert list",
        R"({"id":1,"type":"alertlist","options":{"maxItems":5,"groupMode":"custom","groupBy":["a"],"stateFilter":{"firing":false}}})");
    row("dashboard list",
        R"({"id":1,"type":"dashlist","options":{"showStarred":false,"tags":["a"],"query":"q"}})");
    row("mappings",
        R"({"id":1,"type":"stat","pluginVersion":"12.0.0","fieldConfig":{"defaults":{"mappings":[{"type":"value","options":{"1":{"text":"a"}}},{"type":"value","options":{"1":{"text":"b"},"2":{"text":"c"}}}]},"overrides":[{"matcher":{"id":"byNames","options":{"mode":"exclude","names":["a"]}},"properties":[{"id":"custom.hideFrom","value":{"viz":true}},{"id":"links","value":[{"title":"t","url":"/d/x?$y","targetBlank":true}]}]},{"matcher":{"id":"byType","options":"time"},"properties":[{"id":"unit","value":"time:YYYY"}]}]}})");
}

void ImportTest::roundTrips()
{
    QFETCH(QByteArray, panel);
    const auto imported = importDashboard(around(panel.constData()));
    QVERIFY(imported.ok());
    QCOMPARE(lossesText(imported->losses), QString());
    const std::string text = exportDashboard(imported->dashboard, FileFor::Sightglass);
    const auto again = importDashboard(text);
    QVERIFY(again.ok());
    QVERIFY(again->dashboard == imported->dashboard);
    QCOMPARE(QByteArray::fromStdString(exportDashboard(again->dashboard, FileFor::Sightglass)),
             QByteArray::fromStdString(text));
}

void ImportTest::colorsByRole()
{
    DashboardSpec dashboard;
    dashboard.id = "x";
    PanelSpec panel;
    panel.id = "p";
    panel.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, "good"}, {1.0, "critical"}}};
    dashboard.panels = {panel};
    const std::string own = exportDashboard(dashboard, FileFor::Sightglass);
    QVERIFY(own.find("\"good\"") != std::string::npos);
    const std::string grafana = exportDashboard(dashboard, FileFor::Grafana);
    QVERIFY(grafana.find("\"good\"") == std::string::npos && grafana.find("\"green\"") != std::string::npos);
}

SIGHTGLASS_TEST(ImportTest)

} // namespace

#include "importtest.moc"
