// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/scenario.h"

#include "app/demo/action.h"

namespace sightglass::demo {

namespace {

constexpr Milliseconds burstLength{8'000};
constexpr Milliseconds burstPeriod{24'000};

bool incidentRuns(Milliseconds elapsed, const IncidentTiming &timing) noexcept
{
    if (elapsed < timing.after)
        return false;
    const Milliseconds period = timing.length + timing.pause;
    return period.count() > 0 && (elapsed - timing.after) % period < timing.length;
}

Weather burst(Milliseconds elapsed) noexcept
{
    Weather weather;
    if (elapsed % burstPeriod < burstLength)
        weather.load.eventsPerSecond = 1'600;
    return weather;
}

Weather slowActions() noexcept
{
    Weather weather;
    weather.faults.slowdown = 40;
    return weather;
}

Weather cacheThrash() noexcept
{
    Weather weather;
    weather.load.popularity = 0.2;
    return weather;
}

Weather deadLetters() noexcept
{
    Weather weather;
    weather.faults.rejectShare = 0.35;
    return weather;
}

Weather incident() noexcept
{
    return {{.eventsPerSecond = 420, .popularity = 0.45, .duplicateShare = 0.16, .malformedShare = 0.07},
            {.slowdown = 80, .rejectShare = 0.4, .hangShare = 0.05}};
}

} // namespace

std::string_view nameOf(Scenario scenario) noexcept
{
    constexpr std::array<std::string_view, allScenarios.size()> names{
        "steady", "burst", "slow-actions", "cache-thrash", "dead-letters", "incident"};
    return names.at(indexOf(scenario));
}

std::optional<Scenario> scenarioNamed(std::string_view name) noexcept
{
    for (const Scenario scenario : allScenarios) {
        if (nameOf(scenario) == name)
            return scenario;
    }
    return std::nullopt;
}

Weather weatherAt(Scenario scenario, Milliseconds elapsed, const IncidentTiming &timing) noexcept
{
    switch (scenario) {
    case Scenario::Steady:
        return {};
    case Scenario::Burst:
        return burst(elapsed);
    case Scenario::SlowActions:
        return slowActions();
    case Scenario::CacheThrash:
        return cacheThrash();
    case Scenario::DeadLetters:
        return deadLetters();
    case Scenario::Incident:
        return incidentRuns(elapsed, timing) ? incident() : Weather{};
    }
    return {};
}

} // namespace sightglass::demo
