// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <optional>
#include <string_view>

namespace sightglass {

/// The times at which one group is evaluated: k * interval + offset, the offset spreading groups over the
/// interval by the hash of their name (rules reference, section 2). The hash is the same in every run.
class EvaluationGrid
{
public:
    /// intervalMs > 0.
    EvaluationGrid(std::string_view group, std::int64_t intervalMs) noexcept;

    /// The latest grid time <= t.
    [[nodiscard]] TimestampMs slotAt(TimestampMs t) const noexcept;

    /// The first grid time > last, or >= now for a group that was never evaluated.
    [[nodiscard]] TimestampMs nextDue(std::optional<TimestampMs> last, TimestampMs now) const noexcept;

    /// The grid time to evaluate at `now`, if one is due: the latest one, when it is later than `last`. A
    /// clock that was set back by more than an interval starts the grid anew instead of holding alerts until
    /// it catches up.
    [[nodiscard]] std::optional<TimestampMs> dueSlot(std::optional<TimestampMs> last,
                                                     TimestampMs now) const noexcept;

    /// Grid times strictly between two evaluations; 0 where `slot` is not later.
    [[nodiscard]] std::uint64_t missedBetween(TimestampMs last, TimestampMs slot) const noexcept;

    [[nodiscard]] std::int64_t intervalMs() const noexcept { return m_intervalMs; }

private:
    std::int64_t m_intervalMs;
    std::int64_t m_offsetMs;
};

} // namespace sightglass
