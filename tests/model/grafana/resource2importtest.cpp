// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importreport.h"
#include "parser/grafana/resourcev2.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace {

using namespace sightglass;

class Resource2ImportTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// What is not honoured is told where it stands in the text as it was given.
    void lossesStandInTheText()
    {
        const auto imported =
            importDashboard(R"J({"apiVersion":"dashboard.grafana.app/v2beta1","kind":"Dashboard",
            "metadata":{"name":"u"},"spec":{"title":"T","cursorSync":"Tooltip",
            "elements":{"p":{"kind":"Panel","spec":{"id":4,"title":"P","data":{"kind":"QueryGroup","spec":{
              "queries":[{"kind":"PanelQuery","spec":{"refId":"A","query":{"kind":"DataQuery","group":"prometheus",
                "version":"v0","datasource":{"name":"x"},"spec":{"expr":"up","oddMember":1}}}}],
              "transformations":[],"queryOptions":{"timeFrom":"2h"}}},
              "vizConfig":{"kind":"VizConfig","group":"timeseries","version":"12.0.0","spec":{
                "options":{"oddOption":true},"fieldConfig":{"defaults":{"unit":"s"},"overrides":[]}}}}}},
            "layout":{"kind":"GridLayout","spec":{"items":[{"kind":"GridLayoutItem","spec":{"x":0,"y":0,"width":12,
              "height":8,"element":{"kind":"ElementReference","name":"p"}}}]}},
            "variables":[{"kind":"GroupByVariable","spec":{"name":"g"}}],
            "timeSettings":{"from":"now-2d","to":"now"}}})J");
        QVERIFY(imported.ok());
        const DashboardSpec &dashboard = imported->dashboard;
        QCOMPARE(dashboard.uid, std::string("u"));
        QCOMPARE(dashboard.panels.size(), std::size_t{1});
        QCOMPARE(dashboard.panels.front().timeFrom, std::string("2h"));
        QCOMPARE(dashboard.panels.front().queries.front().expr, std::string("up"));
        QCOMPARE(dashboard.panels.front().field.unit.value_or(""), std::string("s"));
        QStringList places;
        for (const ImportLoss &loss : imported->losses)
            places += QString::fromStdString(loss.pointer);
        const QString all = places.join(u'\n');
        for (const char *place : {"/spec/elements/p/spec/vizConfig/spec/options/oddOption",
                                  "/spec/elements/p/spec/data/spec/queries/0/spec/query/spec/oddMember",
                                  "/spec/variables/0/spec/type"})
            QVERIFY2(all.contains(QLatin1String(place)), qPrintable(all));
    }

    void whatNobodyReads_data()
    {
        QTest::addColumn<QByteArray>("place");
        const auto rows = {"/spec/odd",
                           "/spec/timeSettings/odd",
                           "/spec/variables/0/odd",
                           "/spec/variables/0/spec/odd",
                           "/spec/variables/0/spec/query/odd",
                           "/spec/variables/0/spec/query/spec/odd",
                           "/spec/annotations/0/odd",
                           "/spec/annotations/0/spec/odd",
                           "/spec/annotations/0/spec/query/odd",
                           "/spec/layout/odd",
                           "/spec/layout/spec/odd",
                           "/spec/layout/spec/rows/0/odd",
                           "/spec/layout/spec/rows/0/spec/odd",
                           "/spec/layout/spec/rows/0/spec/fillScreen",
                           "/spec/layout/spec/rows/0/spec/variables",
                           "/spec/layout/spec/rows/0/spec/layout/spec/odd",
                           "/spec/layout/spec/rows/0/spec/layout/spec/items/0/odd",
                           "/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/odd",
                           "/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/element/odd",
                           "/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/repeat/odd",
                           "/spec/elements/gone",
                           "/spec/elements/p/odd",
                           "/spec/elements/p/spec/odd",
                           "/spec/elements/p/spec/targets",
                           "/spec/elements/p/spec/data/odd",
                           "/spec/elements/p/spec/data/spec/odd",
                           "/spec/elements/p/spec/data/spec/queryOptions/odd",
                           "/spec/elements/p/spec/data/spec/queryOptions/title",
                           "/spec/elements/p/spec/data/spec/queries/0/odd",
                           "/spec/elements/p/spec/data/spec/queries/0/spec/odd",
                           "/spec/elements/p/spec/data/spec/queries/0/spec/query/odd",
                           "/spec/elements/p/spec/data/spec/queries/0/spec/query/datasource/odd",
                           "/spec/elements/p/spec/data/spec/queries/0/spec/query/spec/odd",
                           "/spec/elements/p/spec/data/spec/queries/0/spec/query/spec/refId",
                           "/spec/elements/p/spec/data/spec/transformations/0/odd",
                           "/spec/elements/p/spec/data/spec/transformations/0/spec/odd",
                           "/spec/elements/p/spec/vizConfig/odd",
                           "/spec/elements/p/spec/vizConfig/spec/odd",
                           "/spec/elements/p/spec/vizConfig/spec/options/odd",
                           "/spec/elements/p/spec/vizConfig/spec/fieldConfig/odd"};
        for (const char *place : rows)
            QTest::newRow(place) << QByteArray(place);
    }
    /// It is told, and written back into the classic model, which reads as the same.
    void whatNobodyReads()
    {
        QFETCH(QByteArray, place);
        auto json =
            nlohmann::json::parse(R"J({"apiVersion":"dashboard.grafana.app/v2beta1","kind":"Dashboard",
            "metadata":{"name":"u"},"spec":{"title":"T",
            "elements":{"p":{"kind":"Panel","spec":{"id":4,"title":"P","data":{"kind":"QueryGroup","spec":{
              "queries":[{"kind":"PanelQuery","spec":{"refId":"A","query":{"kind":"DataQuery","group":"prometheus",
                "version":"v0","datasource":{"name":"x"},"spec":{"expr":"up"}}}}],
              "transformations":[{"kind":"Transformation","group":"limit","spec":{"options":{"limitField":3}}}],
              "queryOptions":{"timeFrom":"2h"}}},
              "vizConfig":{"kind":"VizConfig","group":"timeseries","version":"12.0.0","spec":{
                "options":{"legend":{"showLegend":false}},
                "fieldConfig":{"defaults":{"unit":"s"},"overrides":[]}}}}}},
            "layout":{"kind":"RowsLayout","spec":{"rows":[{"kind":"RowsLayoutRow","spec":{"title":"R",
              "layout":{"kind":"AutoGridLayout","spec":{"items":[{"kind":"AutoGridLayoutItem","spec":{
              "element":{"kind":"ElementReference","name":"p"},"repeat":{"mode":"variable","value":"v"}}}]}}}}]}},
            "variables":[{"kind":"QueryVariable","spec":{"name":"v","query":{"kind":"DataQuery","group":"prometheus",
              "spec":{"query":"label_values(up, job)","refId":"R"}}}}],
            "annotations":[{"kind":"AnnotationQuery","spec":{"name":"n","enable":true,"iconColor":"blue","query":{
              "kind":"DataQuery","group":"prometheus","datasource":{"name":"x"},"spec":{"expr":"changes(up[1m])"}}}}],
            "timeSettings":{"from":"now-2d","to":"now"}}})J");
        QVERIFY(importDashboard(json.dump())->losses.empty());
        json[nlohmann::json::json_pointer(place.toStdString())] = {{"invented", true}};
        const auto imported = importDashboard(json.dump());
        QVERIFY(imported.ok());
        QCOMPARE(imported->losses.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(imported->losses.front().pointer), place);
        const std::string written = exportDashboard(imported->dashboard, FileFor::Grafana);
        QVERIFY2(nlohmann::json::parse(written).dump().find(R"({"invented":true})") != std::string::npos,
                 written.c_str());
        const auto again = importDashboard(written);
        QVERIFY(again.ok());
        QVERIFY(again->dashboard == imported->dashboard);
        QCOMPARE(again->losses.size(), std::size_t{1});
        QCOMPARE(again->losses.front().feature, imported->losses.front().feature);
        QCOMPARE(again->losses.front().reason, imported->losses.front().reason);
        QVERIFY(again->losses.front().kind == imported->losses.front().kind);
    }

    /// What depends on a variable that is not honoured is not fully honoured.
    void variablesOfPanels()
    {
        const auto imported =
            importDashboard(R"J({"title":"T","elements":{"p":{"kind":"Panel","spec":{"id":1,"title":"$g",
            "data":{"kind":"QueryGroup","spec":{"queries":[{"kind":"PanelQuery","spec":{"refId":"A","query":{
            "kind":"DataQuery","group":"prometheus","spec":{"expr":"up"}}}}]}},
            "vizConfig":{"kind":"VizConfig","group":"stat","spec":{}}}}},
            "layout":{"kind":"AutoGridLayout","spec":{"items":[{"kind":"AutoGridLayoutItem","spec":{
            "element":{"name":"p"}}}]}},
            "variables":[{"kind":"OddVariable","spec":{"name":"o"}},{"kind":"GroupByVariable","spec":{"name":"g"}}]})J");
        QVERIFY(imported.ok());
        const DashboardReport report = importReport(*imported);
        QCOMPARE(report.losses.size(), std::size_t{2});
        QCOMPARE(report.panels.front().losses.size(), std::size_t{1});
        QCOMPARE(report.panels.front().losses.front().reason, std::string("The variable g is not honoured."));
    }

    void placesInTheText_data()
    {
        QTest::addColumn<QByteArray>("classic");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *classic, const char *place) {
            QTest::newRow(classic) << QByteArray(classic) << QByteArray(place);
        };
        row("/spec/templating/list/12/query", "/spec/variables/12/spec/query");
        row("/spec/annotations/list/0/target/expr", "/spec/annotations/0/spec/query/spec/expr");
        row("/spec/annotations/list/0/iconColor", "/spec/annotations/0/spec/iconColor");
        row("/spec/time/from", "/spec/timeSettings/from");
        row("/spec/timezone", "/spec/timeSettings/timezone");
        row("/spec/elements/a~1b/spec/fieldConfig/defaults",
            "/spec/elements/a~1b/spec/vizConfig/spec/fieldConfig/defaults");
        row("/spec/elements/a/spec/targets/1/hide", "/spec/elements/a/spec/data/spec/queries/1/spec/hidden");
        row("/spec/elements/a/spec/title", "/spec/elements/a/spec/title");
        row("/spec/layout/spec/items/0", "/spec/layout/spec/items/0");
        row("/spec/templating/list/x", "/spec/templating/list/x");
        row("/elsewhere", "/elsewhere");
    }
    void placesInTheText()
    {
        QFETCH(QByteArray, classic);
        const std::string once = grafana::resource2Pointer(classic.toStdString(), "/spec");
        QTEST(QByteArray::fromStdString(once), "place");
        QCOMPARE(grafana::resource2Pointer(once, "/spec"), once);
    }
};

SIGHTGLASS_TEST(Resource2ImportTest)

} // namespace

#include "resource2importtest.moc"
