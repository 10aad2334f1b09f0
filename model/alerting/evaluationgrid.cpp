// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/evaluationgrid.h"

#include <algorithm>

namespace sightglass {

namespace {

/// FNV-1a, 64 bits.
std::uint64_t stableHash(std::string_view text) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

} // namespace

EvaluationGrid::EvaluationGrid(std::string_view group, std::int64_t intervalMs) noexcept
    : m_intervalMs(std::max<std::int64_t>(intervalMs, 1))
    , m_offsetMs(static_cast<std::int64_t>(stableHash(group) % static_cast<std::uint64_t>(m_intervalMs)))
{}

TimestampMs EvaluationGrid::slotAt(TimestampMs t) const noexcept
{
    const std::int64_t past = (t - m_offsetMs) % m_intervalMs;
    return t - (past < 0 ? past + m_intervalMs : past);
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
