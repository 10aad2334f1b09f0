// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/redtiles.h"

#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// What stands at the top of an automatic dashboard.
class RedTilesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void subjects_data();
    void subjects();
    void runtimesAreNoSubject();
    void tilesAtTheTop();
    void successesAndFailuresApart();
    void moreErrorsThanRequests();
    void startOfTheProgram();
    void infos();
};

void RedTilesTest::subjects_data()
{
    QTest::addColumn<QByteArray>("page"); ///< %1 grows
    QTest::addColumn<QByteArray>("requests");
    QTest::addColumn<QByteArray>("errors");
    QTest::addColumn<QByteArray>("duration");
    QTest::newRow("requests with codes")
        << QByteArray(
               "# TYPE http_requests_total counter\nhttp_requests_total{code=\"200\"} %1\n"
               "http_requests_total{code=\"503\"} 1\n# TYPE http_request_duration_seconds histogram\n"
               "http_request_duration_seconds_bucket{le=\"+Inf\"} %1\nhttp_request_duration_seconds_sum %1\n"
               "http_request_duration_seconds_count %1\nother_events_total %1\n")
        << QByteArray("http_requests_total") << QByteArray("code=~\"5..\"")
        << QByteArray("http_request_duration_seconds");
    QTest::newRow("an error counter")
        << QByteArray("db_queries_total %1\ndb_query_errors_total 0\nweb_errors_total %1\n")
        << QByteArray("db_queries_total") << QByteArray("db_query_errors_total") << QByteArray();
    QTest::newRow("words for failure")
        << QByteArray("jobs_total{outcome=\"ok\"} %1\njobs_total{outcome=\"SERVER_ERROR\"} 1\n")
        << QByteArray("jobs_total") << QByteArray("outcome=~\"SERVER_ERROR\"") << QByteArray();
    QTest::newRow("a distribution alone")
        << QByteArray("# TYPE rpc_seconds summary\nrpc_seconds_sum{status=\"500\"} %1\n"
                      "rpc_seconds_count{status=\"500\"} %1\nthings_total %1\n")
        << QByteArray("rpc_seconds_count") << QByteArray("status=~\"5..\"") << QByteArray("rpc_seconds");
    QTest::newRow("by whatever name")
        << QByteArray("# TYPE hits_total counter\nhits_total{code=\"200\"} %1\nhits_total{code=\"500\"} 1\n"
                      "other_things_total %1\n")
        << QByteArray("hits_total") << QByteArray("code=~\"5..\"") << QByteArray();
    QTest::newRow("in short") << QByteArray("req_total{app=\"a\",code=\"500\"} %1\n")
                              << QByteArray("req_total") << QByteArray("code=~\"5..\"") << QByteArray();
    QTest::newRow("what is awake") << QByteArray("api_requests_total 7\nqueue_messages_total %1\n")
                                   << QByteArray("queue_messages_total") << QByteArray() << QByteArray();
    QTest::newRow("bytes are no requests")
        << QByteArray("http_request_bytes_total %1\n") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("failures of orders, none yet")
        << QByteArray("# TYPE shop_orders_total counter\nshop_orders_total{kind=\"a\"} %1\n"
                      "# TYPE shop_failures_total counter\nshop_failures_total 0\n")
        << QByteArray("shop_orders_total") << QByteArray("shop_failures_total") << QByteArray();
    QTest::newRow("processed and failed")
        << QByteArray("# TYPE mail_failed_total counter\nmail_failed_total 0\n"
                      "# TYPE mail_processed_total counter\nmail_processed_total %1\n"
                      "# TYPE mail_cache_hits_total counter\nmail_cache_hits_total %10\n")
        << QByteArray("mail_processed_total") << QByteArray("mail_failed_total") << QByteArray();
    QTest::newRow("ok and err") << QByteArray("# TYPE fetch_ok counter\nfetch_ok %1\n"
                                              "# TYPE fetch_err counter\nfetch_err 0\n"
                                              "# TYPE fetch_ms histogram\nfetch_ms_bucket{le=\"+Inf\"} %1\n"
                                              "fetch_ms_sum %10\nfetch_ms_count %1\n")
                                << QByteArray("fetch_ok") << QByteArray("fetch_err")
                                << QByteArray("fetch_ms");
    QTest::newRow("an outcome without a failure so far")
        << QByteArray("# TYPE fish_caught_total counter\nfish_caught_total{result=\"success\"} %1\n")
        << QByteArray("fish_caught_total")
        << QByteArray("result=~\"(?i).*(err|fail|timeout|exception|reject|denied|invalid|declined|abort).*\"")
        << QByteArray();
    QTest::newRow("undeclared errors, hardly ever")
        << QByteArray("sensor_readings %1\nsensor_reading_errors 3\nsensor_error 1\n")
        << QByteArray("sensor_readings") << QByteArray("sensor_reading_errors") << QByteArray();
    QTest::newRow("in camel case") << QByteArray("# TYPE loginRequestCount counter\nloginRequestCount %1\n"
                                                 "# TYPE loginErrorCount counter\nloginErrorCount 0\n")
                                   << QByteArray("loginRequestCount") << QByteArray("loginErrorCount")
                                   << QByteArray();
    QTest::newRow("requests and errors of everything")
        << QByteArray("# TYPE requests_total counter\nrequests_total %1\n# TYPE errors_total counter\n"
                      "errors_total 0\n")
        << QByteArray("requests_total") << QByteArray("errors_total") << QByteArray();
    QTest::newRow("a latency alone")
        << QByteArray("# TYPE pick_latency histogram\npick_latency_bucket{le=\"+Inf\"} %1\n"
                      "pick_latency_sum %10\npick_latency_count %1\n")
        << QByteArray("pick_latency_count") << QByteArray() << QByteArray("pick_latency");
    QTest::newRow("another part's errors")
        << QByteArray("# TYPE web_requests_total counter\nweb_requests_total %1\n"
                      "# TYPE database_errors_total counter\ndatabase_errors_total 3\n")
        << QByteArray("web_requests_total") << QByteArray() << QByteArray();
    QTest::newRow("one counter of whatever") << QByteArray("x_total %1\ny 3\nz_bytes_total %19\n")
                                             << QByteArray("x_total") << QByteArray() << QByteArray();
    QTest::newRow("many counters of whatever")
        << QByteArray("x_a_total %1\nx_b_total %1\nx_c_total %1\nx_d_total %1\n") << QByteArray()
        << QByteArray() << QByteArray();
    QTest::newRow("a counter that stands still")
        << QByteArray("x_total 3\n") << QByteArray() << QByteArray() << QByteArray();
}

