// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/scenario.h"

#include <mutex>

namespace sightglass::demo {

/// The scenario that plays now and since when. Shared by the source, the sinks and the status page; any
/// thread.
class ScenarioControl
{
public:
    ScenarioControl(Scenario scenario, const IncidentTiming &timing, TimePoint now);

    /// Starts a scenario from its beginning, also when it already plays.
    void select(Scenario scenario, TimePoint now);
    /// Starts the one that follows in allScenarios, the first after the last.
    void selectNext(TimePoint now);

    [[nodiscard]] Scenario current() const;
    [[nodiscard]] Weather weather(TimePoint now) const;

private:
    const IncidentTiming m_timing;
    mutable std::mutex m_mutex;
    Scenario m_scenario;
    TimePoint m_since;
};

} // namespace sightglass::demo
