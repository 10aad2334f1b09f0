// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/fraiseqlmetrics.h"

namespace sightglass::demo {

namespace {

const std::string prefix = "fraiseql_observer_";

prometheus::Histogram::BucketBoundaries bucketsOf(const MetricsConfig &config)
{
    return config.buckets.empty() ? prometheus::Histogram::BucketBoundaries{0.001, 0.01, 0.1, 1, 5, 10}
                                  : config.buckets;
}

} // namespace

FraiseqlMetrics::FraiseqlMetrics(const MetricsConfig &config)
    : m_eventsProcessed(addCounter(prefix + "events_processed_total",
                                   "Events processed to their end, failed ones included."))
    , m_cacheHits(addCounter(prefix + "cache_hits_total", "Lookups answered by the result cache."))
    , m_cacheMisses(
          addCounter(prefix + "cache_misses_total", "Lookups that the result cache could not answer."))
    , m_cacheEvictions(
          addCounter(prefix + "cache_evictions_total", "Entries dropped from the result cache to make room."))
    , m_cacheHitRate(
          addGauge(prefix + "cache_hit_rate",
                   "Result cache hits in percent (0 to 100) of the lookups of the last 15 seconds."))
    , m_dedupDetected(addCounter(prefix + "dedup_detected_total", "Duplicate events detected and skipped."))
    , m_dedupSaved(addCounter(prefix + "dedup_saved_processing_total",
                              "Processing cycles saved by skipping duplicates."))
    , m_dedupHitRate(addGauge(prefix + "dedup_hit_rate",
                              "Duplicates in percent (0 to 100) of the events of the last 15 seconds."))
    , m_backlogSize(addGauge(prefix + "backlog_size", "Events waiting in the processing queue."))
    , m_dlqItems(addGauge(prefix + "dlq_items", "Items in the dead-letter queue."))
{
    auto &failed = prometheus::BuildCounter()
                       .Name(prefix + "events_failed_total")
                       .Help("Events that failed for good, by reason.")
                       .Register(m_registry);
    for (const EventError error : allEventErrors)
        m_eventsFailed.at(indexOf(error)) = &failed.Add({{"error_type", std::string(nameOf(error))}});
    addActions(config);
}

void FraiseqlMetrics::addActions(const MetricsConfig &config)
{
    auto &executed = prometheus::BuildCounter()
                         .Name(prefix + "actions_executed_total")
                         .Help("Actions run, failed ones included.")
                         .Register(m_registry);
    auto &duration = prometheus::BuildHistogram()
                         .Name(prefix + "action_duration_seconds")
                         .Help("Time that one run of an action took.")
                         .Register(m_registry);
    auto &errors = prometheus::BuildCounter()
                       .Name(prefix + "action_errors_total")
                       .Help("Actions that failed, by reason.")
                       .Register(m_registry);
    for (const ActionType type : allActionTypes) {
        const std::string typeName(nameOf(type));
        OfAction &action = m_actions.at(indexOf(type));
        action.executed = &executed.Add({{"action_type", typeName}});
        action.duration.emplace(duration.Add({{"action_type", typeName}}, bucketsOf(config)),
                                config.sampleRate, bucketsOf(config));
        showExemplars(prefix + "action_duration_seconds", {{"action_type", typeName}},
                      action.duration->exemplars());
        for (const ActionError error : allActionErrors) {
            if (canFailWith(type, error)) {
                action.errors.at(indexOf(error)) =
                    &errors.Add({{"action_type", typeName}, {"error_type", std::string(nameOf(error))}});
            }
        }
    }
}

void FraiseqlMetrics::dedupChecked(Lookup outcome)
{
    if (outcome == Lookup::Miss)
        return;
    m_dedupDetected.Increment();
    m_dedupSaved.Increment();
}

void FraiseqlMetrics::cacheLookedUp(Lookup outcome)
{
    (outcome == Lookup::Hit ? m_cacheHits : m_cacheMisses).Increment();
}

void FraiseqlMetrics::cacheEvicted(std::size_t entries)
{
    m_cacheEvictions.Increment(static_cast<double>(entries));
}

void FraiseqlMetrics::eventProcessed(Seconds)
{
    m_eventsProcessed.Increment();
}

void FraiseqlMetrics::eventFailed(EventError error)
{
    m_eventsFailed.at(indexOf(error))->Increment();
}

void FraiseqlMetrics::actionFinished(ActionType type, EventId event, std::optional<ActionError> error,
                                     Seconds duration)
{
    OfAction &action = m_actions.at(indexOf(type));
    action.executed->Increment();
    action.duration->observe(duration.count(), event);
    if (!error)
        return;
    if (prometheus::Counter *errors = action.errors.at(indexOf(*error)))
        errors->Increment();
}

void FraiseqlMetrics::stateRead(const PipelineState &state)
{
    m_backlogSize.Set(static_cast<double>(state.queueDepth));
    m_dlqItems.Set(static_cast<double>(state.deadLetters));
    m_cacheHitRate.Set(state.cacheHitPercent);
    m_dedupHitRate.Set(state.dedupHitPercent);
}

} // namespace sightglass::demo
