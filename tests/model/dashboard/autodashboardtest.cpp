// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/autodashboard.h"

#include "model/grafana/dashboardfile.h"
#include "parser/base/quoting.h"
#include "tests/model/dashboard/dashboardprobe.h"
#include "tests/model/dashboard/gridcheck.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

constexpr TimestampMs start = probeStart;

DashboardSubject subject()
{
    return {"auto-svc", "svc", target()};
}

/// The budget, and the second panel of a histogram that came last.
constexpr int mostDrawn = 60;

class AutoDashboardTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void realEndpoints_data();
    void realEndpoints();
    void kinds();
    void ratios_data();
    void ratios();
    void mostActiveFirst();
    void constantsComeLast();
    void manySeriesAreBroughtDown();
    void hostileNames();
    void stateSets();
    void nativeHistograms();
    void nothingThere();
    void onlyThisTarget();
    void typesOfThisTarget();
    void twoThousandFamilies();
};

void AutoDashboardTest::realEndpoints_data()
{
    QTest::addColumn<QString>("path");
    const QString root = test::conformancePath(QStringLiteral("expositions"));
    if (root.isEmpty())
        QSKIP("no conformance data beside the checkout");
    QStringList paths;
    for (QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        paths += files.next();
    paths.sort();
    for (const QString &path : paths) {
        if (!path.endsWith(QLatin1String("verdicts.tsv")) && QFileInfo(path).size() < 400'000)
            QTest::newRow(qPrintable(path.mid(root.size() + 1))) << path;
    }
}

void AutoDashboardTest::realEndpoints()
{
    QFETCH(QString, path);
    const QByteArray body = test::readFile(path);
    Head head;
    const int samples = test::loadExposition(head, body, target(), start, 0);
    if (samples <= 0)
        return; // refused by Prometheus too: the scraper's tests hold it to the verdict
    QCOMPARE(test::loadExposition(head, body, target(), start + 10'000, 1), samples);
    const auto snapshot = head.snapshot();
    const DashboardSpec dashboard = autoDashboard(*snapshot, subject(), start + 10'000);
    QVERIFY(!dashboard.panels.empty());
    QCOMPARE(test::gridComplaints(dashboard), QString());
    QVERIFY2(drawnPanels(dashboard) <= mostDrawn, qPrintable(QString::number(drawnPanels(dashboard))));
    QCOMPARE(emptyPanels(head, dashboard, start + 10'000), QString());
    QVERIFY(autoDashboard(*snapshot, subject(), start + 10'000) == dashboard);
    const auto again = readDashboard(writeDashboard(dashboard));
    QVERIFY2(again.ok(), again.ok() ? "" : plainText(again.error()).c_str());
    if (QTest::currentDataTag() != nullptr && isValidUtf8(writeDashboard(dashboard)))
        QCOMPARE(writeDashboard(*again), writeDashboard(dashboard));
}

const char *const kindsBody = R"(# HELP svc_events_total Events seen.
# TYPE svc_events_total counter
svc_events_total 5
# TYPE svc_sent_bytes_total counter
svc_sent_bytes_total{peer="a"} 5
svc_sent_bytes_total{peer="b"} 6
# TYPE svc_queue_depth gauge
svc_queue_depth 3
# HELP svc_cache_hit_rate Hit rate in percent.
# TYPE svc_cache_hit_rate gauge
svc_cache_hit_rate 12
# TYPE svc_temperature_celsius gauge
svc_temperature_celsius{zone="1"} 21
svc_temperature_celsius{zone="2"} 22
# TYPE svc_latency_seconds histogram
svc_latency_seconds_bucket{le="0.1"} 1
svc_latency_seconds_bucket{le="+Inf"} 2
svc_latency_seconds_sum 3
svc_latency_seconds_count 2
# TYPE svc_pause_seconds summary
svc_pause_seconds{quantile="0.5"} 0.1
svc_pause_seconds{quantile="0.99"} 0.2
svc_pause_seconds_sum 3
svc_pause_seconds_count 2
# TYPE svc_wait_seconds summary
svc_wait_seconds_sum 3
svc_wait_seconds_count 2
# TYPE svc_start_time_seconds gauge
svc_start_time_seconds 1.6e9
# TYPE svc_build_info gauge
svc_build_info{version="1.2"} 1
)";

void AutoDashboardTest::kinds()
{
    Head head;
    QVERIFY(test::loadExposition(head, kindsBody, target(), start) > 0);
    QVERIFY(test::loadExposition(head, kindsBody, target(), start + 10'000, 1) > 0);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 10'000);
    QCOMPARE(dashboard.id, std::string("auto-svc"));

    const PanelSpec *events = panelFor(dashboard, "svc_events_total");
    QVERIFY(events != nullptr);
    QCOMPARE(events->type(), PanelType::TimeSeries);
    QCOMPARE(events->title, std::string("Events"));
    QCOMPARE(events->field.unit.value_or(std::string()), std::string("eps"));
    QVERIFY(events->description.starts_with("Events seen."));
    QCOMPARE(
        events->queries.front().expr,
        std::string(R"(rate(svc_events_total{instance="localhost:1\"2", job="svc"}[$__rate_interval]))"));

    QCOMPARE(panelFor(dashboard, "svc_sent_bytes_total")->field.unit.value_or(std::string()),
             std::string("Bps"));
    QCOMPARE(panelFor(dashboard, "svc_sent_bytes_total")->queries.front().legend, std::string("{{peer}}"));
    QCOMPARE(panelFor(dashboard, "svc_queue_depth")->type(), PanelType::Stat);
    QCOMPARE(panelFor(dashboard, "svc_cache_hit_rate")->type(), PanelType::Gauge);
    QCOMPARE(panelFor(dashboard, "svc_temperature_celsius")->type(), PanelType::TimeSeries);
    QCOMPARE(panelFor(dashboard, "svc_temperature_celsius")->field.unit.value_or(std::string()),
             std::string("celsius"));
    QCOMPARE(panelFor(dashboard, "svc_latency_seconds:heatmap")->type(), PanelType::Heatmap);
    QCOMPARE(panelFor(dashboard, "svc_latency_seconds:quantiles")->queries.size(), std::size_t{3});
    QCOMPARE(panelFor(dashboard, "svc_latency_seconds:quantiles")->field.unit.value_or(std::string()),
             std::string("s"));
    QCOMPARE(panelFor(dashboard, "svc_pause_seconds")->queries.front().legend, std::string("{{quantile}}"));
    QVERIFY(panelFor(dashboard, "svc_wait_seconds")->queries.front().expr.find(" / ") != std::string::npos);
    // The program's own start is its uptime.
    QVERIFY(panelFor(dashboard, "vital:uptime")->queries.front().expr.starts_with("time() - "));
    QVERIFY(panelFor(dashboard, "svc_build_info") == nullptr);
    QCOMPARE(dashboard.panels.back().type(), PanelType::Table);
    QVERIFY(dashboard.panels.back().queries.front().expr.find("svc_build_info") != std::string::npos);
    QCOMPARE(emptyPanels(head, dashboard, start + 10'000), QString());
}

void AutoDashboardTest::ratios_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isGauge");
    QTest::addColumn<double>("max");
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("ratio by name") << QByteArray("x_used_ratio 0.3\n") << true << 1.0
                                   << QByteArray("percentunit");
    QTest::newRow("percent by name") << QByteArray("x_used_percent 30\n") << true << 100.0
                                     << QByteArray("percent");
    QTest::newRow("hit rate by HELP") << QByteArray("# HELP x_hit_rate Rate (0-100).\nx_hit_rate 0\n") << true
                                      << 100.0 << QByteArray("percent");
    QTest::newRow("hit rate by value")
        << QByteArray("x_hit_rate 55\n") << true << 100.0 << QByteArray("percent");
    QTest::newRow("hit rate as share")
        << QByteArray("x_hit_rate 0.5\n") << true << 1.0 << QByteArray("percentunit");
    QTest::newRow("out of range") << QByteArray("x_used_ratio 7\n") << false << 0.0
                                  << QByteArray("percentunit");
    QTest::newRow("negative") << QByteArray("x_used_percent -3\n") << false << 0.0 << QByteArray("percent");
    QTest::newRow("no ratio") << QByteArray("x_depth 0.5\n") << false << 0.0 << QByteArray("short");
}

void AutoDashboardTest::ratios()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isGauge);
    QFETCH(double, max);
    QFETCH(QByteArray, unit);
    Head head;
    QVERIFY(test::loadExposition(head, body, target(), start) == 1);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start);
    const PanelSpec &panel = dashboard.panels.back();
    QCOMPARE(panel.type() == PanelType::Gauge, isGauge);
    QCOMPARE(panel.field.max.value_or(0.0), max);
    QCOMPARE(QByteArray::fromStdString(panel.field.unit.value_or(std::string())), unit);
}

void AutoDashboardTest::mostActiveFirst()
{
    Head head;
    for (int i = 0; i < 5; ++i) {
        const QByteArray changing = QByteArray::number(i);
        const QByteArray body = "aaa_still 1\naaa_quiet 1\nzzz_busy " + changing + "\nzzz_idle 1\ngo_gc " +
                                changing + "\ngo_threads " + changing + "\n" +
                                // Of rules about this target: no metrics of it.
                                "ALERTS{alertname=\"A\"} 1\nALERTS_FOR_STATE{alertname=\"A\"} " + changing +
                                "\n";
        QVERIFY(test::loadExposition(head, body, target(), start + i * 1000) > 0);
    }
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 4000);
    QStringList order;
    for (const PanelSpec &panel : dashboard.panels)
        order += QString::fromStdString(panel.type() == PanelType::Row ? panel.title : panel.id);
    QCOMPARE(order.join(QLatin1Char(' ')),
             QStringLiteral("Zzz zzz_busy zzz_idle Aaa aaa_quiet aaa_still Go go_gc go_threads"));
}

void AutoDashboardTest::constantsComeLast()
{
    Head head;
    for (int i = 0; i <= 60; ++i) {
        const QByteArray body =
            "m_limit 7\nm_idle 0\nm_errors_total 0\nm_hit_ratio 0.5\nm_level " + QByteArray::number(i) + "\n";
        QVERIFY(test::loadExposition(head, body, target(), start + i * 1000) > 0);
    }
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 60'000);
    QVERIFY(panelFor(dashboard, "m_limit") == nullptr);
    QVERIFY(panelFor(dashboard, "m_idle") == nullptr);
    QVERIFY(panelFor(dashboard, "m_errors_total") == nullptr);
    QVERIFY(panelFor(dashboard, "m_hit_ratio") != nullptr);
    QVERIFY(panelFor(dashboard, "m_level") != nullptr);
    const PanelData table = ask(head, dashboard.panels.back(), start + 60'000, 1000);
    QCOMPARE(table.series.size(), std::size_t{3});
}

void AutoDashboardTest::manySeriesAreBroughtDown()
{
    QByteArray body;
    for (int i = 0; i < 60; ++i) {
        const QByteArray id = QByteArray::number(i);
        body += "req_total{code=\"" + QByteArray::number(i % 4) + "\",path=\"/" + id + "\"} 1\n";
        body += "hits_total{path=\"/" + id + "\"} 1\n";
        body += "load{path=\"/" + id + "\"} " + id + "\n";
    }
    Head head;
    QVERIFY(test::loadExposition(head, body, target(), start) > 0);
    QVERIFY(test::loadExposition(head, body, target(), start + 1000, 1) > 0);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 1000);
    const auto lines = [&](const char *id) {
        const PanelSpec *panel = panelFor(dashboard, id);
        return panel != nullptr ? ask(head, *panel, start + 1000, 1000).series.size() : 0;
    };
    QCOMPARE(lines("req_total"), std::size_t{4});
    QCOMPARE(lines("hits_total"), std::size_t{10});
    QCOMPARE(lines("load"), std::size_t{10});
}

void AutoDashboardTest::hostileNames()
{
    const QByteArray longName = QByteArray(3000, 'n');
    const QByteArray body = "{\"odd.name with \\\"quotes\\\"\",\"la.bel\"=\"<b>x</b>\"} 1\n"
                            "{\"odd.name with \\\"quotes\\\"\",\"la.bel\"=\"a\\nb\"} 2\n"
                            "{\"(.*)|+\"} 3\n"
                            "{\"weird_info\",\"x\"=\"}}{{\"} 1\n" +
                            longName + " 1\n";
    Head head;
    QVERIFY(test::loadExposition(head, body, target(), start) > 0);
    QVERIFY(test::loadExposition(head, body, target(), start + 1000, 1) > 0);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 1000);
    QCOMPARE(emptyPanels(head, dashboard, start + 1000), QString());
    for (const PanelSpec &panel : dashboard.panels)
        QVERIFY2(panel.title.size() < 100, panel.title.c_str());
}

/// By their form, for the classic format has no type for them.
void AutoDashboardTest::stateSets()
{
    Head head;
    const QByteArray body = "# TYPE mode gauge\nmode{mode=\"idle\"} 1\nmode{mode=\"hot\"} 0\n"
                            "# TYPE flags gauge\nflags{name=\"a\"} 1\nflags{name=\"b\"} 0\n";
    QVERIFY(test::loadExposition(head, body, target(), start) == 4);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start);
    const PanelSpec *mode = panelFor(dashboard, "mode");
    QVERIFY(mode != nullptr);
    QCOMPARE(mode->type(), PanelType::StateTimeline);
    QCOMPARE(mode->queries.front().legend, std::string("{{mode}}"));
    QCOMPARE(panelFor(dashboard, "flags")->type(), PanelType::TimeSeries);
    QCOMPARE(emptyPanels(head, dashboard, start), QString());
}

void AutoDashboardTest::nativeHistograms()
{
    Head head;
    const auto named = [](const char *name) {
        std::vector<Label> labels;
        for (const LabelView label : target())
            labels.push_back({std::string(label.name), std::string(label.value)});
        return Labels::withName(name, std::move(labels));
    };
    const Labels moving = named("shop_request_duration_seconds");
    const Labels standing = named("shop_sizes");
    for (int i = 0; i <= 30; ++i) {
        FloatHistogram histogram;
        histogram.schema = 0;
        histogram.positive.push(1, 5 + i);
        histogram.count = 5 + i;
        histogram.sum = 10 + 2 * i;
        const TimestampMs t = start + i * 1000;
        QVERIFY(
            head.append(head.seriesFor(moving), t, std::make_shared<const FloatHistogram>(histogram)).ok());
        histogram.positive = {};
        histogram.positive.push(1, 5);
        histogram.count = 5;
        QVERIFY(
            head.append(head.seriesFor(standing), t, std::make_shared<const FloatHistogram>(histogram)).ok());
        head.commit();
    }
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start + 30'000);
    const PanelSpec *heatmap = panelFor(dashboard, "shop_request_duration_seconds:heatmap");
    QVERIFY(heatmap != nullptr);
    QCOMPARE(heatmap->type(), PanelType::Heatmap);
    QVERIFY(!ask(head, *heatmap, start + 30'000, 1000).series.front().histograms.empty());
    const PanelSpec *quantiles = panelFor(dashboard, "shop_request_duration_seconds:quantiles");
    QVERIFY(quantiles != nullptr);
    QCOMPARE(quantiles->field.unit.value_or(std::string()), std::string("s"));
    QVERIFY(!ask(head, *quantiles, start + 30'000, 1000).series.front().samples.empty());
    QVERIFY(panelFor(dashboard, "vital:duration") != nullptr);
    QVERIFY(panelFor(dashboard, "shop_sizes:heatmap") == nullptr);
    QVERIFY(tableUnder(dashboard, "Unchanged so far").contains(QLatin1String("shop_sizes")));
}

void AutoDashboardTest::nothingThere()
{
    Head head;
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start);
    QVERIFY(dashboard.panels.empty());
    QCOMPARE(dashboard.title, std::string("svc"));
}

void AutoDashboardTest::onlyThisTarget()
{
    Head head;
    QVERIFY(test::loadExposition(head, "mine 1\n", target(), start) == 1);
    QVERIFY(test::loadExposition(head, "theirs 1\n", Labels(std::vector<Label>{{"job", "other"}}), start) ==
            1);
    const DashboardSpec dashboard = autoDashboard(*head.snapshot(), subject(), start);
    QVERIFY(panelFor(dashboard, "mine") != nullptr);
    QVERIFY(panelFor(dashboard, "theirs") == nullptr);
}

/// What another target says of a name, later too, changes nothing here.
void AutoDashboardTest::typesOfThisTarget()
{
    Head head;
    const Labels other({{"instance", "other"}, {"job", "other"}});
    for (int i = 0; i < 2; ++i) {
        const TimestampMs t = start + i * 10'000;
        QVERIFY(test::loadExposition(head, "# TYPE depth gauge\ndepth 4\n", target(), t, i) == 1);
        QVERIFY(test::loadExposition(head, "# TYPE depth counter\ndepth 4\n", other, t, i) == 1);
    }
    const auto dashboard = [&head](const Labels &of) {
        return autoDashboard(*head.snapshot(), {"auto-svc", "svc", of}, start + 10'000);
    };
    const DashboardSpec ours = dashboard(target());
    const DashboardSpec theirs = dashboard(other);
    QVERIFY(panelFor(ours, "depth") != nullptr && panelFor(theirs, "depth") != nullptr);
    QVERIFY(!panelFor(ours, "depth")->queries.front().expr.starts_with("rate("));
    QVERIFY(panelFor(theirs, "depth")->queries.front().expr.starts_with("rate("));
}

void AutoDashboardTest::twoThousandFamilies()
{
    QByteArray body;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray name =
            "area" + QByteArray::number(i % 40) + "_thing" + QByteArray::number(i) + "_total";
        body += "# HELP " + name + " Help.\n# TYPE " + name + " counter\n";
        for (const char *kind : {"a", "b", "c"})
            body += name + "{kind=\"" + kind + "\"} " + QByteArray::number(i) + "\n";
    }
    Head head;
    for (int scrape = 0; scrape < 60; ++scrape)
        QVERIFY(test::loadExposition(head, body, target(), start + scrape * 1000, scrape) == 6000);
    const auto snapshot = head.snapshot();
    QElapsedTimer timer;
    timer.start();
    const DashboardSpec dashboard = autoDashboard(*snapshot, subject(), start + 60'000);
    const qint64 elapsed = timer.elapsed();
    QVERIFY(drawnPanels(dashboard) >= 30);
    QVERIFY(drawnPanels(dashboard) <= mostDrawn);
    QVERIFY(dashboard.panels.size() < 200);
    const QString all = allExpressions(dashboard);
    for (int i = 0; i < 2000; ++i)
        QVERIFY2(all.contains(QStringLiteral("_thing%1_total").arg(i)), qPrintable(QString::number(i)));
    qInfo("2000 families, 6000 series, 60 scrapes: %lld ms", static_cast<long long>(elapsed));
}

SIGHTGLASS_TEST(AutoDashboardTest)

} // namespace

#include "autodashboardtest.moc"
