// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/scenariocontrol.h"

#include "app/demo/action.h"

namespace sightglass::demo {

ScenarioControl::ScenarioControl(Scenario scenario, const IncidentTiming &timing, TimePoint now)
    : m_timing(timing)
    , m_scenario(scenario)
    , m_since(now)
{}

void ScenarioControl::select(Scenario scenario, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    m_scenario = scenario;
    m_since = now;
}

void ScenarioControl::selectNext(TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    m_scenario = allScenarios.at((indexOf(m_scenario) + 1) % allScenarios.size());
    m_since = now;
}

Scenario ScenarioControl::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_scenario;
}

Weather ScenarioControl::weather(TimePoint now) const
{
    const std::lock_guard lock(m_mutex);
    return weatherAt(m_scenario, std::chrono::duration_cast<Milliseconds>(now - m_since), m_timing);
}

} // namespace sightglass::demo