std::vector<FamilyGroup> groupsOf(const QByteArray &page)
{
    Head head;
    for (int i = 0; i < 10; ++i)
        loadExposition(head, QByteArray(page).replace("%1", QByteArray::number(10 + i)), target(),
                       probeStart + i * 1000);
    return groupFamilies(collectFamilies(*head.snapshot(), target(), probeStart + 9000), {});
}

void RedTilesTest::subjects()
{
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, requests);
    QFETCH(QByteArray, errors);
    QFETCH(QByteArray, duration);
    const std::vector<FamilyGroup> groups = groupsOf(page);
    const RedSubject subject = redSubject(groups);
    QCOMPARE(QByteArray::fromStdString(subject.requestSamples), requests);
    QCOMPARE(
        QByteArray::fromStdString(subject.errors != nullptr ? subject.errors->name : subject.errorMatcher),
        errors);
    QCOMPARE(QByteArray::fromStdString(subject.duration != nullptr ? subject.duration->name : std::string()),
             duration);
    QCOMPARE(subject.requests != nullptr, !requests.isEmpty());
}

void RedTilesTest::runtimesAreNoSubject()
{
    const std::vector<FamilyGroup> groups =
        groupsOf("promhttp_metric_handler_requests_total{code=\"200\"} %1\ngo_gc_duration_seconds_sum %1\n"
                 "go_gc_duration_seconds_count %1\n");
    const RedSubject subject = redSubject(groups);
    QVERIFY(subject.requests == nullptr && subject.duration == nullptr);
}

