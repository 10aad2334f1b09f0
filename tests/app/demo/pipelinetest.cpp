// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/pipeline.h"

#include "app/demo/exposablemetrics.h"
#include "app/demo/sinkhost.h"
#include "tests/app/demo/expositiontext.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

namespace {

using namespace sightglass::demo;
using namespace std::chrono_literals;

/// Instrumentation whose every update fails.
class BrokenMetrics : public PipelineObserver
{
public:
    void dedupChecked(Lookup) override { fail(); }
    void cacheLookedUp(Lookup) override { fail(); }
    void cacheEvicted(std::size_t) override { fail(); }
    void eventProcessed(Seconds) override { fail(); }
    void eventFailed(EventError) override { fail(); }
    void actionFinished(ActionType, EventId, std::optional<ActionError>, Seconds) override { fail(); }
    void jobEnqueued() override { fail(); }
    void jobProcessed() override { fail(); }
    void jobRetried() override { fail(); }
    void jobDeadLettered() override { fail(); }
    void checkpointSaved(Seconds) override { fail(); }
    void checkpointRecovered() override { fail(); }
    void stateRead(const PipelineState &) override { fail(); }

private:
    [[noreturn]] static void fail() { throw std::runtime_error("the registry is broken"); }
};

class PipelineTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aFailingMetricLosesNoEvent();
    void metricsTellWhatHappened();
    void failingActionsEndAmongTheDeadLetters();
    void deadLettersAreTriedAgain();
    void aRestartGoesOnWhereItStopped();
    void aDamagedCheckpointBeginsAnew();

private:
    [[nodiscard]] PipelineConfig config(const QTemporaryDir &dir) const
    {
        PipelineConfig result;
        result.stateDir = dir.path().toStdString();
        result.entities = 500;
        result.checkpointInterval = 100ms;
        result.retry = {.attempts = 2, .base = 5ms, .longest = 10ms};
        result.redriveQuiet = 1h;
        return result;
    }
};

Treatment accept(ActionType)
{
    return {};
}

Treatment reject(ActionType)
{
    return {.answer = Treatment::Answer::Reject};
}

/// Every event that came is a duplicate, at its end, or still with the pipeline.
void verifyNothingIsLost(Pipeline &pipeline)
{
    const Totals &totals = pipeline.totals();
    const PipelineState state = pipeline.state();
    QCOMPARE(totals.received.load(),
             totals.duplicates + totals.processed + state.queueDepth + state.eventsInFlight);
}

