// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass::demo {

/// What the demo shows. Steady is a healthy service; each of the others disturbs it in one way, Incident in
/// all of them at once and for a while only, again and again.
enum class Scenario : std::uint8_t
{
    Steady,
    Burst,
    SlowActions,
    CacheThrash,
    DeadLetters,
    Incident
};

inline constexpr std::array allScenarios{Scenario::Steady,      Scenario::Burst,       Scenario::SlowActions,
                                         Scenario::CacheThrash, Scenario::DeadLetters, Scenario::Incident};

/// The name on the command line and in /scenario, e.g. "slow-actions".
[[nodiscard]] std::string_view nameOf(Scenario scenario) noexcept;
/// The scenario with exactly this name; empty for any other text.
[[nodiscard]] std::optional<Scenario> scenarioNamed(std::string_view name) noexcept;

/// What arrives.
struct Load
{
    double eventsPerSecond = 200;
    /// Zipf exponent of the entities' popularity: high is skewed and caches well, 0 is uniform.
    double popularity = 1.28;
    /// Share of events delivered a second time, 0 … 1.
    double duplicateShare = 0.08;
    /// Share of events whose payload lacks what the conditions ask for, 0 … 1.
    double malformedShare = 0.002;
};

/// How the services behave that actions talk to.
struct Faults
{
    /// Factor on their usual answering times.
    double slowdown = 1;
    /// Share of requests that are declined, 0 … 1.
    double rejectShare = 0.002;
    /// Share of requests that are never answered, 0 … 1.
    double hangShare = 0;
};

struct Weather
{
    Load load;
    Faults faults;
};

/// An incident comes `after` the start of its scenario, lasts `length`, and again after each `pause`.
struct IncidentTiming
{
    Milliseconds after{10'000};
    Milliseconds length{60'000};
    Milliseconds pause{120'000};
};

/// The weather this long after the scenario began. A pure function: the same arguments give the same weather.
[[nodiscard]] Weather weatherAt(Scenario scenario, Milliseconds elapsed,
                                const IncidentTiming &timing) noexcept;

} // namespace sightglass::demo
