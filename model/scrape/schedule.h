// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstdint>
#include <string_view>

namespace sightglass {

/// When one target is scraped: at the times k * intervalMs + phaseMs of the absolute Unix grid (scraping
/// reference, section 1), so that targets are spread over the interval and every restart meets the same grid.
/// A value; the caller has the clock and the timer.
struct ScrapeGrid
{
    std::int64_t intervalMs = 1000; ///< > 0
    std::int64_t phaseMs = 0;       ///< 0 <= phaseMs < intervalMs

    friend bool operator==(const ScrapeGrid &, const ScrapeGrid &) = default;
};

/// The grid of a target; `identity` is what tells targets apart (URL and labels).
[[nodiscard]] ScrapeGrid scrapeGrid(std::string_view identity, std::int64_t intervalMs) noexcept;

/// The first grid time after `now` (exclusive).
[[nodiscard]] TimestampMs nextDue(const ScrapeGrid &grid, TimestampMs now) noexcept;

/// The first grid time after a first scrape that happened at `now` because nobody should wait for it: at
/// least half an interval later, so that the two do not overlap.
[[nodiscard]] TimestampMs nextDueAfterFirst(const ScrapeGrid &grid, TimestampMs now) noexcept;

/// True when the scrape that was planned for `due` is to happen at `now`: the time has come, or the wall
/// clock was set back by more than an interval since it was planned.
[[nodiscard]] bool isDue(const ScrapeGrid &grid, TimestampMs due, TimestampMs now) noexcept;

/// How many grid times lie in [due, now] (both inclusive): 1 for a scrape on time, more where the loop was
/// held up.
[[nodiscard]] std::uint64_t dueCount(const ScrapeGrid &grid, TimestampMs due, TimestampMs now) noexcept;

/// The timestamp of a scrape that starts at `actual`: the latest grid time not after it where they differ by
/// at most min(interval / 100, 2 ms), which lets timestamps compress to nothing; else `actual`.
[[nodiscard]] TimestampMs alignedTimestamp(const ScrapeGrid &grid, TimestampMs actual) noexcept;

} // namespace sightglass
