// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/startruns.h"

#include <algorithm>

namespace sightglass {

namespace {

/// How many runs begin at or before t.
std::size_t runsUpTo(std::span<const StartRuns::Run> runs, TimestampMs t)
{
    const auto after = std::ranges::upper_bound(runs, t, {}, &StartRuns::Run::from);
    return static_cast<std::size_t>(after - runs.begin());
}

} // namespace

void StartRuns::dropBefore(TimestampMs t)
{
    const std::size_t begun = runsUpTo(m_runs.items(), t);
    if (begun > 1)
        m_runs.dropFirst(begun - 1);
}

void readStarts(std::span<const StartRuns::Run> runs, std::span<const TimestampMs> times,
                std::vector<TimestampMs> &starts)
{
    starts.clear();
    if (times.empty())
        return;
    starts.reserve(times.size());
    std::size_t begun = runsUpTo(runs, times.front());
    for (const TimestampMs t : times) {
        while (begun < runs.size() && runs[begun].from <= t)
            ++begun;
        starts.push_back(begun > 0 ? runs[begun - 1].start : 0);
    }
}

} // namespace sightglass
