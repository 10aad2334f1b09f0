// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"
#include "model/scrape/collector.h"
#include "model/scrape/configfollower.h"
#include "model/scrape/systemclock.h"
#include "parser/promql/parse.h"
#include "tests/conformance/prometheusclient.h"
#include "tests/support/demoprocess.h"
#include "tests/support/httpserver.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int readyWithinMs = 60'000;
constexpr int answerWithinMs = 30'000;

/// What Prometheus says of a scrape and what cannot be the same in two programs.
constexpr const char *notCompared = "scrape_duration_seconds";

struct Page
{
    QByteArray body;
    QByteArray contentType;
};

/// What an endpoint answers to a request with this Accept header.
Page fetched(const QUrl &url, const QByteArray &accept)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(answerWithinMs);
    request.setRawHeader("Accept", accept);
    QNetworkReply *reply = manager.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->readAll(), reply->header(QNetworkRequest::ContentTypeHeader).toByteArray()};
}

bool pushed(const QUrl &url, const QByteArray &metrics)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(answerWithinMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
    QNetworkReply *reply = manager.put(request, metrics);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError;
}

/// le="1" as le="1.0": Prometheus 3 writes the bounds of all formats as OpenMetrics does, 2 left them as they
/// were.
Answer withWholeBounds(const Answer &answer)
{
    static const QRegularExpression whole(QStringLiteral("\\b(le|quantile)=\"(-?\\d+)\""));
    Answer written = answer;
    written.series.clear();
    for (const auto &[series, samples] : answer.series) {
        QString name = QString::fromStdString(series);
        name.replace(whole, QStringLiteral("\\1=\"\\2.0\""));
        written.series.emplace(name.toStdString(), samples);
    }
    return written;
}

QStringList namesIn(const Answer &answer)
{
    QStringList all;
    for (const auto &[series, samples] : answer.series)
        all << QString::fromStdString(series);
    return all;
}

/// Whether one of the samples is the value, or it lies between the least and the largest of them.
bool liesAmong(double value, const std::vector<Sample> &samples)
{
    const auto [least, largest] =
        std::ranges::minmax_element(samples, [](const Sample &a, const Sample &b) { return a.v < b.v; });
    return std::ranges::any_of(samples,
                               [&](const Sample &sample) {
                                   return sample.v == value || (std::isnan(sample.v) && std::isnan(value));
                               }) ||
           (least->v <= value && value <= largest->v);
}

/// By its name: a counter, or a part of a histogram.
bool countsUp(const std::string &series)
{
    const std::string name = series.substr(0, series.find('{'));
    return name.ends_with("_total") || name.ends_with("_bucket") || name.ends_with("_count");
}

/// Jobs over pages that stand still, one for each thing that a scrape config decides. %1 stands for the
/// address of the server of the pages.
constexpr const char *jobsOfPages = R"(
- {job_name: node, metrics_path: /node, static_configs: [{targets: ['%1'], labels: {env: test, empty: ''}}]}
- {job_name: prometheus, metrics_path: /prometheus, static_configs: [{targets: ['%1']}]}
- {job_name: alertmanager, metrics_path: /alertmanager, static_configs: [{targets: ['%1']}]}
- {job_name: demo, metrics_path: /demo, static_configs: [{targets: ['%1']}]}
- {job_name: openmetrics, metrics_path: /openmetrics, static_configs: [{targets: ['%1']}]}
- {job_name: pushed, metrics_path: /pushgateway, static_configs: [{targets: ['%1']}]}
- {job_name: honored, metrics_path: /pushgateway, honor_labels: true, static_configs: [{targets: ['%1']}]}
- {job_name: times, metrics_path: /times, static_configs: [{targets: ['%1']}]}
- {job_name: ownTimes, metrics_path: /times, honor_timestamps: false, static_configs: [{targets: ['%1']}]}
- {job_name: broken, metrics_path: /broken, static_configs: [{targets: ['%1']}]}
- {job_name: missing, metrics_path: /missing, static_configs: [{targets: ['%1']}]}
- {job_name: tooMany, metrics_path: /node, sample_limit: 10, static_configs: [{targets: ['%1']}]}
- {job_name: tooManyLabels, metrics_path: /node, label_limit: 3, static_configs: [{targets: ['%1']}]}
- {job_name: tooLong, metrics_path: /node, label_value_length_limit: 20, static_configs: [{targets: ['%1']}]}
- {job_name: tooLarge, metrics_path: /node, body_size_limit: 1KB, static_configs: [{targets: ['%1']}]}
- job_name: parameters
  metrics_path: /parameters
  params: {'collect[]': [cpu, 'a b'], x: ['1']}
  static_configs: [{targets: ['%1']}]
