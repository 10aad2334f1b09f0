// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/evaluationgrid.h"

#include "model/core/timegrid.h"

#include <algorithm>

namespace sightglass {

EvaluationGrid::EvaluationGrid(std::string_view group, std::int64_t intervalMs) noexcept
    : m_intervalMs(std::max<std::int64_t>(intervalMs, 1))
    , m_offsetMs(static_cast<std::int64_t>(stableHash(group) % static_cast<std::uint64_t>(m_intervalMs)))
{}

TimestampMs EvaluationGrid::slotAt(TimestampMs t) const noexcept
{
    return gridFloor(t, m_intervalMs, m_offsetMs);
}

TimestampMs EvaluationGrid::nextDue(std::optional<TimestampMs> last, TimestampMs now) const noexcept
{
    const TimestampMs slot = slotAt(now);
    if (!last)
        return slot == now ? now : slot + m_intervalMs;
    return dueSlot(last, now).value_or(*last + m_intervalMs);
}

std::optional<TimestampMs> EvaluationGrid::dueSlot(std::optional<TimestampMs> last,
                                                   TimestampMs now) const noexcept
{
    const TimestampMs slot = slotAt(now);
    const bool setBack = last && slot < *last - m_intervalMs;
    if (!last || slot > *last || setBack)
        return slot;
    return std::nullopt;
}

std::uint64_t EvaluationGrid::missedBetween(TimestampMs last, TimestampMs slot) const noexcept
{
    return slot <= last ? 0 : static_cast<std::uint64_t>((slot - last) / m_intervalMs - 1);
}

} // namespace sightglass
