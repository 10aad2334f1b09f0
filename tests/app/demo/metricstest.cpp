// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/exposablemetrics.h"
#include "parser/exposition/expositioncheck.h"
#include "tests/app/demo/expositiontext.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;

QString promtoolPath()
{
    const QString path = QStringLiteral(SIGHTGLASS_PEERS_DIR "/usr/bin/promtool");
    return QFile::exists(path) ? path : QString();
}

QByteArray textOf(const ExposableMetrics &metrics)
{
    return QByteArray::fromStdString(metrics.text());
}

/// Everything that can happen, once.
void touchEverything(PipelineObserver &metrics)
{
    using Lookup = PipelineObserver::Lookup;
    for (const Lookup outcome : {Lookup::Hit, Lookup::Miss}) {
        metrics.dedupChecked(outcome);
        metrics.cacheLookedUp(outcome);
    }
    metrics.cacheEvicted(3);
    metrics.eventProcessed(20ms);
    for (const EventError error : allEventErrors)
        metrics.eventFailed(error);
    for (const ActionType type : allActionTypes) {
        metrics.actionFinished(type, 7, std::nullopt, 50ms);
        for (const ActionError error : allActionErrors)
            metrics.actionFinished(type, 8, error, 2s);
    }
    metrics.jobEnqueued();
    metrics.jobProcessed();
    metrics.jobRetried();
    metrics.jobDeadLettered();
    metrics.checkpointSaved(3ms);
    metrics.checkpointRecovered();
    metrics.stateRead({.queueDepth = 11,
                       .eventsInFlight = 4,
                       .deadLetters = 5,
                       .cacheBytes = 6'000,
                       .cacheHitPercent = 87.5,
                       .dedupHitPercent = 8.25});
}

class MetricsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void familiesAreThoseOfTheReference_data();
    void familiesAreThoseOfTheReference();
    void labelValuesAreAFixedSet();
    void valuesArrive();
    void millisecondsInPlainNames();
    void bucketsIncludeTheirBound();
    void ownBuckets();
    void openMetricsHasExemplars();
    void exemplarsAreTheNewest();
    void whoWantsOpenMetrics();
    void sampleRateThinsHistogramsOnly();
    void notEnabledMeansNone();
    void promtoolHasNothingToSay_data();
    void promtoolHasNothingToSay();
};

void MetricsTest::familiesAreThoseOfTheReference_data()
{
    QTest::addColumn<bool>("plain");
    QTest::addColumn<QString>("counters");
    QTest::addColumn<QString>("gauges");
    QTest::addColumn<QString>("histograms");
    QTest::newRow("fraiseql")
        << false
        << QStringLiteral("fraiseql_observer_events_processed_total fraiseql_observer_events_failed_total "
                          "fraiseql_observer_cache_hits_total fraiseql_observer_cache_misses_total "
                          "fraiseql_observer_cache_evictions_total fraiseql_observer_dedup_detected_total "
                          "fraiseql_observer_dedup_saved_processing_total "
                          "fraiseql_observer_actions_executed_total fraiseql_observer_action_errors_total")
        << QStringLiteral("fraiseql_observer_cache_hit_rate fraiseql_observer_dedup_hit_rate "
                          "fraiseql_observer_backlog_size fraiseql_observer_dlq_items")
        << QStringLiteral("fraiseql_observer_action_duration_seconds");
    QTest::newRow("plain")
        << true
        << QStringLiteral(
               "events_processed_total actions_executed_total action_success_total action_failure_total "
               "action_timeout_total queue_jobs_enqueued_total queue_jobs_processed_total "
               "queue_retry_total queue_deadletter_total cache_hits_total cache_misses_total "
               "dedup_checks_total dedup_duplicates_found_total checkpoint_saves_total "
               "checkpoint_recovery_total")
        << QStringLiteral("events_in_flight queue_depth cache_hit_rate cache_size_bytes dedup_hit_rate")
        << QStringLiteral("event_processing_duration_ms action_duration_ms checkpoint_save_duration_ms");
}

void MetricsTest::familiesAreThoseOfTheReference()
{
    QFETCH(bool, plain);
    QFETCH(QString, counters);
    QFETCH(QString, gauges);
    QFETCH(QString, histograms);
    MetricsConfig config;
    config.naming = plain ? Naming::Plain : Naming::Fraiseql;
    // Before anything has happened every series is there, at zero.
    const ExpositionText text(textOf(*makeMetrics(config)));
    QMap<QString, QString> expected;
    const auto expectNames = [&expected](const QString &names, const QString &type) {
        const QStringList list = names.split(QLatin1Char(' '));
        for (const QString &name : list)
            expected.insert(name, type);
    };
    expectNames(counters, QStringLiteral("counter"));
    expectNames(gauges, QStringLiteral("gauge"));
    expectNames(histograms, QStringLiteral("histogram"));
    QCOMPARE(text.types, expected);
    QCOMPARE(text.strange, QStringList());
    for (auto it = expected.keyBegin(); it != expected.keyEnd(); ++it)
        QVERIFY2(!text.help.value(*it).isEmpty(), qPrintable(*it));
    for (const double value : text.values)
        QCOMPARE(value, 0.0);
}

