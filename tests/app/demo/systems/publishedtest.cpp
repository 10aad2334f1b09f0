// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/exposablemetrics.h"
#include "app/demo/systems/systemtable.h"
#include "model/assist/explain.h"
#include "model/storage/head.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::demo;
using namespace std::chrono_literals;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::int64_t scrapeMs = 15'000;
constexpr int scrapes = 80;

/// What has been published for the six systems, pasted: what is right is let alone, and what is wrong is
/// explained and mended.
class PublishedTest : public test::TestCase
{
    Q_OBJECT

private:
    Explanation explain(const std::string &query)
    {
        return explainQuery(query, {*m_snapshot, *m_catalog, {}, m_now, scrapeMs, {scrapeMs, 4 * scrapeMs}});
    }

    void loadModels();
    void loadObserver();

    Head m_head;
    TimestampMs m_now = start + (scrapes - 1) * scrapeMs;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const MetricCatalog> m_catalog;

private Q_SLOTS:
    void initTestCase();
    void rightExpressions_data();
    void rightExpressions();
    void wrongExpressions_data();
    void wrongExpressions();
    void timesAreNoNumbers_data();
    void timesAreNoNumbers();
};

void PublishedTest::initTestCase()
{
    loadModels();
    loadObserver();
    m_snapshot = m_head.snapshot();
    m_catalog = MetricCatalog::of(*m_snapshot);
    QVERIFY(m_catalog != nullptr);
}

void PublishedTest::loadModels()
{
    for (const SystemEntry &entry : systemTable()) {
        if (entry.makeModel == nullptr)
            continue;
        const Labels target({{"instance", std::string(entry.name)}, {"job", "demo"}});
        const auto model = entry.makeModel(1);
        for (int i = 0; i < scrapes; ++i) {
            for (int step = 0; step < 15; ++step)
                model->step(1, {});
            const QByteArray page = QByteArray::fromStdString(model->metrics().text());
            QVERIFY(test::loadExposition(m_head, page, target, start + i * scrapeMs) > 0);
        }
    }
}

/// Its instrumentation without its work.
void PublishedTest::loadObserver()
{
    MetricsConfig config;
    config.naming = Naming::Plain;
    const auto metrics = makeMetrics(config);
    const Labels target({{"instance", "plain"}, {"job", "demo"}});
    for (int i = 0; i < scrapes; ++i) {
        for (int k = 0; k < 20; ++k) {
            metrics->eventProcessed(12ms);
            metrics->actionFinished(ActionType::Webhook, 7, std::nullopt, 30ms);
        }
        metrics->actionFinished(ActionType::Webhook, 8, ActionError::Timeout, 2s);
        metrics->stateRead({.queueDepth = 11, .cacheHitPercent = 87.5});
        const QByteArray page = QByteArray::fromStdString(metrics->text());
        QVERIFY(test::loadExposition(m_head, page, target, start + i * scrapeMs) > 0);
    }
}

void PublishedTest::rightExpressions_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"rate(events_processed_total[5m])",
                              "rate(action_success_total[5m]) / rate(actions_executed_total[5m])",
                              "queue_depth",
                              "cache_hit_rate",
                              "histogram_quantile(0.99, sum by (le) (rate(action_duration_ms_bucket[5m])))",
                              "(rate(action_failure_total[5m]) / rate(actions_executed_total[5m])) > 0.05",
                              "queue_depth > 1000",
                              "cache_hit_rate < 50",
                              "histogram_quantile(0.95, sum by (le) "
                              "(rate(allsource_ingestion_duration_seconds_bucket[5m]))) > 0.1",
                              "rate(allsource_ingestion_errors_total[5m]) > 0.01",
                              "allsource_storage_size_bytes > 10000000000",
                              "(sellify_quota_messages_today / 200) * 100",
                              "sum(rate(sellify_validation_results{result=\"valid\"}[5m])) / "
                              "sum(rate(sellify_validation_results[5m])) * 100",
                              "increase(sellify_quota_resets_total[24h])",
                              "rate(sellify_decisions_total[5m])",
                              "rate(sellify_validation_results{result=\"invalid\"}[5m])",
                              "rate(sellify_ai_generation_duration_seconds_sum[5m]) / "
                              "rate(sellify_ai_generation_duration_seconds_count[5m])",
                              "sellify_quota_messages_today > 180",
                              "sum(rate(sellify_validation_results{result=\"invalid\"}[5m])) / "
                              "sum(rate(sellify_validation_results[5m])) > 0.1",
                              "increase(sellify_quota_resets_total{reset_type=\"daily\"}[24h]) < 1 "
                              "and ignoring (reset_type) sellify_quota_messages_today > 0"})
        QTest::newRow(query) << QByteArray(query);
}

/// Of an alert there is nothing to say but that it does not fire.
void PublishedTest::rightExpressions()
{
    QFETCH(QByteArray, query);
    const Explanation explanation = explain(query.toStdString());
    QVERIFY(!explanation.error);
    for (const Finding &finding : explanation.findings)
        QVERIFY2(finding.kind == FindingKind::ComparisonDropsAll, findingText(finding).c_str());
}

