// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace sightglass {

/// Since which time the samples of a store differ from those it had some commits ago. A value: a snapshot has
/// its own copy.
class ChangeLog
{
public:
    /// Commits that are remembered.
    static constexpr std::size_t depth = 256;

    /// A commit whose earliest sample lies at t.
    void add(TimestampMs t)
    {
        ++m_version;
        if (m_earliest.size() == depth)
            m_earliest.erase(m_earliest.begin());
        m_earliest.push_back(t);
    }

    /// Retention dropped samples, the last of them at t or before.
    void noteDropped(TimestampMs t) noexcept { m_droppedTo = t > m_droppedTo ? t : m_droppedTo; }
    /// See droppedTo() of a snapshot.
    [[nodiscard]] TimestampMs droppedTo() const noexcept { return m_droppedTo; }

    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

    /// See Snapshot::earliestChangeSince().
    [[nodiscard]] TimestampMs earliestSince(std::uint64_t version) const noexcept
    {
        const std::uint64_t commits = m_version - version;
        if (commits > m_earliest.size())
            return std::numeric_limits<TimestampMs>::min();
        TimestampMs earliest = std::numeric_limits<TimestampMs>::max();
        for (std::size_t i = m_earliest.size() - static_cast<std::size_t>(commits); i < m_earliest.size();
             ++i)
            earliest = earliest < m_earliest[i] ? earliest : m_earliest[i];
        return earliest;
    }

private:
    std::uint64_t m_version = 0;
    TimestampMs m_droppedTo = std::numeric_limits<TimestampMs>::min();
    std::vector<TimestampMs> m_earliest; ///< of the newest commits, oldest first
};

} // namespace sightglass
