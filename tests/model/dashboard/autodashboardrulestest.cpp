// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familytext.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// What is drawn together, what alone, what is only listed, and under which title.
class AutoDashboardRulesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void loneGaugesShareGraphs();
    void quietOnesAreFolded();
    void restingEndpointsShowWhatTheyHaveDone();
    void loneTilesAreAtAGlance();
    void fewVitalsShareTheirLine();
    void whatIsDeadOnASmallPageIsFolded();
    void whatStandsStillIsFolded_data();
    void whatStandsStillIsFolded();
    void errorsOfWhatIsAskedForStay();
    void memoryThatStandsStillIsShown();
    void programsAtRestShowTheirValues();
    void withoutInfinityThereAreNoQuantiles();
    void timeIsNoCount();
    void hashesAreFacts();
    void equalTitlesAreToldApart();
    void undeclaredCounters_data();
    void undeclaredCounters();
    void pointsInTime_data();
    void pointsInTime();
    void runtimeComesLastAndTogether();
    void manyGroupsShareTheRoom();
    void silentErrorsSayThatThereAreNone();
    void aLoneInfoIsATile();
    void largestOfManyAreTheSameAllTheTime();
    void aStateThatIsOffIsFaint();
    void titles_data();
    void titles();
};

void AutoDashboardRulesTest::loneGaugesShareGraphs()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        QByteArray body;
        for (int i = 0; i < 40; ++i)
            body += "mem_kind" + QByteArray::number(i) + "_bytes " +
                    QByteArray::number(1'000'000 - i * 1000 - at * at % 7) + "\n";
        body += "mem_tiny_bytes " + QByteArray::number(100 + at % 3) + "\n";
        return body;
    });
    QCOMPARE(drawnPanels(dashboard), 2);
    const PanelSpec &graph = dashboard.panels.at(2);
    QCOMPARE(graph.type(), PanelType::TimeSeries);
    QCOMPARE(graph.title, std::string("Sizes (8 of 40)"));
    QCOMPARE(graph.field.unit.value_or(std::string()), std::string("bytes"));
    QCOMPARE(graph.queries.size(), std::size_t{8});
    QCOMPARE(graph.queries.front().legend, std::string("Kind0"));
    QVERIFY(QString::fromStdString(graph.description).contains(QLatin1String("mem_kind0_bytes")));
    // On one axis with the others it would lie on the ground.
    QCOMPARE(panelFor(dashboard, "mem_tiny_bytes")->type(), PanelType::Stat);
    QVERIFY(tableUnder(dashboard, "More metrics").contains(QLatin1String("mem_kind39_bytes")));
    QCOMPARE(emptyPanels(head, dashboard, probeStart + 9000, 1000), QString());
}

void AutoDashboardRulesTest::quietOnesAreFolded()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        QByteArray body = "db_queries_total " + QByteArray::number(at) + "\ndb_used_ratio 0.5\n";
        for (int i = 0; i < 30; ++i)
            body += "db_feature" + QByteArray::number(i) + "_total 0\n";
        body += "db_errors_total{why=\"a\"} 0\ndb_errors_total{why=\"b\"} 0\ndb_write_failures_total 0\n"
                "db_lost_retries_total 0\n";
        body += "# TYPE db_wait_seconds histogram\ndb_wait_seconds_bucket{le=\"+Inf\"} 0\n"
                "db_wait_seconds_sum 0\ndb_wait_seconds_count 0\n";
        return body;
    });
    // Three, and two numbers at the top.
    QCOMPARE(drawnPanels(dashboard), 5);
    QVERIFY(panelFor(dashboard, "db_queries_total") != nullptr);
    QCOMPARE(panelFor(dashboard, "db_used_ratio")->type(), PanelType::Gauge);
    const PanelSpec *trouble = panelFor(dashboard, "bundle:db_errors_total");
    QVERIFY(trouble != nullptr);
    QCOMPARE(trouble->queries.size(), std::size_t{2});
    QVERIFY(trouble->queries.back().expr.find("db_write_failures_total") != std::string::npos);
    QVERIFY(trouble->queries.front().expr.starts_with("sum(rate(db_errors_total"));
    const QString quiet = tableUnder(dashboard, "Unchanged so far");
    QVERIFY(quiet.contains(QLatin1String("db_feature29_total")));
    QVERIFY(quiet.contains(QLatin1String("db_wait_seconds_count")));
    QCOMPARE(emptyPanels(head, dashboard, probeStart + 9000, 1000), QString());
}