void PublishedTest::wrongExpressions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<FindingKind>("kind");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *query, FindingKind kind, const char *says, const char *mended) {
        QTest::newRow(query) << QByteArray(query) << kind << QByteArray(says) << QByteArray(mended);
    };
    row("histogram_quantile(0.99, action_duration_ms)", FindingKind::BareHistogram,
        "action_duration_ms_bucket",
        "histogram_quantile(0.99, sum by (le) (rate(action_duration_ms_bucket[1m])))");
    row("histogram_quantile(0.95, allsource_ingestion_duration_seconds) > 0.1", FindingKind::BareHistogram,
        "allsource_ingestion_duration_seconds_bucket",
        "histogram_quantile(0.95, sum by (le) (rate(allsource_ingestion_duration_seconds_bucket[1m]))) > "
        "0.1");
    row("time() - sellify_quota_messages_today{} > 86400 AND sellify_quota_messages_today > 0",
        FindingKind::ClockAgainstNumber, "sellify_quota_messages_today does not look like a time",
        "resets(sellify_quota_messages_today{}[1d]) == 0 AND sellify_quota_messages_today > 0");
    // What is said to be meant: without ignoring (reset_type) it never fires either.
    row("increase(sellify_quota_resets_total{reset_type=\"daily\"}[24h]) < 1 and "
        "sellify_quota_messages_today > 0",
        FindingKind::JoinLabelsDiffer, "Only left: reset_type",
        "increase(sellify_quota_resets_total{reset_type=\"daily\"}[24h]) < 1 and on (instance, job) "
        "sellify_quota_messages_today > 0");
    // Gauges in spite of their names, and counters in spite of theirs.
    row("rate(allsource_storage_events_total[5m])", FindingKind::RateOfGauge,
        "allsource_storage_events_total", "deriv(allsource_storage_events_total[5m])");
    row("increase(allsource_parquet_files_total[5m])", FindingKind::RateOfGauge, "a gauge",
        "delta(allsource_parquet_files_total[5m])");
    row("rate(allsource_query_results_total[5m])", FindingKind::RateOfGauge, "a gauge",
        "deriv(allsource_query_results_total[5m])");
    row("delta(allsource_projection_events_processed[5m])", FindingKind::DeltaOfCounter, "a counter",
        "increase(allsource_projection_events_processed[5m])");
    row("sum by (result) (sellify_validation_results)", FindingKind::RawCounter, "a counter",
        "sum by (result) (rate(sellify_validation_results[1m]))");
    row("rate(control_plane_core_events_total[5m])", FindingKind::RateOfGauge, "a gauge",
        "deriv(control_plane_core_events_total[5m])");
}

void PublishedTest::wrongExpressions()
{
    QFETCH(QByteArray, query);
    QFETCH(FindingKind, kind);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, mended);
    const Explanation explanation = explain(query.toStdString());
    QByteArray texts;
    const Finding *found = nullptr;
    for (const Finding &finding : explanation.findings) {
        texts += QByteArray::fromStdString(findingText(finding)) + '\n';
        found = finding.kind == kind && found == nullptr ? &finding : found;
    }
    QVERIFY2(found != nullptr, texts.constData());
    QVERIFY2(QByteArray::fromStdString(findingText(*found)).contains(says), texts.constData());
    QVERIFY(!found->mends.empty());
    const std::string after = sightglass::mended(query.toStdString(), found->mends.front());
    QCOMPARE(QByteArray::fromStdString(after), mended);
    // What is mended is let alone.
    for (const Finding &finding : explain(after).findings)
        QVERIFY2(finding.kind == FindingKind::ComparisonDropsAll || finding.kind == FindingKind::EmptiesHere,
                 findingText(finding).c_str());
}

void PublishedTest::timesAreNoNumbers_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *query, const char *mended) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(mended);
    };
    row("time() - streamhouse_agents_active", "time() - timestamp(streamhouse_agents_active)");
    row("(time()) - max by (topic) (streamhouse_consumer_lag) > 300",
        "resets(streamhouse_consumer_lag[5m]) == 0");
    row("time() - streamhouse_segment_flushes_total >= 60",
        "increase(streamhouse_segment_flushes_total[1m]) == 0");
    row("streamhouse_agents_active > time()", "timestamp(streamhouse_agents_active) > time()");
    // An age that is none of the metric, and a name that says a time.
    row("time() - 3600", "");
    row("time() - streamhouse_uptime_seconds", "");
    row("time() - timestamp(streamhouse_agents_active)", "");
}

void PublishedTest::timesAreNoNumbers()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, mended);
    const Explanation explanation = explain(query.toStdString());
    const auto found =
        std::find_if(explanation.findings.begin(), explanation.findings.end(),
                     [](const Finding &f) { return f.kind == FindingKind::ClockAgainstNumber; });
    QCOMPARE(found == explanation.findings.end(), mended.isEmpty());
    if (!mended.isEmpty())
        QCOMPARE(QByteArray::fromStdString(sightglass::mended(query.toStdString(), found->mends.front())),
                 mended);
}

} // namespace

SIGHTGLASS_TEST(PublishedTest)

#include "publishedtest.moc"
