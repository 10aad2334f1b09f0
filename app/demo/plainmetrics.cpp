// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/plainmetrics.h"

namespace sightglass::demo {

namespace {

prometheus::Histogram::BucketBoundaries bucketsOf(const MetricsConfig &config)
{
    return config.buckets.empty()
               ? prometheus::Histogram::BucketBoundaries{1, 5, 10, 50, 100, 500, 1000, 5000, 10000}
               : config.buckets;
}

double milliseconds(Seconds duration)
{
    return duration.count() * 1000;
}

} // namespace

PlainMetrics::PlainMetrics(const MetricsConfig &config)
    : m_eventsProcessed(
          addCounter("events_processed_total", "Events processed to their end, failed ones included."))
    , m_actionsExecuted(addCounter("actions_executed_total", "Actions run, failed ones included."))
    , m_actionSuccess(addCounter("action_success_total", "Actions that succeeded."))
    , m_actionFailure(
          addCounter("action_failure_total", "Actions that failed, those that ran out of time included."))
    , m_actionTimeout(addCounter("action_timeout_total", "Actions that ran out of time."))
    , m_jobsEnqueued(
          addCounter("queue_jobs_enqueued_total", "Jobs put into the processing queue, retries not counted."))
    , m_jobsProcessed(
          addCounter("queue_jobs_processed_total", "Jobs done with for good: all actions done, or dead."))
    , m_retries(addCounter("queue_retry_total", "Times that a job was put back to be tried again."))
    , m_deadLetters(addCounter("queue_deadletter_total", "Jobs moved to the dead-letter queue."))
    , m_cacheHits(addCounter("cache_hits_total", "Lookups answered by the result cache."))
    , m_cacheMisses(addCounter("cache_misses_total", "Lookups that the result cache could not answer."))
    , m_dedupChecks(addCounter("dedup_checks_total", "Events looked up among the recent ones."))
    , m_dedupDuplicates(
          addCounter("dedup_duplicates_found_total", "Events found to be duplicates, and skipped."))
    , m_checkpointSaves(addCounter("checkpoint_saves_total", "Checkpoints written to disk."))
    , m_checkpointRecoveries(
          addCounter("checkpoint_recovery_total", "Starts that went on from a checkpoint."))
    , m_eventDuration(addHistogram("event_processing_duration_ms", "Time from an event's arrival to its end.",
                                   bucketsOf(config)),
                      config.sampleRate)
    , m_actionDuration(
          addHistogram("action_duration_ms", "Time that one run of an action took.", bucketsOf(config)),
          config.sampleRate, bucketsOf(config))
    , m_checkpointDuration(addHistogram("checkpoint_save_duration_ms", "Time that writing a checkpoint took.",
                                        bucketsOf(config)),
                           config.sampleRate)
    , m_eventsInFlight(addGauge("events_in_flight", "Events that workers are busy with."))
    , m_queueDepth(addGauge("queue_depth", "Jobs waiting in the processing queue."))
    , m_cacheHitRate(addGauge(
          "cache_hit_rate", "Result cache hits in percent (0 to 100) of the lookups of the last 15 seconds."))
    , m_cacheSize(addGauge("cache_size_bytes", "Memory that the result cache takes."))
    , m_dedupHitRate(addGauge("dedup_hit_rate",
                              "Duplicates in percent (0 to 100) of the events of the last 15 seconds."))
{
    showExemplars("action_duration_ms", {}, m_actionDuration.exemplars());
}

void PlainMetrics::dedupChecked(Lookup outcome)
{
    m_dedupChecks.Increment();
    if (outcome == Lookup::Hit)
        m_dedupDuplicates.Increment();
}

void PlainMetrics::cacheLookedUp(Lookup outcome)
{
    (outcome == Lookup::Hit ? m_cacheHits : m_cacheMisses).Increment();
}

void PlainMetrics::eventProcessed(Seconds duration)
{
    m_eventsProcessed.Increment();
    m_eventDuration.observe(milliseconds(duration));
}

void PlainMetrics::actionFinished(ActionType, EventId event, std::optional<ActionError> error,
                                  Seconds duration)
{
    m_actionsExecuted.Increment();
    (error ? m_actionFailure : m_actionSuccess).Increment();
    if (error == ActionError::Timeout)
        m_actionTimeout.Increment();
    m_actionDuration.observe(milliseconds(duration), event);
}

void PlainMetrics::jobEnqueued()
{
    m_jobsEnqueued.Increment();
}

void PlainMetrics::jobProcessed()
{
    m_jobsProcessed.Increment();
}

void PlainMetrics::jobRetried()
{
    m_retries.Increment();
}

void PlainMetrics::jobDeadLettered()
{
    m_deadLetters.Increment();
}

void PlainMetrics::checkpointSaved(Seconds duration)
{
    m_checkpointSaves.Increment();
    m_checkpointDuration.observe(milliseconds(duration));
}

void PlainMetrics::checkpointRecovered()
{
    m_checkpointRecoveries.Increment();
}

void PlainMetrics::stateRead(const PipelineState &state)
{
    m_eventsInFlight.Set(static_cast<double>(state.eventsInFlight));
    m_queueDepth.Set(static_cast<double>(state.queueDepth));
    m_cacheHitRate.Set(state.cacheHitPercent);
    m_cacheSize.Set(static_cast<double>(state.cacheBytes));
    m_dedupHitRate.Set(state.dedupHitPercent);
}

} // namespace sightglass::demo