void AutoDashboardRulesTest::restingEndpointsShowWhatTheyHaveDone()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int) {
        QByteArray body = "db_queries_total{kind=\"a\"} 70\ndb_queries_total{kind=\"b\"} 7\n";
        for (int i = 0; i < 30; ++i)
            body += "db_feature" + QByteArray::number(i) + "_total 0\n";
        return body;
    });
    QVERIFY(panelFor(dashboard, "db_queries_total") != nullptr);
    QCOMPARE(drawnPanels(dashboard), 2);
    QVERIFY(tableUnder(dashboard, "Unchanged so far").contains(QLatin1String("db_feature29_total")));
}

void AutoDashboardRulesTest::loneTilesAreAtAGlance()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(100 - at);
        QByteArray body = "pool_used_ratio 0.5\npool_depth " + now + "\n";
        for (int i = 0; i < 30; ++i)
            body += "work_part" + QByteArray::number(i) + "_total{k=\"a\"} " +
                    QByteArray::number(at * i + at) + "\n";
        return body;
    });
    QCOMPARE(dashboard.panels.front().title, std::string("At a glance"));
    QCOMPARE(panelFor(dashboard, "pool_depth")->title, std::string("Pool depth"));
    QCOMPARE(panelFor(dashboard, "pool_depth")->grid.y, 1);
    QCOMPARE(test::gridComplaints(dashboard), QString());
}

void AutoDashboardRulesTest::fewVitalsShareTheirLine()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(at);
        QByteArray body = "# TYPE http_requests_total counter\nhttp_requests_total " + now +
                          "\npool_used_ratio 0.5\npool_depth " + QByteArray::number(100 - at) + "\n";
        for (int i = 0; i < 30; ++i)
            body += "work_part" + QByteArray::number(i) + "_total{k=\"a\"} " +
                    QByteArray::number(at * i + at) + "\n";
        return body;
    });
    QVERIFY(panelFor(dashboard, "vital:rate") != nullptr);
    QCOMPARE(panelFor(dashboard, "vital:rate")->grid.y, 0);
    QCOMPARE(panelFor(dashboard, "pool_depth")->grid.y, 0);
    QCOMPARE(panelFor(dashboard, "pool_depth")->title, std::string("Pool depth"));
    QCOMPARE(test::gridComplaints(dashboard), QString());
}

void AutoDashboardRulesTest::whatIsDeadOnASmallPageIsFolded()
{
    const auto page = [](const QByteArray &requests) {
        return "db_queries_total " + requests +
               "\n# TYPE db_wait_seconds histogram\ndb_wait_seconds_bucket{le=\"1\"} 0\n"
               "db_wait_seconds_bucket{le=\"+Inf\"} 0\ndb_wait_seconds_sum 0\ndb_wait_seconds_count 0\n";
    };
    Head head;
    const DashboardSpec dashboard =
        afterTenScrapes(head, [&page](int at) { return page(QByteArray::number(at)); });
    QVERIFY(panelFor(dashboard, "db_wait_seconds:heatmap") == nullptr);
    QVERIFY(tableUnder(dashboard, "Unchanged so far").contains(QLatin1String("db_wait_seconds_count")));
    // Where nothing moves at all it is what there is.
    Head still;
    QVERIFY(panelFor(afterTenScrapes(still, [&page](int) { return page("7"); }), "db_wait_seconds:heatmap") !=
            nullptr);
}