void RedTilesTest::tilesAtTheTop()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "# TYPE http_requests_total counter\nhttp_requests_total{code=\"200\"} " +
               QByteArray::number(at) +
               "\nhttp_requests_total{code=\"500\"} 0\nprocess_start_time_seconds 1.6e9\n"
               "process_resident_memory_bytes 5e6\n# TYPE process_cpu_seconds_total counter\n"
               "process_cpu_seconds_total " +
               QByteArray::number(at) + "\nscrape_samples_scraped 4\n";
    });
    QStringList ids;
    for (std::size_t i = 0; i < 5; ++i) {
        ids += QString::fromStdString(dashboard.panels.at(i).id);
        QCOMPARE(dashboard.panels.at(i).grid.y, 0);
    }
    QCOMPARE(ids.join(u' '), QStringLiteral("vital:rate vital:errors vital:uptime vital:memory vital:cpu"));
    const PanelSpec &errors = *panelFor(dashboard, "vital:errors");
    QVERIFY2(errors.queries.front().expr.find("code=~\"5..\"}[$__rate_interval])) or vector(0))") !=
                 std::string::npos,
             errors.queries.front().expr.c_str());
    QCOMPARE(ask(head, errors, probeStart + 9000, 1000).series.front().samples.back().v, 0.0);
    QCOMPARE(emptyPanels(head, dashboard, probeStart + 9000, 1000), QString());
    // What the program's libraries and the scrape say of themselves waits below.
    QVERIFY(panelFor(dashboard, "scrape_samples_scraped") == nullptr);
    for (const PanelSpec &panel : dashboard.panels) {
        if (const auto *row = std::get_if<RowOptions>(&panel.options))
            QCOMPARE(row->collapsed, panel.title != "Other");
    }
}

/// orders_ok beside orders_err: both together are what was asked for.
void RedTilesTest::successesAndFailuresApart()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "# TYPE orders_ok_total counter\norders_ok_total " + QByteArray::number(3 * at) +
               "\n# TYPE orders_err_total counter\norders_err_total " + QByteArray::number(at) + "\n";
    });
    const PanelSpec &rate = *panelFor(dashboard, "vital:rate");
    QCOMPARE(rate.title, std::string("Orders"));
    QCOMPARE(ask(head, rate, probeStart + 9000, 1000).series.front().samples.back().v, 4.0);
    const PanelSpec &errors = *panelFor(dashboard, "vital:errors");
    QCOMPARE(ask(head, errors, probeStart + 9000, 1000).series.front().samples.back().v, 0.25);
}

/// At the top, once.
void RedTilesTest::startOfTheProgram()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "# TYPE shop_orders_total counter\nshop_orders_total " + QByteArray::number(at) +
               "\n# TYPE shop_start_time_seconds gauge\nshop_start_time_seconds 1.6e9\n";
    });
    QVERIFY(panelFor(dashboard, "vital:uptime") != nullptr);
    QVERIFY(panelFor(dashboard, "shop_start_time_seconds") == nullptr);
}

/// They are no share of them: how many there are is told.
void RedTilesTest::moreErrorsThanRequests()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int at) {
        return "db_requests_total " + QByteArray::number(at) + "\ndb_errors_total " +
               QByteArray::number(3 * at) + "\n";
    });
    const PanelSpec *errors = panelFor(dashboard, "vital:errors");
    QVERIFY(errors != nullptr);
    QCOMPARE(errors->field.unit.value_or(std::string()), std::string("ops"));
    QVERIFY2(errors->queries.front().expr.starts_with("sum(rate(db_errors_total"),
             errors->queries.front().expr.c_str());
}

void RedTilesTest::infos()
{
    Head head;
    const DashboardSpec dashboard = afterTenScrapes(head, [](int) {
        return QByteArray("app_build_info{version=\"1.2\",revision=\"abc\",goversion=\"go1.20\",branch="
                          "\"main\",x=\"1\"} 1\n"
                          "many_info{version=\"1\"} 1\nmany_info{version=\"2\"} 1\n"
                          "odd_info{a=\"1\",b=\"2\",c=\"3\",d=\"4\",e=\"5\"} 1\n"
                          "pair_info{a=\"1\",b=\"2\"} 1\n");
    });
    const PanelSpec *build = panelFor(dashboard, "vital:info:app_build_info");
    QVERIFY(build != nullptr);
    QCOMPARE(build->queries.front().legend,
             std::string("{{version}} · {{branch}} · {{goversion}} · {{revision}}"));
    QCOMPARE(std::get<StatOptions>(build->options).text, StatText::Name);
    QCOMPARE(panelFor(dashboard, "vital:info:pair_info")->queries.front().legend,
             std::string("{{a}} · {{b}}"));
    QVERIFY(panelFor(dashboard, "vital:info:many_info") == nullptr);
    QVERIFY(panelFor(dashboard, "vital:info:odd_info") == nullptr);
    QCOMPARE(emptyPanels(head, dashboard, probeStart + 9000, 1000), QString());
}

SIGHTGLASS_TEST(RedTilesTest)

} // namespace

#include "redtilestest.moc"