- job_name: relabelled
  static_configs: [{targets: ['%1', 'dropped.example:1'], labels: {page: prometheus, Zone: 'EU-1', __meta_x: y}}]
  relabel_configs:
  - {source_labels: [__address__], regex: 'dropped.*', action: drop}
  - {source_labels: [page], regex: '(.*)', target_label: __metrics_path__, replacement: '/$1'}
  - {source_labels: [Zone], target_label: zone_lower, action: lowercase}
  - {source_labels: [Zone], target_label: zone_upper, action: uppercase}
  - {regex: '__meta_(.+)', replacement: 'meta_${1}', action: labelmap}
  - {source_labels: [__address__, page], separator: '|', modulus: 8, target_label: shard, action: hashmod}
  - {regex: Zone, action: labeldrop}
  - {target_label: instance, replacement: 'named by hand'}
  metric_relabel_configs:
  - {source_labels: [__name__], regex: 'go_gc_.*|prometheus_tsdb_blocks.*', action: drop}
  - {source_labels: [__name__], regex: '(go|prometheus|promhttp|up|scrape|process|net)_?.*', action: keep}
  - {source_labels: [__name__], regex: 'prometheus_(.*)_total', target_label: __name__, replacement: 'total:$1'}
  - {source_labels: [code], regex: '(.)..', target_label: class, replacement: '${1}xx'}
  - {regex: 'quantile', action: labeldrop}
)";

/// And one over the programs themselves.
constexpr const char *jobOfPrograms = R"(
- job_name: live
  static_configs: [{targets: [%1]}]
)";

/// Debian's Prometheus and our own collector follow the same prometheus.yml at the same time: they come to
/// the same series with the same labels and values.
class ScrapeDifferentialTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void samePages();
    void sameVerdicts_data();
    void sameVerdicts();
    void samePrograms();

private:
    void servePages();
    void readBoth(const QByteArray &configuration);
    [[nodiscard]] bool oursAreScraped() const;
    [[nodiscard]] Answer ours(const std::string &query, TimestampMs t) const;
    [[nodiscard]] Answer theirs(const std::string &query, TimestampMs t) const
    {
        return withWholeBounds(PrometheusClient(m_prometheus.url(QStringLiteral("/"))).instant(query, t));
    }

    Peer m_node;
    Peer m_alertmanager;
    Peer m_pushgateway;
    Peer m_observed;
    DemoProcess m_demo;
    Peer m_prometheus;
    HttpServer m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<ConfigFollower> m_follower;
    std::unique_ptr<Collector> m_collector;
    CollectorTick m_tick;
    TimestampMs m_asked = 0; ///< when both are asked
};

