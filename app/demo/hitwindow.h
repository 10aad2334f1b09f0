// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/event.h"

#include <array>
#include <cstdint>
#include <mutex>

namespace sightglass::demo {

/// The share of hits among the lookups of the last fifteen seconds: what an operator means by "the hit rate
/// now". A rate since the start would hardly move after a day. Any thread; times must not decrease by more
/// than a second.
class HitWindow
{
public:
    enum class Outcome : std::uint8_t
    {
        Miss,
        Hit
    };

    void record(Outcome outcome, TimePoint now);
    /// 0 … 100. Where nothing was looked up lately it stays at its last value; before the first lookup it is
    /// 0.
    [[nodiscard]] double percent(TimePoint now);

private:
    struct Second
    {
        std::int64_t at = -1;
        std::uint64_t hits = 0;
        std::uint64_t lookups = 0;
    };

    std::mutex m_mutex;
    std::array<Second, 15> m_seconds;
    double m_last = 0;
};

} // namespace sightglass::demo
