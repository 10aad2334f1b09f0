// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/queryengine.h"
#include "model/scrape/collector.h"
#include "model/scrape/systemclock.h"
#include "parser/promql/parse.h"
#include "tests/conformance/prometheusclient.h"
#include "tests/conformance/recordedendpoint.h"
#include "tests/support/demoprocess.h"
#include "tests/support/peer.h"
#include "tests/support/querygenerator.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QTest>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <memory>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr int pages = 40;
constexpr std::int64_t pageStepMs = 15'000;
constexpr int queries = 400;
constexpr int depth = 3;
/// Samples lie off every round time, and queries off the samples: no window begins exactly on a sample,
/// because Prometheus 2 still counted that one in (ranges and lookback are left-open since version 3).
constexpr std::int64_t sampleOffsetMs = 3'123;
constexpr std::int64_t queryOffsetMs = 7;

const std::vector<std::string> &reportSeries()
{
    static const std::vector<std::string> names{"up", "scrape_duration_seconds", "scrape_samples_scraped",
                                                "scrape_samples_post_metric_relabeling",
                                                "scrape_series_added"};
    return names;
}

/// Debian's Prometheus and our own collector read the same recorded pages of real programs at the same time,
/// with the same timestamps; then both are asked the same random queries.
class DifferentialTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAnswers();

private:
    void recordPages();
    void startReaders();
    [[nodiscard]] bool allRead() const;
    [[nodiscard]] std::string compare(const std::string &query, const PrometheusClient &client, int index);

    Peer m_node;
    Peer m_observed;
    DemoProcess m_demo;
    Peer m_prometheus;
    HttpServer m_server;
    std::array<RecordedEndpoint, 3> m_endpoints{RecordedEndpoint("node"), RecordedEndpoint("prometheus"),
                                                RecordedEndpoint("demo")};
    TimestampMs m_base = 0;
    std::unique_ptr<Collector> m_collector;
    std::shared_ptr<const Snapshot> m_snapshot;
    int m_withSeries = 0;
};

void DifferentialTest::initTestCase()
{
    for (const char *name : {"prometheus", "prometheus-node-exporter"}) {
        if (peerProgram(QString::fromLatin1(name)).isEmpty())
            QSKIP(qPrintable(peerSkipText(QString::fromLatin1(name))));
    }
    QVERIFY(m_node.startNodeExporter());
    QVERIFY(m_observed.startPrometheus(
        "global: {scrape_interval: 1s}\n"
        "scrape_configs: [{job_name: itself, static_configs: [{targets: ['127.0.0.1:1']}]}]\n"));
    QVERIFY2(m_demo.start({QStringLiteral("--scenario"), QStringLiteral("burst")}),
             qPrintable(m_demo.errorText()));
    recordPages();
    startReaders();
}

void DifferentialTest::recordPages()
{
    const TimestampMs now = QDateTime::currentMSecsSinceEpoch();
    m_base = (now / pageStepMs - pages) * pageStepMs + sampleOffsetMs;
    const QUrl urls[] = {m_node.url(), m_observed.url(), QUrl(m_demo.url())};
    for (int page = 0; page < pages; ++page) {
        for (std::size_t i = 0; i < m_endpoints.size(); ++i)
            QVERIFY(m_endpoints[i].record(urls[i], m_base + page * pageStepMs));
        QTest::qWait(50); // the programs are to do something between two pages
    }
}

void DifferentialTest::startReaders()
{
    QByteArray configuration = "global: {scrape_interval: 100ms, scrape_timeout: 100ms}\nscrape_configs:\n";
    std::vector<TargetConfig> targets;
    for (RecordedEndpoint &endpoint : m_endpoints) {
        endpoint.serveTo(m_server, "theirs");
        endpoint.serveTo(m_server, "ours");
        const QByteArray path = endpoint.pathFor("theirs").toUtf8();
        configuration += "- job_name: '" + path.split('/').at(1) + "'\n  metrics_path: " + path +
                         "\n  static_configs: [{targets: ['127.0.0.1:" + QByteArray::number(m_server.port()) +
                         "']}]\n";
        TargetConfig target;
        target.id = endpoint.pathFor("ours");
        target.url = m_server.url(endpoint.pathFor("ours"));
        target.name = QString::fromUtf8(path.split('/').at(1));
        target.intervalMs = minScrapeIntervalMs;
        targets.push_back(target);
    }
    m_collector = std::make_unique<Collector>(std::make_shared<SystemClock>(), CollectorOptions{{}, 20});
    connect(m_collector.get(), &Collector::tick, this,
            [this](const CollectorTick &tick) { m_snapshot = tick.snapshot; });
    m_collector->setTargets(targets);
    QVERIFY(m_prometheus.startPrometheus(configuration));
    QTRY_VERIFY_WITH_TIMEOUT(allRead(), 60'000);
    m_collector.reset();
}

bool DifferentialTest::allRead() const
{
    return std::ranges::all_of(m_endpoints, [](const RecordedEndpoint &endpoint) {
        return endpoint.isReadBy("ours") && endpoint.isReadBy("theirs");
    });
}

std::string DifferentialTest::compare(const std::string &query, const PrometheusClient &client, int index)
{
    const auto expr = promql::parseExpr(query);
    if (!expr)
        return "does not parse: " + plainText(expr.error());
    const QueryEngine engine;
    const TimestampMs first = m_base + 18 * pageStepMs + queryOffsetMs;
    const StepRange steps{first, first + 15 * pageStepMs, 2 * pageStepMs};
    const bool instant = index % 2 == 0;
    const Answer ours = instant ? answerOf(engine.instant(*m_snapshot, **expr, first), first)
                                : answerOf(engine.range(*m_snapshot, **expr, steps), first);
    m_withSeries += ours.series.empty() ? 0 : 1;
    return firstDifference(ours, instant ? client.instant(query, first) : client.range(query, steps));
}

void DifferentialTest::sameAnswers()
{
    QVERIFY(m_snapshot);
    const QueryVocabulary vocabulary = QueryVocabulary::of(*m_snapshot, reportSeries());
    QVERIFY2(vocabulary.metrics.size() >= 150, qPrintable(QString::number(vocabulary.metrics.size())));
    const quint64 seed =
        qEnvironmentVariableIntValue("SIGHTGLASS_TEST_SEED"); // others than 0: to look further by hand
    QueryGenerator generator(vocabulary, QueryGenerator::seeded(seed),
                             QueryGenerator::Language::SharedWithPrometheus2);
    const PrometheusClient client(m_prometheus.url(QStringLiteral("/")));
    for (int i = 0; i < queries; ++i) {
        const std::string query = generator.query(depth);
        const std::string difference = compare(query, client, i);
        QVERIFY2(difference.empty(), (query + "\n" + difference).c_str());
    }
    QVERIFY2(m_withSeries > queries / 2, qPrintable(QString::number(m_withSeries)));
}

} // namespace

SIGHTGLASS_TEST(DifferentialTest)

#include "differentialtest.moc"
