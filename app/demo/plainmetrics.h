// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/exposablemetrics.h"
#include "app/demo/sampledhistogram.h"

namespace sightglass::demo {

/// The metrics of the observer with plain names: no prefix, durations in milliseconds.
class PlainMetrics : public ExposableMetrics
{
public:
    explicit PlainMetrics(const MetricsConfig &config);

    void dedupChecked(Lookup outcome) override;
    void cacheLookedUp(Lookup outcome) override;
    void cacheEvicted(std::size_t) override {}
    void eventProcessed(Seconds duration) override;
    void eventFailed(EventError) override {}
    void actionFinished(ActionType type, EventId event, std::optional<ActionError> error,
                        Seconds duration) override;
    void jobEnqueued() override;
    void jobProcessed() override;
    void jobRetried() override;
    void jobDeadLettered() override;
    void checkpointSaved(Seconds duration) override;
    void checkpointRecovered() override;
    void stateRead(const PipelineState &state) override;

private:
    prometheus::Counter &m_eventsProcessed;
    prometheus::Counter &m_actionsExecuted;
    prometheus::Counter &m_actionSuccess;
    prometheus::Counter &m_actionFailure;
    prometheus::Counter &m_actionTimeout;
    prometheus::Counter &m_jobsEnqueued;
    prometheus::Counter &m_jobsProcessed;
    prometheus::Counter &m_retries;
    prometheus::Counter &m_deadLetters;
    prometheus::Counter &m_cacheHits;
    prometheus::Counter &m_cacheMisses;
    prometheus::Counter &m_dedupChecks;
    prometheus::Counter &m_dedupDuplicates;
    prometheus::Counter &m_checkpointSaves;
    prometheus::Counter &m_checkpointRecoveries;
    SampledHistogram m_eventDuration;
    SampledHistogram m_actionDuration;
    SampledHistogram m_checkpointDuration;
    prometheus::Gauge &m_eventsInFlight;
    prometheus::Gauge &m_queueDepth;
    prometheus::Gauge &m_cacheHitRate;
    prometheus::Gauge &m_cacheSize;
    prometheus::Gauge &m_dedupHitRate;
};

} // namespace sightglass::demo