void MetricsTest::labelValuesAreAFixedSet()
{
    const auto metrics = makeMetrics({});
    const ExpositionText before(textOf(*metrics));
    touchEverything(*metrics);
    const ExpositionText after(textOf(*metrics));
    QCOMPARE(after.values.keys(), before.values.keys());
    QStringList types;
    for (const ActionType type : allActionTypes) {
        types.append(QStringLiteral("fraiseql_observer_actions_executed_total{action_type=\"%1\"}")
                         .arg(QString::fromUtf8(nameOf(type).data())));
    }
    types.sort();
    QCOMPARE(after.seriesOf(QStringLiteral("fraiseql_observer_actions_executed_total")), types);
    QVERIFY(after.values.contains(
        QStringLiteral("fraiseql_observer_events_failed_total{error_type=\"condition_failed\"}")));
    QVERIFY(after.values.contains(QStringLiteral(
        "fraiseql_observer_action_errors_total{action_type=\"webhook\",error_type=\"timeout\"}")));
}

void MetricsTest::valuesArrive()
{
    const auto metrics = makeMetrics({});
    touchEverything(*metrics);
    const ExpositionText text(textOf(*metrics));
    const QString prefix = QStringLiteral("fraiseql_observer_");
    QCOMPARE(text.sum(prefix + QStringLiteral("events_processed_total")), 1.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("events_failed_total")), 3.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("cache_hits_total")), 1.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("cache_misses_total")), 1.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("cache_evictions_total")), 3.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("cache_hit_rate")), 87.5);
    QCOMPARE(text.sum(prefix + QStringLiteral("dedup_detected_total")), 1.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("dedup_hit_rate")), 8.25);
    QCOMPARE(text.sum(prefix + QStringLiteral("actions_executed_total")), 42.0);
    // Impossible pairs are not recorded: 4 reasons for each of 5 remote types, 3 for search, 1 for the cache.
    QCOMPARE(text.sum(prefix + QStringLiteral("action_errors_total")), 24.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("backlog_size")), 11.0);
    QCOMPARE(text.sum(prefix + QStringLiteral("dlq_items")), 5.0);
}

void MetricsTest::millisecondsInPlainNames()
{
    MetricsConfig config;
    config.naming = Naming::Plain;
    const auto metrics = makeMetrics(config);
    touchEverything(*metrics);
    const ExpositionText text(textOf(*metrics));
    QCOMPARE(text.sum(QStringLiteral("event_processing_duration_ms_sum")), 20.0);
    QCOMPARE(text.sum(QStringLiteral("checkpoint_save_duration_ms_sum")), 3.0);
    QCOMPARE(text.sum(QStringLiteral("actions_executed_total")), 42.0);
    QCOMPARE(text.sum(QStringLiteral("action_success_total")), 7.0);
    QCOMPARE(text.sum(QStringLiteral("action_failure_total")), 35.0);
    QCOMPARE(text.sum(QStringLiteral("action_timeout_total")), 7.0);
    QCOMPARE(text.sum(QStringLiteral("events_in_flight")), 4.0);
    QCOMPARE(text.sum(QStringLiteral("cache_size_bytes")), 6000.0);
    QCOMPARE(text.seriesOf(QStringLiteral("action_duration_ms_bucket")).size(), 10);
    for (const char *bound : {"1", "5", "10", "50", "100", "500", "1000", "5000", "10000", "+Inf"}) {
        QVERIFY2(text.values.contains(
                     QStringLiteral("action_duration_ms_bucket{le=\"%1\"}").arg(QString::fromLatin1(bound))),
                 bound);
    }
}

void MetricsTest::bucketsIncludeTheirBound()
{
    const auto metrics = makeMetrics({});
    metrics->actionFinished(ActionType::Push, 1, std::nullopt, Seconds(0.01));
    const ExpositionText text(textOf(*metrics));
    const QString bucket =
        QStringLiteral("fraiseql_observer_action_duration_seconds_bucket{action_type=\"push\",le=\"%1\"}");
    QCOMPARE(text.values.value(bucket.arg(QStringLiteral("0.001"))), 0.0);
    QCOMPARE(text.values.value(bucket.arg(QStringLiteral("0.01"))), 1.0);
    QCOMPARE(text.values.value(bucket.arg(QStringLiteral("+Inf"))), 1.0);
}

void MetricsTest::ownBuckets()
{
    MetricsConfig config;
    config.buckets = {0.5, 2};
    const ExpositionText text(textOf(*makeMetrics(config)));
    QCOMPARE(text.seriesOf(QStringLiteral("fraiseql_observer_action_duration_seconds_bucket")).size(), 7 * 3);
}

