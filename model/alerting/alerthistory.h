// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <cstddef>
#include <deque>
#include <span>

namespace sightglass {

/// The newest transitions of alerts, oldest first, bounded: when full, the oldest go. A value; owned by one
/// thread.
class AlertHistory
{
public:
    /// capacity 0 keeps nothing.
    explicit AlertHistory(std::size_t capacity = 2000);

    void add(std::span<const AlertTransition> transitions);
    void clear();

    [[nodiscard]] const std::deque<AlertTransition> &transitions() const noexcept { return m_transitions; }
    [[nodiscard]] std::size_t capacity() const noexcept { return m_capacity; }
    /// How many have been let go for want of room.
    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_dropped; }

private:
    std::size_t m_capacity;
    std::uint64_t m_dropped = 0;
    std::deque<AlertTransition> m_transitions;
};

} // namespace sightglass