void AutoDashboardRulesTest::whatStandsStillIsFolded_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("folds");
    const QByteArray counter = "# TYPE oven_old_total counter\n";
    QTest::newRow("a counter") << counter + "oven_old_total 55\n" << 20 << true;
    QTest::newRow("a counter, early") << counter + "oven_old_total 55\n" << 19 << false;
    QTest::newRow("a counter at zero") << counter + "oven_old_total 0\n" << 20 << true;
    QTest::newRow("counters with labels")
        << counter + "oven_old_total{x=\"1\"} 55\noven_old_total{x=\"2\"} 0\n"
        << 20 << true;
    QTest::newRow("drops") << QByteArray("# TYPE oven_drops_total counter\noven_drops_total 0\n") << 20
                           << true;
    QTest::newRow("alone in its group")
        << QByteArray("# TYPE zeta_dead_total counter\nzeta_dead_total 0\n") << 20 << true;
    QTest::newRow("a gauge at zero") << QByteArray("oven_zero2 0\n") << 20 << true;
    QTest::newRow("gauges at zero") << QByteArray("oven_zero{a=\"1\"} 0\noven_zero{a=\"2\"} 0\n") << 20
                                    << true;
    QTest::newRow("a histogram") << QByteArray("# TYPE oven_wait_seconds histogram\n"
                                               "oven_wait_seconds_bucket{le=\"+Inf\"} 3\n"
                                               "oven_wait_seconds_sum 2\noven_wait_seconds_count 3\n")
                                 << 20 << true;
    QTest::newRow("states") << QByteArray("# TYPE oven_state gauge\noven_state{oven_state=\"on\"} 1\n"
                                          "oven_state{oven_state=\"off\"} 0\n")
                            << 20 << true;
    QTest::newRow("a ratio") << QByteArray("oven_load_ratio 0.5\n") << 20 << false;
    QTest::newRow("a point in time") << QByteArray("oven_last_timestamp_seconds 1.69e9\n") << 20 << false;
}

void AutoDashboardRulesTest::whatStandsStillIsFolded()
{
    QFETCH(QByteArray, body);
    QFETCH(int, seconds);
    QFETCH(bool, folds);
    Head head;
    for (int i = 0; i <= seconds; ++i) {
        const QByteArray page = body + "oven_heat_celsius " + QByteArray::number(200 - i) + "\n";
        QVERIFY(test::loadExposition(head, page, target(), probeStart + i * 1000) > 0);
    }
    const DashboardSpec dashboard = probeDashboard(head, probeStart + seconds * 1000);
    QCOMPARE(drawnPanels(dashboard), folds ? 1 : 2);
    QVERIFY(panelFor(dashboard, "oven_heat_celsius") != nullptr);
    QCOMPARE(!tableUnder(dashboard, "Unchanged so far").isEmpty(), folds);
    QCOMPARE(emptyPanels(head, dashboard, probeStart + seconds * 1000, 1000), QString());
}

/// That there are no errors is worth a graph beside the requests; where nothing is asked for it is not.
void AutoDashboardRulesTest::errorsOfWhatIsAskedForStay()
{
    const auto dashboardWhere = [](bool isBusy) {
        Head head;
        for (int i = 0; i <= 30; ++i) {
            const QByteArray page = "shop_requests_total " + QByteArray::number(isBusy ? 70 + i : 70) +
                                    "\nshop_errors_total 0\nshop_drops_total 0\nother_failures_total 0\n"
                                    "shop_depth " +
                                    QByteArray::number(200 - i) + "\n";
            test::loadExposition(head, page, target(), probeStart + i * 1000);
        }
        return probeDashboard(head, probeStart + 30'000);
    };
    const DashboardSpec busy = dashboardWhere(true);
    QVERIFY(panelFor(busy, "shop_requests_total") != nullptr);
    QVERIFY(panelFor(busy, "shop_errors_total") != nullptr);
    QVERIFY(panelFor(busy, "shop_drops_total") == nullptr);
    QVERIFY(panelFor(busy, "other_failures_total") == nullptr);
    const DashboardSpec idle = dashboardWhere(false);
    QVERIFY(panelFor(idle, "vital:rate") != nullptr);
    QVERIFY(panelFor(idle, "shop_requests_total") == nullptr);
    QVERIFY(panelFor(idle, "shop_errors_total") == nullptr);
}

void AutoDashboardRulesTest::memoryThatStandsStillIsShown()
{
    Head head;
    for (int i = 0; i <= 30; ++i) {
        const QByteArray page =
            "process_resident_memory_bytes 5e7\nx_depth " + QByteArray::number(200 - i) + "\n";
        test::loadExposition(head, page, target(), probeStart + i * 1000);
    }
    const DashboardSpec dashboard = probeDashboard(head, probeStart + 30'000);
    QVERIFY(panelFor(dashboard, "vital:memory") != nullptr);
    QVERIFY(panelFor(dashboard, "process_resident_memory_bytes") == nullptr);
}

/// What merely its runtime moves of is no program without metrics.
void AutoDashboardRulesTest::programsAtRestShowTheirValues()
{
    Head head;
    for (int i = 0; i <= 30; ++i) {
        const QByteArray page = "weather_celsius 21\nweather_rain_total 7\nweather_snow_total 0\n"
                                "go_limit 5\nprocess_cpu_seconds_total " +
                                QByteArray::number(i) + "\n";
        test::loadExposition(head, page, target(), probeStart + i * 1000);
    }
    const DashboardSpec dashboard = probeDashboard(head, probeStart + 30'000);
    QVERIFY(panelFor(dashboard, "weather_celsius") != nullptr);
    QVERIFY(panelFor(dashboard, "weather_rain_total") != nullptr);
    QVERIFY(panelFor(dashboard, "weather_snow_total") == nullptr);
    QVERIFY(panelFor(dashboard, "go_limit") == nullptr);
}

void AutoDashboardRulesTest::withoutInfinityThereAreNoQuantiles()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(at + 1);
        return "# TYPE db_wait_seconds histogram\ndb_wait_seconds_bucket{le=\"1\"} " + now +
               "\ndb_wait_seconds_sum " + now + "\ndb_wait_seconds_count " + now + "\n";
    });
    QVERIFY(panelFor(dashboard, "db_wait_seconds:heatmap") != nullptr);
    QVERIFY(panelFor(dashboard, "db_wait_seconds:quantiles") == nullptr);
    QVERIFY(panelFor(dashboard, "db_wait_seconds")->queries.front().expr.find("_sum") != std::string::npos);
    QCOMPARE(emptyPanels(head, dashboard, probeStart + 9000, 1000), QString());
}

