// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/exposablemetrics.h"
#include "app/demo/sampledhistogram.h"

#include <array>
#include <optional>

namespace sightglass::demo {

/// The metrics of the FraiseQL observer, fraiseql_observer_…, in seconds.
class FraiseqlMetrics : public ExposableMetrics
{
public:
    explicit FraiseqlMetrics(const MetricsConfig &config);

    void dedupChecked(Lookup outcome) override;
    void cacheLookedUp(Lookup outcome) override;
    void cacheEvicted(std::size_t entries) override;
    void eventProcessed(Seconds duration) override;
    void eventFailed(EventError error) override;
    void actionFinished(ActionType type, EventId event, std::optional<ActionError> error,
                        Seconds duration) override;
    void jobEnqueued() override {}
    void jobProcessed() override {}
    void jobRetried() override {}
    void jobDeadLettered() override {}
    void checkpointSaved(Seconds) override {}
    void checkpointRecovered() override {}
    void stateRead(const PipelineState &state) override;

private:
    struct OfAction
    {
        prometheus::Counter *executed = nullptr;
        std::optional<SampledHistogram> duration;
        /// Null for errors that this type cannot have.
        std::array<prometheus::Counter *, allActionErrors.size()> errors{};
    };

    void addActions(const MetricsConfig &config);

    prometheus::Counter &m_eventsProcessed;
    std::array<prometheus::Counter *, allEventErrors.size()> m_eventsFailed{};
    prometheus::Counter &m_cacheHits;
    prometheus::Counter &m_cacheMisses;
    prometheus::Counter &m_cacheEvictions;
    prometheus::Gauge &m_cacheHitRate;
    prometheus::Counter &m_dedupDetected;
    prometheus::Counter &m_dedupSaved;
    prometheus::Gauge &m_dedupHitRate;
    std::array<OfAction, allActionTypes.size()> m_actions;
    prometheus::Gauge &m_backlogSize;
    prometheus::Gauge &m_dlqItems;
};

} // namespace sightglass::demo
