// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/hashindex.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sightglass {

namespace {
constexpr std::size_t minSlots = 64;
} // namespace

void HashIndex::insert(std::uint64_t hash, Place place)
{
    assert(place != none);
    if ((m_used + 1) * 2 > m_slots.size())
        grow();
    put({static_cast<std::uint32_t>(hash), place});
    ++m_used;
}

void HashIndex::put(Slot slot) noexcept
{
    std::size_t i = slot.hash & mask();
    while (m_slots[i].place != none)
        i = (i + 1) & mask();
    m_slots[i] = slot;
}

void HashIndex::grow()
{
    const std::vector<Slot> before =
        std::exchange(m_slots, std::vector<Slot>(std::max(minSlots, m_slots.size() * 2)));
    for (const Slot &slot : before) {
        if (slot.place != none)
            put(slot);
    }
}

void HashIndex::erase(std::uint64_t hash, Place place)
{
    assert(m_used > 0);
    std::size_t hole = static_cast<std::uint32_t>(hash) & mask();
    while (m_slots[hole].place != place)
        hole = (hole + 1) & mask();
    // Whatever stands behind the hole and could stand in it moves up, so that no look-up stops too early.
    for (std::size_t i = (hole + 1) & mask(); m_slots[i].place != none; i = (i + 1) & mask()) {
        const std::size_t home = m_slots[i].hash & mask();
        if (((i - home) & mask()) < ((i - hole) & mask()))
            continue;
        m_slots[hole] = m_slots[i];
        hole = i;
    }
    m_slots[hole] = Slot{};
    --m_used;
}

} // namespace sightglass