void MetricsTest::openMetricsHasExemplars()
{
    for (const Naming naming : {Naming::Fraiseql, Naming::Plain}) {
        MetricsConfig config;
        config.naming = naming;
        const auto metrics = makeMetrics(config);
        touchEverything(*metrics);
        const std::string before = metrics->text();
        const std::string page = metrics->openMetrics();
        QVERIFY2(sightglass::isConforming(sightglass::checkOpenMetrics(page, 100)), page.c_str());
        // All types of actions took 50 ms of event 7 and 2 s of event 8.
        const std::size_t histograms = naming == Naming::Plain ? 1 : allActionTypes.size();
        const QByteArray text = QByteArray::fromStdString(page);
        QCOMPARE(text.count(" # {trace_id=\"00000000000000000000000000000007\"} "), qsizetype(histograms));
        QCOMPARE(text.count(" # {trace_id=\"00000000000000000000000000000008\"} "), qsizetype(histograms));
        QCOMPARE(text.count(" # {"), qsizetype(2 * histograms));
        QCOMPARE(metrics->text(), before);
        QVERIFY(before.find("trace_id") == std::string::npos);
    }
}

void MetricsTest::exemplarsAreTheNewest()
{
    BucketExemplars exemplars({1, 2});
    exemplars.offer(1, 5);
    exemplars.offer(0.5, 6);
    exemplars.offer(2.5, 7);
    const auto newest = exemplars.newest();
    QCOMPARE(newest.size(), std::size_t{3});
    QVERIFY(newest[0] && newest[0]->event == 6 && newest[0]->value == 0.5);
    QVERIFY(!newest[1]);
    QVERIFY(newest[2] && newest[2]->event == 7);
    BucketExemplars none({});
    none.offer(1, 1);
    QVERIFY(!none.newest()[0]);
}

void MetricsTest::whoWantsOpenMetrics()
{
    QVERIFY(!wantsOpenMetrics(""));
    QVERIFY(!wantsOpenMetrics("*/*"));
    QVERIFY(!wantsOpenMetrics("text/plain;version=0.0.4,application/openmetrics-text;q=0.5"));
    QVERIFY(!wantsOpenMetrics("text/html,*/*;q=0.8"));
    QVERIFY(wantsOpenMetrics("application/openmetrics-text"));
    QVERIFY(wantsOpenMetrics("*/*;q=0.1,application/openmetrics-text;version=1.0.0;q=0.6,text/plain;q=0.5"));
}

void MetricsTest::sampleRateThinsHistogramsOnly()
{
    MetricsConfig config;
    config.naming = Naming::Plain;
    config.sampleRate = 0.25;
    const auto metrics = makeMetrics(config);
    // The two histograms take turns: each must still get its own quarter.
    for (int i = 0; i < 400; ++i) {
        metrics->eventProcessed(1ms);
        metrics->actionFinished(ActionType::Cache, 1, std::nullopt, 1ms);
    }
    const ExpositionText text(textOf(*metrics));
    QCOMPARE(text.sum(QStringLiteral("events_processed_total")), 400.0);
    QCOMPARE(text.sum(QStringLiteral("actions_executed_total")), 400.0);
    QCOMPARE(text.sum(QStringLiteral("event_processing_duration_ms_count")), 100.0);
    QCOMPARE(text.sum(QStringLiteral("action_duration_ms_count")), 100.0);
}

void MetricsTest::notEnabledMeansNone()
{
    MetricsConfig config;
    config.enabled = false;
    QVERIFY(!makeMetrics(config));
}

void MetricsTest::promtoolHasNothingToSay_data()
{
    QTest::addColumn<bool>("plain");
    QTest::newRow("fraiseql") << false;
    QTest::newRow("plain") << true;
}

void MetricsTest::promtoolHasNothingToSay()
{
    QFETCH(bool, plain);
    if (promtoolPath().isEmpty())
        QSKIP("promtool is not in build/peers: run ./dev peers");
    MetricsConfig config;
    config.naming = plain ? Naming::Plain : Naming::Fraiseql;
    const auto metrics = makeMetrics(config);
    touchEverything(*metrics);
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(promtoolPath(), {QStringLiteral("check"), QStringLiteral("metrics")});
    QVERIFY(promtool.waitForStarted());
    promtool.write(textOf(*metrics));
    promtool.closeWriteChannel();
    QVERIFY(promtool.waitForFinished());
    QStringList complaints =
        QString::fromUtf8(promtool.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (plain) {
        // The names that this system chose.
        complaints.removeIf(
            [](const QString &line) { return line.contains(QLatin1String("_duration_ms ")); });
    }
    QCOMPARE(complaints, QStringList());
}

} // namespace

SIGHTGLASS_TEST(MetricsTest)

#include "metricstest.moc"
