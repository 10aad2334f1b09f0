// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/newpanels.h"

#include "model/editing/dashboardediting.h"
#include "model/grafana/dashboardfile.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace sightglass {

namespace {

class NewPanelsTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void allTypesCanBeAdded_data();
    void allTypesCanBeAdded();
    void metricsGetTheRightPanel_data();
    void metricsGetTheRightPanel();
    void queriesGetTitleAndUnit();
    void brokenQueriesAreKept();
    void anotherTypeKeepsWhatItCan();
};

void NewPanelsTest::allTypesCanBeAdded_data()
{
    QTest::addColumn<PanelType>("type");
    for (const PanelType type : offeredPanelTypes())
        QTest::addRow("%d", static_cast<int>(type)) << type;
}

void NewPanelsTest::allTypesCanBeAdded()
{
    QFETCH(PanelType, type);
    DashboardSpec dashboard;
    dashboard.id = "d";
    const DashboardEdit edit = panelAdded(dashboard, newPanel(type));
    QCOMPARE(edit.spec.panels.size(), std::size_t{1});
    QVERIFY(edit.spec.panels.front().type() == type);
    QCOMPARE(edit.spec.panels.front().queries.empty(), !asksQueries(type));
    const auto read = readDashboard(writeDashboard(edit.spec));
    QVERIFY2(read, read ? "" : plainText(read.error()).c_str());
    QVERIFY(read->panels.front().options == edit.spec.panels.front().options);
}

void NewPanelsTest::metricsGetTheRightPanel_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<PanelType>("type");
    QTest::addColumn<QString>("expr");
    QTest::addColumn<QString>("unit");

    QTest::newRow("counter") << "jobs_total" << PanelType::TimeSeries << "rate(jobs_total[$__rate_interval])"
                             << "ops";
    QTest::newRow("counter of bytes")
        << "sent_bytes_total" << PanelType::TimeSeries << "rate(sent_bytes_total[$__rate_interval])"
        << "Bps";
    QTest::newRow("gauge") << "queue_bytes" << PanelType::TimeSeries << "queue_bytes"
                           << "bytes";
    QTest::newRow("histogram") << "wait_seconds" << PanelType::TimeSeries
                               << "histogram_quantile(0.95, sum by (le) "
                                  "(rate(wait_seconds_bucket[$__rate_interval])))"
                               << "s";
    QTest::newRow("info") << "build_info" << PanelType::Table << "build_info"
                          << "";
}

void NewPanelsTest::metricsGetTheRightPanel()
{
    QFETCH(QString, family);
    QFETCH(PanelType, type);
    QFETCH(QString, expr);
    QFETCH(QString, unit);
    test::AssistStore store;
    for (const char *name : {"jobs_total", "sent_bytes_total", "queue_bytes", "wait_seconds_bucket",
                             "wait_seconds_sum", "wait_seconds_count", "build_info"}) {
        std::vector<Label> pairs = {{"__name__", name}, {"job", "a"}};
        if (std::string_view(name).ends_with("_bucket"))
            pairs.push_back({"le", "+Inf"});
        store.add(Labels(pairs), 1, 1);
    }
    store.declare("jobs_total", MetricType::Counter);
    store.declare("sent_bytes_total", MetricType::Counter);
    store.declare("queue_bytes", MetricType::Gauge, {}, "Bytes in the queue.");
    store.declare("wait_seconds", MetricType::Histogram);
    store.declare("build_info", MetricType::Info);
    const auto catalog = store.catalog();
    const FamilyEntry *entry = catalog->findFamily(family.toStdString());
    QVERIFY(entry != nullptr);
    const auto suggested = suggestedQueries(*entry, *store.snapshot(), "$__rate_interval");
    const PanelSpec panel = panelForMetric(*entry, suggested.front(), *catalog);
    QVERIFY(panel.type() == type);
    QVERIFY2(QString::fromStdString(panel.queries.front().expr).contains(expr),
             panel.queries.front().expr.c_str());
    QCOMPARE(QString::fromStdString(panel.field.unit.value_or(std::string())), unit);
    QVERIFY(!panel.title.empty());
    QVERIFY(panel.description.find(family.toStdString()) != std::string::npos);
}

void NewPanelsTest::queriesGetTitleAndUnit()
{
    test::AssistStore store;
    for (const char *name : {"sent_bytes_total", "got_bytes_total", "a_bytes", "b_seconds"})
        store.add(Labels({{"__name__", name}, {"job", "a"}}), 1, 1);
    const PanelSpec panel = panelForQueries(
        {{"sum(rate(sent_bytes_total[5m]))", "sent"}, {"sum(rate(got_bytes_total[5m]))", "got"}},
        *store.catalog());
    QVERIFY(panel.type() == PanelType::TimeSeries);
    QCOMPARE(panel.title, std::string("Sent"));
    QCOMPARE(panel.field.unit.value_or(std::string()), std::string("Bps"));
    QCOMPARE(panel.queries[1].refId, std::string("B"));
    // Units that differ are nobody's.
    QVERIFY(!panelForQueries({{"a_bytes", {}}, {"b_seconds", {}}}, *store.catalog()).field.unit);
    PanelQuery instant{"up", {}, true};
    QVERIFY(panelForQueries({instant}, *store.catalog()).type() == PanelType::Table);
}

void NewPanelsTest::brokenQueriesAreKept()
{
    const PanelSpec panel = panelForQueries({{"sum(((", {}}}, MetricCatalog());
    QCOMPARE(panel.queries.front().expr, std::string("sum((("));
    QCOMPARE(panel.title, std::string("sum((("));
    QVERIFY(panelForQueries({}, MetricCatalog()).title.empty());
}

void NewPanelsTest::anotherTypeKeepsWhatItCan()
{
    PanelSpec panel = newPanel(PanelType::TimeSeries);
    panel.queries.front().expr = "up";
    panel.field.unit = "s";
    legendOf(panel.options)->mode = LegendMode::Table;
    legendOf(panel.options)->values = {Calculation::Max};
    PanelSpec pie = withType(panel, PanelType::Pie);
    QVERIFY(legendOf(pie.options)->mode == LegendMode::Table);
    QCOMPARE(pie.queries.front().expr, std::string("up"));
    QVERIFY(pie.field == panel.field);
    reduceOf(pie.options)->calculation = Calculation::Mean;
    const PanelSpec stat = withType(pie, PanelType::Stat);
    QVERIFY(reduceOf(stat.options)->calculation == Calculation::Mean);
    const PanelSpec bars = withType(panel, PanelType::BarGauge);
    QVERIFY(legendOf(bars.options)->mode == LegendMode::Hidden);
    QVERIFY(legendOf(withType(bars, PanelType::TimeSeries).options)->mode == LegendMode::List);
    const PanelSpec text = withType(panel, PanelType::Text);
    QCOMPARE(text.queries.size(), std::size_t{1});
    QVERIFY(withType(newPanel(PanelType::Text), PanelType::Stat).queries.size() == 1);
}

} // namespace

SIGHTGLASS_TEST(NewPanelsTest)

} // namespace sightglass

#include "newpanelstest.moc"