void AutoDashboardRulesTest::timeIsNoCount()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(100 + at);
        return "x_uptime " + now + "\nx_age_seconds " + now + "\nx_pages " + now + "\nx_outage " + now + "\n";
    });
    const auto isRate = [&dashboard](const char *name) {
        return panelFor(dashboard, name)->queries.front().expr.starts_with("rate(");
    };
    QVERIFY(!isRate("x_uptime") && !isRate("x_age_seconds"));
    QVERIFY(isRate("x_pages") && isRate("x_outage"));
}

void AutoDashboardRulesTest::hashesAreFacts()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "db_queries_total " + QByteArray::number(at) + "\ndb_config_hash " +
               QByteArray::number(1.3e19 + at * 1e15) + "\n";
    });
    QVERIFY(panelFor(dashboard, "db_config_hash") == nullptr);
    QVERIFY(tableUnder(dashboard, "Unchanged so far").contains(QLatin1String("db_config_hash")));
}

void AutoDashboardRulesTest::equalTitlesAreToldApart()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(at);
        return "fs_reads_total " + now + "\nfs_reads_bytes_total " + now + "000\nfs_writes_total " + now +
               "\n";
    });
    QCOMPARE(panelFor(dashboard, "fs_reads_total")->title, std::string("Reads"));
    QCOMPARE(panelFor(dashboard, "fs_reads_bytes_total")->title, std::string("Reads bytes"));
    QCOMPARE(panelFor(dashboard, "fs_writes_total")->title, std::string("Writes"));
}

void AutoDashboardRulesTest::undeclaredCounters_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<double>("base");
    QTest::addColumn<double>("step");
    QTest::addColumn<bool>("isRate");
    QTest::newRow("grows") << QByteArray() << 100.0 << 5.0 << true;
    QTest::newRow("untyped grows") << QByteArray("# TYPE x_octets untyped\n") << 100.0 << 5.0 << true;
    QTest::newRow("declared a gauge") << QByteArray("# TYPE x_octets gauge\n") << 100.0 << 5.0 << false;
    QTest::newRow("falls") << QByteArray() << 100.0 << -5.0 << false;
    QTest::newRow("fractions") << QByteArray() << 100.0 << 0.3 << false;
    QTest::newRow("from nothing") << QByteArray() << 0.0 << 1.0 << false;
}

void AutoDashboardRulesTest::undeclaredCounters()
{
    QFETCH(QByteArray, type);
    QFETCH(double, base);
    QFETCH(double, step);
    QFETCH(bool, isRate);
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(
        head, [&](int at) { return type + "x_octets " + QByteArray::number(base + at * step) + "\n"; });
    const PanelSpec *panel = panelFor(dashboard, "x_octets");
    QVERIFY(panel != nullptr);
    QCOMPARE(panel->queries.front().expr.starts_with("rate("), isRate);
}

