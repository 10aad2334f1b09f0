// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/importdashboard.h"
#include "parser/grafana/resourcev2.h"
#include "tests/support/testcase.h"

#include <QTest>

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
