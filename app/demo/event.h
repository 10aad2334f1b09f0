// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace sightglass::demo {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;
using Milliseconds = std::chrono::milliseconds;
/// Durations as metrics carry them before the unit of their name is chosen.
using Seconds = std::chrono::duration<double>;

using EventId = std::uint64_t;
using EntityId = std::uint32_t;

/// One change that the observed service announces. The source delivers it at least once: the same id may come
/// again.
struct Event
{
    EventId id = 0;
    EntityId entity = 0;
    /// A JSON object with "kind" and "amount". Its sender may have got it wrong; conditions find out.
    std::string payload;

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace sightglass::demo