void AutoDashboardRulesTest::pointsInTime_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("seconds") << QByteArray("x_last_success_timestamp_seconds 1.6e9\n")
                             << QByteArray("Since last success") << QByteArray("time() - x_last");
    QTest::newRow("milliseconds") << QByteArray("x_min_time 1.6e12\n") << QByteArray("Since min time")
                                  << QByteArray("time() - x_min_time{");
    QTest::newRow("the clock") << QByteArray("x_time_seconds 1.7e9\n") << QByteArray("Clock behind ours")
                               << QByteArray("timestamp(x_time_seconds");
    QTest::newRow("a long time spent")
        << QByteArray("x_time_seconds 5e9\n") << QByteArray("Time") << QByteArray("x_time_seconds{");
    QTest::newRow("not a time") << QByteArray("x_free_seconds 1.6e9\n") << QByteArray("Free")
                                << QByteArray("x_free");
}

void AutoDashboardRulesTest::pointsInTime()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, begin);
    Head head;
    QCOMPARE(test::loadExposition(head, body + "x_other 1\n", target(), probeStart), 2);
    const DashboardSpec dashboard = probeDashboard(head, probeStart);
    const PanelSpec *panel = panelFor(dashboard, body.left(body.indexOf(' ')).toStdString());
    QVERIFY(panel != nullptr);
    QCOMPARE(QByteArray::fromStdString(panel->title), title);
    QVERIFY2(panel->queries.front().expr.starts_with(begin.toStdString()),
             panel->queries.front().expr.c_str());
    QCOMPARE(panel->queries.front().expr.ends_with("/ 1000"), body.contains("e12"));
}

void AutoDashboardRulesTest::runtimeComesLastAndTogether()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray now = QByteArray::number(100 + at);
        return "process_a " + now + "\nprocess_b " + now + "\ngo_c " + now + "\ngo_d " + now +
               "\nshop_e 1\nshop_f 2\n";
    });
    QStringList headings;
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.type() == PanelType::Row)
            headings += QString::fromStdString(panel.title);
    }
    QCOMPARE(headings, QStringList({QStringLiteral("Shop"), QStringLiteral("Process and runtime")}));
    QCOMPARE(panelFor(dashboard, "go_c")->title, std::string("Go c"));
}

/// Each of them has its rates and durations, in the order of numbers, rather than the first few all.
void AutoDashboardRulesTest::manyGroupsShareTheRoom()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        QByteArray body;
        const QByteArray count = QByteArray::number(at * 10);
        for (int sub = 0; sub < 12; ++sub) {
            const QByteArray name = "sub" + QByteArray::number(sub);
            for (int i = 0; i < 10; ++i) {
                const QByteArray thing = name + "_thing" + QByteArray::number(i) + "_total";
                body += thing + "{q=\"a\"} " + count + "\n" + thing + "{q=\"b\"} " + count + "\n";
            }
            body += "# TYPE " + name + "_took_seconds histogram\n" + name +
                    "_took_seconds_bucket{le=\"1\"} " + count + "\n" + name +
                    "_took_seconds_bucket{le=\"+Inf\"} " + count + "\n" + name + "_took_seconds_sum " +
                    count + "\n" + name + "_took_seconds_count " + count + "\n";
        }
        return body;
    });
    QStringList headings;
    for (const PanelSpec &panel : dashboard.panels) {
        if (panel.type() == PanelType::Row)
            headings << QString::fromStdString(panel.title);
    }
    QStringList wanted;
    for (int sub = 0; sub < 12; ++sub) {
        wanted << QStringLiteral("Sub%1").arg(sub);
        const std::string name = "sub" + std::to_string(sub);
        QVERIFY2(panelFor(dashboard, name + "_took_seconds:quantiles") != nullptr, name.c_str());
        QVERIFY2(panelFor(dashboard, name + "_thing0_total") != nullptr, name.c_str());
    }
    QCOMPARE(headings.mid(0, 12), wanted);
    QVERIFY(drawnPanels(dashboard) <= 52);
    QVERIFY(tableUnder(dashboard, "More metrics").contains(QLatin1String("sub11_thing9_total")));
}