void ScrapeDifferentialTest::initTestCase()
{
    for (const char *name :
         {"prometheus", "prometheus-node-exporter", "prometheus-alertmanager", "prometheus-pushgateway"}) {
        if (peerProgram(QString::fromLatin1(name)).isEmpty())
            QSKIP(qPrintable(peerSkipText(QString::fromLatin1(name))));
    }
    QVERIFY(m_node.startNodeExporter());
    QVERIFY(m_alertmanager.startAlertmanager());
    QVERIFY(m_pushgateway.startPushgateway());
    QVERIFY(m_observed.startPrometheus("global: {scrape_interval: 1s}\n"));
    QVERIFY2(m_demo.start({}), qPrintable(m_demo.errorText()));
    QVERIFY(pushed(m_pushgateway.url(QStringLiteral("/metrics/job/batch/instance/worker 1/zone@base64/YS9i")),
                   "# TYPE rows_total counter\nrows_total{table=\"users\"} 12\n"
                   "# TYPE took_seconds summary\ntook_seconds{quantile=\"0.5\"} 0.25\ntook_seconds_sum 3\n"
                   "took_seconds_count 7\nodd_value NaN\nlarge_value +Inf\n"));
    servePages();
    QByteArray targets;
    for (const Peer *peer : {&m_node, &m_alertmanager, &m_pushgateway, &m_observed})
        targets += "'127.0.0.1:" + QByteArray::number(peer->port()) + "', ";
    targets += '\'' + QUrl(m_demo.url()).authority().toUtf8() + '\'';
    const QByteArray server = "127.0.0.1:" + QByteArray::number(m_server.port());
    readBoth("global: {scrape_interval: 500ms, scrape_timeout: 500ms}\nscrape_configs:\n" +
             QByteArray(jobsOfPages).replace("%1", server) +
             QByteArray(jobOfPrograms).replace("%1", targets));
}

