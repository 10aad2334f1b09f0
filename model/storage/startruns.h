// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/storage/growingarray.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// The start timestamps (when counting began) of a series' samples. They change with restarts only, so a run
/// is kept per value: from a sample's time on, until the next run. 0 is unknown.
class StartRuns
{
public:
    struct Run
    {
        TimestampMs from = 0;
        TimestampMs start = 0;
    };
    using View = GrowingArray<Run>::View;

    /// The start of the sample at t, which is above all before.
    void add(TimestampMs t, TimestampMs start)
    {
        if (start != last())
            m_runs.append(Run{t, start});
    }

    /// Of the newest sample.
    [[nodiscard]] TimestampMs last() const noexcept { return empty() ? 0 : m_runs.items().back().start; }
    [[nodiscard]] bool empty() const noexcept { return m_runs.empty(); }

    /// Forgets what only samples before t need.
    void dropBefore(TimestampMs t);

    [[nodiscard]] View view() const noexcept { return m_runs.view(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_runs.bytes(); }

private:
    GrowingArray<Run> m_runs;
};

/// The starts of samples at these ascending times.
void readStarts(std::span<const StartRuns::Run> runs, std::span<const TimestampMs> times,
                std::vector<TimestampMs> &starts);

} // namespace sightglass
