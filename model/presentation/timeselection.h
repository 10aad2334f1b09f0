// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"

#include <optional>
#include <vector>

namespace sightglass {

/// Which time the panels show: the last so-and-so-long, moving with each tick, or a fixed range the user
/// zoomed to. A value with its own way back through the zooms.
class TimeSelection
{
public:
    /// Live over the last `lengthMs`, which must be > 0.
    explicit TimeSelection(std::int64_t lengthMs = 5 * 60 * 1000);

    [[nodiscard]] std::int64_t lengthMs() const noexcept { return m_lengthMs; }
    /// Live again over a new length; forgets pause and zooms.
    void setLength(std::int64_t lengthMs);

    /// Moves with time: neither paused nor zoomed.
    [[nodiscard]] bool live() const noexcept { return !m_fixed; }
    [[nodiscard]] bool zoomed() const noexcept { return !m_zoomStack.empty(); }

    /// Stands still at what is shown now.
    void pause(TimestampMs now, TimestampMs firstData);
    /// Live again, over the chosen length.
    void resume();

    /// Shows this range (at least 1 s, so a slip of the mouse does not lose the data) and remembers what was
    /// shown before.
    void zoomTo(TimeRange range, TimestampMs now, TimestampMs firstData);
    /// Back to before the last zoom; live again after the last one unless it was paused.
    void zoomOut();

    /// What to show at `now` where the oldest sample is of `firstData`. While there is less history than the
    /// length asks for, a live range is the shortest of 1, 2, 5, 15 … min that holds the history, so that a
    /// first minute fills the panels instead of their right edge.
    [[nodiscard]] TimeRange range(TimestampMs now, TimestampMs firstData) const;

private:
    std::int64_t m_lengthMs;
    std::optional<TimeRange> m_fixed;
    std::vector<std::optional<TimeRange>> m_zoomStack;
};

} // namespace sightglass