void PipelineTest::aFailingMetricLosesNoEvent()
{
    const QTemporaryDir dir;
    BrokenMetrics broken;
    Recorder record(&broken);
    const ScenarioControl scenario(Scenario::Burst, {}, Clock::now());
    const SinkHost sinks(accept);
    auto pipeline = Pipeline::open(config(dir), scenario, record);
    QVERIFY(pipeline.ok());
    (*pipeline)->start(sinks.endpoints());
    QTRY_VERIFY((*pipeline)->totals().processed > 500);
    (*pipeline)->stop();
    verifyNothingIsLost(**pipeline);
    QVERIFY(record.lost() > 1'000);
    QVERIFY((*pipeline)->checkpointsWork());
}

void PipelineTest::metricsTellWhatHappened()
{
    const QTemporaryDir dir;
    MetricsConfig metricsConfig;
    metricsConfig.naming = Naming::Plain;
    const auto metrics = makeMetrics(metricsConfig);
    Recorder record(metrics.get());
    const ScenarioControl scenario(Scenario::Burst, {}, Clock::now());
    const SinkHost sinks(accept);
    auto pipeline = Pipeline::open(config(dir), scenario, record);
    QVERIFY(pipeline.ok());
    (*pipeline)->start(sinks.endpoints());
    QTRY_VERIFY((*pipeline)->totals().processed > 500);
    (*pipeline)->stop();
    metrics->stateRead((*pipeline)->state());
    const ExpositionText text(QByteArray::fromStdString(metrics->text()));
    const Totals &totals = (*pipeline)->totals();
    const auto number = [](const std::atomic<std::uint64_t> &value) { return static_cast<double>(value); };
    QCOMPARE(text.sum(QStringLiteral("dedup_checks_total")), number(totals.received));
    QCOMPARE(text.sum(QStringLiteral("dedup_duplicates_found_total")), number(totals.duplicates));
    QCOMPARE(text.sum(QStringLiteral("events_processed_total")), number(totals.processed));
    QCOMPARE(text.sum(QStringLiteral("event_processing_duration_ms_count")), number(totals.processed));
    QCOMPARE(text.sum(QStringLiteral("cache_hits_total")) + text.sum(QStringLiteral("cache_misses_total")),
             number(totals.received) - number(totals.duplicates));
    QCOMPARE(text.sum(QStringLiteral("queue_jobs_enqueued_total")),
             text.sum(QStringLiteral("queue_jobs_processed_total")) +
                 text.sum(QStringLiteral("queue_depth")) + text.sum(QStringLiteral("events_in_flight")));
    QCOMPARE(text.sum(QStringLiteral("actions_executed_total")),
             text.sum(QStringLiteral("action_success_total")) +
                 text.sum(QStringLiteral("action_failure_total")));
    QVERIFY(text.sum(QStringLiteral("cache_size_bytes")) > 0);
    QVERIFY(text.sum(QStringLiteral("checkpoint_saves_total")) >= 1);
    QVERIFY(record.lost() == 0);
}

void PipelineTest::failingActionsEndAmongTheDeadLetters()
{
    const QTemporaryDir dir;
    const auto metrics = makeMetrics({});
    Recorder record(metrics.get());
    const ScenarioControl scenario(Scenario::Steady, {}, Clock::now());
    const SinkHost sinks(reject);
    auto pipeline = Pipeline::open(config(dir), scenario, record);
    QVERIFY(pipeline.ok());
    (*pipeline)->start(sinks.endpoints());
    QTRY_VERIFY((*pipeline)->state().deadLetters > 20);
    (*pipeline)->stop();
    verifyNothingIsLost(**pipeline);
    const ExpositionText text(QByteArray::fromStdString(metrics->text()));
    const double failed = text.values.value(
        QStringLiteral("fraiseql_observer_events_failed_total{error_type=\"action_error\"}"));
    QCOMPARE(failed, static_cast<double>((*pipeline)->state().deadLetters));
    // Two attempts for each.
    QVERIFY(text.sum(QStringLiteral("fraiseql_observer_action_errors_total")) >= 2 * failed);
}

void PipelineTest::deadLettersAreTriedAgain()
{
    const QTemporaryDir dir;
    Recorder record(nullptr);
    const ScenarioControl scenario(Scenario::Steady, {}, Clock::now());
    std::atomic<bool> well = false;
    const SinkHost sinks([&well](ActionType) {
        return Treatment{.answer = well ? Treatment::Answer::Accept : Treatment::Answer::Reject};
    });
    PipelineConfig quick = config(dir);
    quick.redriveQuiet = 50ms;
    auto pipeline = Pipeline::open(quick, scenario, record);
    QVERIFY(pipeline.ok());
    (*pipeline)->start(sinks.endpoints());
    QTRY_VERIFY((*pipeline)->state().deadLetters > 3);
    well = true;
    QTRY_COMPARE_WITH_TIMEOUT((*pipeline)->state().deadLetters, std::size_t(0), 8000);
    (*pipeline)->stop();
}

void PipelineTest::aRestartGoesOnWhereItStopped()
{
    const QTemporaryDir dir;
    Recorder record(nullptr);
    const ScenarioControl scenario(Scenario::Steady, {}, Clock::now());
    const SinkHost silent([](ActionType) { return Treatment{.answer = Treatment::Answer::Never}; });
    std::size_t waiting = 0;
    {
        auto pipeline = Pipeline::open(config(dir), scenario, record);
        QVERIFY(pipeline.ok());
        (*pipeline)->start(silent.endpoints());
        QTRY_VERIFY((*pipeline)->state().queueDepth > 30);
        (*pipeline)->stop();
        verifyNothingIsLost(**pipeline);
        const PipelineState state = (*pipeline)->state();
        waiting = state.queueDepth + state.eventsInFlight;
    }
    auto again = Pipeline::open(config(dir), scenario, record);
    QVERIFY(again.ok());
    QVERIFY(!(*again)->recoveryProblem());
    QCOMPARE((*again)->state().queueDepth, waiting);
    QVERIFY((*again)->state().cacheBytes > 0);
    const SinkHost sinks(accept);
    (*again)->start(sinks.endpoints());
    QTRY_VERIFY((*again)->totals().processed >= waiting);
    (*again)->stop();
}

void PipelineTest::aDamagedCheckpointBeginsAnew()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("checkpoint")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("sightglass-demo-checkpoint 1 99 99\nrubbish");
    file.close();
    Recorder record(nullptr);
    const ScenarioControl scenario(Scenario::Steady, {}, Clock::now());
    const auto pipeline = Pipeline::open(config(dir), scenario, record);
    QVERIFY(pipeline.ok());
    QVERIFY((*pipeline)->recoveryProblem());
    QVERIFY(QFile::exists(dir.filePath(QStringLiteral("checkpoint.damaged"))));
}

} // namespace

SIGHTGLASS_TEST(PipelineTest)

#include "pipelinetest.moc"
