// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/action.h"
#include "app/demo/event.h"
#include "app/demo/hitwindow.h"

#include <cstddef>
#include <optional>

namespace sightglass::demo {

/// What the pipeline holds at a moment: the truth behind the gauges.
struct PipelineState
{
    std::size_t queueDepth = 0;
    std::size_t eventsInFlight = 0;
    std::size_t deadLetters = 0;
    std::size_t cacheBytes = 0;
    double cacheHitPercent = 0;
    double dedupHitPercent = 0;
};

/// Is told what happens in the pipeline. One implementation per naming of the metrics. Calls come from
/// several threads at once, and may throw: the Recorder in between keeps that from the pipeline.
class PipelineObserver
{
public:
    using Lookup = HitWindow::Outcome;

    PipelineObserver() = default;
    virtual ~PipelineObserver() = default;
    PipelineObserver(const PipelineObserver &) = delete;
    PipelineObserver &operator=(const PipelineObserver &) = delete;

    /// An event was looked up among the recent ones; a hit is a duplicate and goes no further.
    virtual void dedupChecked(Lookup outcome) = 0;
    virtual void cacheLookedUp(Lookup outcome) = 0;
    virtual void cacheEvicted(std::size_t entries) = 0;
    /// An event reached its end, whichever: nothing to do, all done, or failed. `duration` counts from its
    /// arrival.
    virtual void eventProcessed(Seconds duration) = 0;
    virtual void eventFailed(EventError error) = 0;
    /// An action was tried for an event; no error means that it succeeded.
    virtual void actionFinished(ActionType type, EventId event, std::optional<ActionError> error,
                                Seconds duration) = 0;
    virtual void jobEnqueued() = 0;
    /// A worker is done with a job for good: all actions done, or moved to the dead letters.
    virtual void jobProcessed() = 0;
    virtual void jobRetried() = 0;
    virtual void jobDeadLettered() = 0;
    virtual void checkpointSaved(Seconds duration) = 0;
    virtual void checkpointRecovered() = 0;
    /// Asked for before each exposition.
    virtual void stateRead(const PipelineState &state) = 0;
};

} // namespace sightglass::demo