void AutoDashboardRulesTest::silentErrorsSayThatThereAreNone()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "svc_requests_total " + QByteArray::number(at * 3) +
               "\n# TYPE svc_errors_total counter\nsvc_errors_total 0\n";
    });
    const PanelSpec *errors = panelFor(dashboard, "svc_errors_total");
    QVERIFY(errors != nullptr);
    QCOMPARE(errors->type(), PanelType::Stat);
    QVERIFY(errors->field.mappings.has_value());
    QCOMPARE(errors->field.mappings->front().result.text, std::optional<std::string>("none"));
    const PanelData data = ask(head, *errors, probeStart + 9000, 1000);
    QCOMPARE(data.series.size(), std::size_t{1});
    QCOMPARE(data.series.front().samples.back().v, 0.0);
}

/// Beside the other numbers, where it is short; else it has the whole line.
void AutoDashboardRulesTest::aLoneInfoIsATile()
{
    const auto infoOf = [](const QByteArray &labels) {
        Head head;
        const DashboardSpec dashboard = afterTenScrapes(head, [&labels](int at) {
            return "svc_requests_total " + QByteArray::number(at * 3) + "\n# TYPE app_info gauge\napp_info{" +
                   labels + "} 1\n";
        });
        return *panelFor(dashboard, "vital:info:app_info");
    };
    const PanelSpec lone = infoOf("version=\"1.2\",commit=\"abc\"");
    QCOMPARE(lone.grid.y, 0);
    QVERIFY(lone.grid.x > 0 && lone.grid.width < 24);
    const PanelSpec wide =
        infoOf("version=\"1.2\",commit=\"abc\",name=\"x\",goversion=\"go1.22\",branch=\"b\"");
    QVERIFY(wide.grid.y > 0);
    QCOMPARE(wide.grid.width, 24);
}

void AutoDashboardRulesTest::largestOfManyAreTheSameAllTheTime()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        QByteArray body;
        for (int i = 0; i < 60; ++i) {
            const QByteArray id = QByteArray::number(i);
            const QByteArray value = QByteArray::number((i * 7 + at * 13) % 60 + 100 * at);
            body +=
                "load{path=\"/" + id + "\"} " + value + "\nhits_total{path=\"/" + id + "\"} " + value + "\n";
        }
        return body;
    });
    for (const char *id : {"load", "hits_total"}) {
        const PanelSpec *panel = panelFor(dashboard, id);
        QVERIFY2(panel != nullptr, id);
        const PanelData data = ask(head, *panel, probeStart + 9000, 1000);
        QVERIFY2(!data.error, id);
        QCOMPARE(data.series.size(), std::size_t{10});
        for (const PanelSeries &series : data.series)
            QVERIFY2(series.samples.size() >= 7, id);
    }
}

void AutoDashboardRulesTest::aStateThatIsOffIsFaint()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        const QByteArray idle = QByteArray::number(at % 2);
        return "# TYPE mode gauge\nmode{mode=\"idle\"} " + idle + "\nmode{mode=\"hot\"} " +
               QByteArray::number(1 - at % 2) + "\n";
    });
    const PanelSpec *mode = panelFor(dashboard, "mode");
    QVERIFY(mode != nullptr && mode->field.thresholds.has_value());
    const std::string &off = mode->field.thresholds->steps.front().color;
    QVERIFY2(off.starts_with("rgba(") && off.ends_with("0.15)"), off.c_str());
}

void AutoDashboardRulesTest::titles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("unit goes") << QByteArray("node_memory_MemFree_bytes") << QByteArray("Memory mem free");
    QTest::newRow("total goes") << QByteArray("node_sent_bytes_total") << QByteArray("Sent");
    QTest::newRow("something stays") << QByteArray("node_total") << QByteArray("Node");
    QTest::newRow("any unit goes") << QByteArray("oven_heat_celsius") << QByteArray("Heat");
    QTest::newRow("camel case") << QByteArray("oven_doorOpenCount") << QByteArray("Door open count");
    QTest::newRow("acronyms stay") << QByteArray("oven_HTTPRequestCount") << QByteArray("HTTP request count");
    QTest::newRow("a unit in camel case") << QByteArray("ovenHeatCelsius") << QByteArray("Heat");
    QTest::newRow("only the unit") << QByteArray("bytes") << QByteArray("Bytes");
}

void AutoDashboardRulesTest::titles()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, title);
    MetricFamily family;
    family.name = name.toStdString();
    QCOMPARE(QByteArray::fromStdString(familyTitle(family, 1)), title);
}

SIGHTGLASS_TEST(AutoDashboardRulesTest)

} // namespace

#include "autodashboardrulestest.moc"