/// The programs' pages as they are at this moment, to be had again and again.
void ScrapeDifferentialTest::servePages()
{
    const auto serve = [this](const QByteArray &path, const Page &page) {
        QVERIFY2(page.body.size() > 100, path.constData());
        m_server.serve(path, HttpAnswer::page(page.body, page.contentType));
    };
    const QByteArray text = "text/plain;version=0.0.4";
    serve("/node", fetched(m_node.url(), text));
    serve("/prometheus", fetched(m_observed.url(), text));
    serve("/alertmanager", fetched(m_alertmanager.url(), text));
    serve("/pushgateway", fetched(m_pushgateway.url(), text));
    serve("/demo", fetched(QUrl(m_demo.url()), text));
    m_server.serve(
        "/openmetrics",
        HttpAnswer::page("# TYPE requests counter\n# HELP requests So many.\n"
                         "requests_total{code=\"200\"} 5 # {trace_id=\"abc\"} 1 1700000000.5\n"
                         "requests_created{code=\"200\"} 1.7e9\n"
                         "# TYPE size_bytes histogram\n# UNIT size_bytes bytes\n"
                         "size_bytes_bucket{le=\"1\"} 1\nsize_bytes_bucket{le=\"10.0\"} 2\n"
                         "size_bytes_bucket{le=\"+Inf\"} 3\nsize_bytes_sum 20.5\nsize_bytes_count 3\n"
                         "# TYPE state stateset\nstate{state=\"on\"} 1\nstate{state=\"off\"} 0\n"
                         "# TYPE build info\nbuild_info{version=\"1\"} 1\n# EOF\n",
                         "application/openmetrics-text; version=1.0.0; charset=utf-8"));
    const QByteArray now = QByteArray::number(SystemClock().nowMs() - 2'000);
    m_server.serve("/times", HttpAnswer::page("with_time 1 " + now + "\nwithout_time 2\nold_time 3 1000\n"));
    m_server.serve("/broken", HttpAnswer::page("good 1\nbad{ 2\n"));
    m_server.serve("/parameters", [](const HttpRequest &request) {
        // A blank may be written in two ways.
        const QUrl asked(QString::fromUtf8(QByteArray(request.path).replace("%20", "+")));
        return HttpAnswer::page("asked{query=\"" + asked.query(QUrl::FullyDecoded).toUtf8() + "\"} 1\n");
    });
}

void ScrapeDifferentialTest::readBoth(const QByteArray &configuration)
{
    QFile file(m_folder.filePath(QStringLiteral("prometheus.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(configuration) == configuration.size());
    file.close();
    m_collector = std::make_unique<Collector>(std::make_shared<SystemClock>(), CollectorOptions{{}, 20});
    connect(m_collector.get(), &Collector::tick, this, [this](const CollectorTick &tick) { m_tick = tick; });
    m_follower = std::make_unique<ConfigFollower>(file.fileName());
    connect(m_follower.get(), &ConfigFollower::changed, this,
            [this] { m_collector->setTargets(m_follower->state().targets); });
    m_follower->start();
    QVERIFY(m_prometheus.startPrometheus(configuration));
    QTRY_VERIFY_WITH_TIMEOUT(oursAreScraped(), readyWithinMs);
    QVERIFY2(!m_follower->state().broken, "the configuration is broken");
    const auto scraped = static_cast<double>(m_tick.targets.size());
    const auto theirsAreScraped = [&] {
        const Answer answer = theirs("sum(count_over_time(up[1h]) >= bool 3)", SystemClock().nowMs());
        return answer.series.size() == 1 && answer.series.begin()->second.front().v == scraped;
    };
    QTRY_VERIFY_WITH_TIMEOUT(theirsAreScraped(), readyWithinMs);
    m_asked = SystemClock().nowMs();
    QTRY_VERIFY_WITH_TIMEOUT(m_tick.at > m_asked + 1'000, readyWithinMs);
}

bool ScrapeDifferentialTest::oursAreScraped() const
{
    return m_tick.targets.size() > 15 && std::ranges::all_of(m_tick.targets, [](const TargetStatus &status) {
               return status.scrapes >= 3;
           });
}

Answer ScrapeDifferentialTest::ours(const std::string &query, TimestampMs t) const
{
    const auto expr = promql::parseExpr(query);
    return expr ? answerOf(QueryEngine().instant(*m_tick.snapshot, **expr, t), t) : Answer();
}

void ScrapeDifferentialTest::samePages()
{
    const std::string all = std::string(R"({job!~"live|",__name__!~")") + notCompared + "\"}";
    const Answer mine = ours(all, m_asked);
    QVERIFY2(mine.series.size() > 1000, qPrintable(QString::number(mine.series.size())));
    const std::string difference = firstDifference(mine, theirs(all, m_asked));
    QVERIFY2(difference.empty(), difference.c_str());
}

void ScrapeDifferentialTest::sameVerdicts_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<double>("up");
    for (const char *job : {"node", "prometheus", "alertmanager", "demo", "openmetrics", "pushed", "honored",
                            "times", "ownTimes", "parameters", "relabelled"})
        QTest::newRow(job) << QString::fromLatin1(job) << 1.0;
    for (const char *job : {"broken", "missing", "tooMany", "tooManyLabels", "tooLong", "tooLarge"})
        QTest::newRow(job) << QString::fromLatin1(job) << 0.0;
}

/// What the jobs are there for happened: nothing is compared with nothing.
void ScrapeDifferentialTest::sameVerdicts()
{
    QFETCH(QString, job);
    const Answer answer = ours("up{job=\"" + job.toStdString() + "\"}", m_asked);
    QCOMPARE(answer.series.size(), std::size_t{1});
    QTEST(answer.series.begin()->second.front().v, "up");
    const Answer samples = ours("{job=\"" + job.toStdString() + "\"}", m_asked);
    QCOMPARE(samples.series.size() > 5, answer.series.begin()->second.front().v > 0);
}

/// The programs go on working between two scrapes: the series are the same, and each of their values lies
/// between the ones that we saw around that time, but for a few gauges that go up and down.
void ScrapeDifferentialTest::samePrograms()
{
    const std::string live = std::string(R"({job="live",__name__!~")") + notCompared + "|scrape_.*\"}";
    const Answer other = theirs(live, m_asked);
    QVERIFY(other.series.size() > 300);
    QCOMPARE(namesIn(ours(live, m_asked)), namesIn(other));
    const Answer around = ours(live + "[4s]", m_asked + 1'000);
    int apart = 0;
    for (const auto &[series, samples] : other.series) {
        const bool between = liesAmong(samples.front().v, around.series.at(series));
        const bool counts = countsUp(series);
        QVERIFY2(between || !counts, series.c_str());
        apart += between ? 0 : 1;
    }
    QVERIFY2(apart < static_cast<int>(other.series.size()) / 20, qPrintable(QString::number(apart)));
}

} // namespace

SIGHTGLASS_TEST(ScrapeDifferentialTest)

#include "scrapedifferentialtest.moc"
