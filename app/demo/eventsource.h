// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"
#include "app/demo/scenario.h"
#include "app/demo/zipf.h"

#include <deque>
#include <random>

namespace sightglass::demo {

/// The event log the observer reads: entities of skewed popularity, random arrival, and delivery at least
/// once, so some events come a second time a little later. Not thread-safe.
class EventSource
{
public:
    /// nextId is where reading goes on, e.g. after a recovery. The same seed gives the same events.
    EventSource(std::uint32_t entityCount, EventId nextId, std::uint64_t seed);

    /// How many events have arrived since the last call, drawn from a Poisson process of this rate. The first
    /// call starts the clock. A reader that stalls finds at most two seconds' worth waiting.
    [[nodiscard]] unsigned arrivals(TimePoint now, double eventsPerSecond);
    /// The next event, or an earlier one once more.
    [[nodiscard]] Event next(const Load &load);
    /// The id that the next new event will have.
    [[nodiscard]] EventId position() const noexcept { return m_nextId; }

private:
    struct Redelivery
    {
        EventId notBefore;
        Event event;
    };

    [[nodiscard]] Event fresh(const Load &load);
    [[nodiscard]] double uniform() { return std::uniform_real_distribution<double>(0, 1)(m_random); }

    std::uint32_t m_entityCount;
    EventId m_nextId;
    std::mt19937_64 m_random;
    Zipf m_popularity;
    std::deque<Redelivery> m_redeliveries;
    TimePoint m_lastArrivals{};
};

} // namespace sightglass::demo
