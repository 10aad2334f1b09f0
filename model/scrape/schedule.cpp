// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/schedule.h"

#include "model/core/timegrid.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::int64_t alignmentToleranceMs = 2;

} // namespace

ScrapeGrid scrapeGrid(std::string_view identity, std::int64_t intervalMs) noexcept
{
    const auto interval = static_cast<std::uint64_t>(intervalMs);
    return {intervalMs, static_cast<std::int64_t>(stableHash(identity) % interval)};
}

TimestampMs nextDue(const ScrapeGrid &grid, TimestampMs now) noexcept
{
    return gridFloor(now, grid.intervalMs, grid.phaseMs) + grid.intervalMs;
}

TimestampMs nextDueAfterFirst(const ScrapeGrid &grid, TimestampMs now) noexcept
{
    return nextDue(grid, now + grid.intervalMs / 2);
}

bool isDue(const ScrapeGrid &grid, TimestampMs due, TimestampMs now) noexcept
{
    // A planned time is never more than 1.5 intervals ahead: further away means that the clock was set back.
    return now >= due || due - now > 2 * grid.intervalMs;
}

std::uint64_t dueCount(const ScrapeGrid &grid, TimestampMs due, TimestampMs now) noexcept
{
    return now < due ? 0 : static_cast<std::uint64_t>((now - due) / grid.intervalMs) + 1;
}

TimestampMs alignedTimestamp(const ScrapeGrid &grid, TimestampMs actual) noexcept
{
    const TimestampMs ideal = gridFloor(actual, grid.intervalMs, grid.phaseMs);
    const std::int64_t tolerance = std::min(grid.intervalMs / 100, alignmentToleranceMs);
    return actual - ideal <= tolerance ? ideal : actual;
}

} // namespace sightglass
