// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/reportjson.h"
#include "tests/model/grafana/reportboard.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <nlohmann/json.hpp>

namespace {

using namespace sightglass;

class ReportTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void counts();
    void lostVariables();
    void whatGrafanaDropsToo();
    void repeatsHaveSingleValues();
    void json();
};

void ReportTest::counts()
{
    const auto imported = importDashboard(test::reportBoard);
    QVERIFY(imported.ok());
    const DashboardReport report = importReport(*imported);
    QCOMPARE(report.panels.size(), std::size_t{5});
    QCOMPARE(report.panelCounts.fullyHonoured, std::size_t{2});
    QCOMPARE(report.panelCounts.withLosses, std::size_t{2});
    QCOMPARE(report.panelCounts.notShown, std::size_t{1});
    QCOMPARE(report.prometheusCounts.all(), std::size_t{3});
    QCOMPARE(report.panels[1].losses.size(), std::size_t{1});
    QCOMPARE(report.panels[1].losses[0].pointer, std::string("/panels/1/options/sparkles"));
    QVERIFY(report.panels[0].queryErrors.empty());
    QCOMPARE(report.panels[3].queryErrors.size(), std::size_t{1});
    QVERIFY(report.panels[3].queryErrors[0].starts_with("Q: 1:"));
}

/// What a panel's variable loses, the panel loses.
void ReportTest::lostVariables()
{
    const auto imported = importDashboard(test::variableBoard);
    QVERIFY(imported.ok());
    ImportedDashboard lossy = *imported;
    lossy.losses = {{"/templating/list/0/regex", {}, {}, "x", "y", LossKind::Ours}};
    const DashboardReport report = importReport(lossy);
    QCOMPARE(report.panels[0].verdict, PanelVerdict::WithLosses);
    QCOMPARE(report.panels[1].verdict, PanelVerdict::FullyHonoured);
}

/// Told, and no loss: the verdict is about what Grafana shows and we do not.
void ReportTest::whatGrafanaDropsToo()
{
    const auto imported = importDashboard(R"J({"schemaVersion":42,"title":"B","panels":[null,
        {"id":1,"type":"singlestat","format":"s","prefix":"P","targets":[{"refId":"A","expr":"up"}]}],
        "templating":{"list":[{"name":"a","type":"query","query":"label_values(x{b=\"$b\"}, a)"},
        {"name":"b","type":"query","query":"label_values(x{a=\"$a\"}, b)"}]}})J");
    QVERIFY(imported.ok());
    const DashboardReport report = importReport(*imported);
    QCOMPARE(report.panels[0].verdict, PanelVerdict::FullyHonoured);
    QCOMPARE(report.panels[0].asInGrafana.size(), std::size_t{1});
    QCOMPARE(report.panels[0].asInGrafana[0].feature, std::string("singlestat.prefix"));
    QVERIFY(report.losses.empty());
    QStringList told;
    for (const ImportLoss &loss : report.asInGrafana)
        told += QString::fromStdString(loss.pointer);
    QCOMPARE(told.join(u' '), QStringLiteral("/panels/0 /templating/list/0 /templating/list/1"));
    const std::string json = reportJson({{"a.json", report}});
    QVERIFY(json.find("asInGrafana") != std::string::npos);
}

/// Each copy is checked with its own value.
void ReportTest::repeatsHaveSingleValues()
{
    const auto imported = importDashboard(R"J({"schemaVersion":42,"title":"B","panels":[
        {"id":1,"type":"row","title":"r","repeat":"c","gridPos":{"x":0,"y":0,"w":24,"h":1}},
        {"id":2,"type":"stat","gridPos":{"x":0,"y":1,"w":6,"h":4},"targets":[{"refId":"A","expr":"vector($c)"}]},
        {"id":3,"type":"stat","repeat":"d","gridPos":{"x":6,"y":1,"w":6,"h":4},
         "targets":[{"refId":"A","expr":"vector($d)"}]}],
        "templating":{"list":[{"name":"c","type":"custom","query":"1,2","multi":true,"includeAll":true,
        "current":{"text":["1","2"],"value":["1","2"]}},{"name":"d","type":"custom","query":"1,+","multi":true,
        "current":{"text":["1","+"],"value":["1","+"]}}]}})J");
    QVERIFY(imported.ok());
    const DashboardReport report = importReport(*imported);
    QVERIFY(report.panels[0].queryErrors.empty());
    QCOMPARE(report.panels[0].verdict, PanelVerdict::FullyHonoured);
    QCOMPARE(report.panels[1].queryErrors.size(), std::size_t{1});
    QCOMPARE(report.panels[1].verdict, PanelVerdict::WithLosses);
}

void ReportTest::json()
{
    const auto imported = importDashboard(test::reportBoard);
    const std::vector<ReportedFile> files{
        {"a.json", importReport(*imported)},
        {"b\xFF.json", Error{ErrorCode::ConfigSyntax, {"broken"}, {}, {2, 5}}}};
    const auto json = nlohmann::json::parse(reportJson(files));
    QCOMPARE(json.at("total").at("dashboards").get<int>(), 1);
    QCOMPARE(json.at("total").at("failed").get<int>(), 1);
    QCOMPARE(json.at("total").at("prometheusPanels").at("fullyHonoured").get<int>(), 1);
    QCOMPARE(json.at("files").at(0).at("details").size(), std::size_t{3});
    QVERIFY(json.at("files").at(1).contains("error"));
    QCOMPARE(json.at("files").at(1).at("line").get<int>(), 2);
    QCOMPARE(json.at("files").at(1).at("column").get<int>(), 5);
}

SIGHTGLASS_TEST(ReportTest)

} // namespace

#include "reporttest.moc"
