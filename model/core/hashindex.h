// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sightglass {

/// Finds places in a table of the caller's by hash: open addressing over pairs of hash and place, eight bytes
/// each. Growing never asks the table, and a look-up only where 32 bits of hash agree. The hash's low bits
/// must be good.
class HashIndex
{
public:
    using Place = std::uint32_t;
    static constexpr Place none = 0xFFFFFFFFU;

    /// The place that was inserted under this hash and for which is(place) holds, or none.
    template<typename Is>
    [[nodiscard]] Place find(std::uint64_t hash, const Is &is) const
    {
        if (m_slots.empty())
            return none;
        const auto wanted = static_cast<std::uint32_t>(hash);
        for (std::size_t i = wanted & mask(); m_slots[i].place != none; i = (i + 1) & mask()) {
            if (m_slots[i].hash == wanted && is(m_slots[i].place))
                return m_slots[i].place;
        }
        return none;
    }

    /// Adds a place that is not in it. place != none
    void insert(std::uint64_t hash, Place place);

    /// Takes out a place that was inserted under this hash.
    void erase(std::uint64_t hash, Place place);

    [[nodiscard]] std::size_t size() const noexcept { return m_used; }

    /// Memory of the table.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_slots.capacity() * sizeof(Slot); }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        Place place = none;
    };

    [[nodiscard]] std::size_t mask() const noexcept { return m_slots.size() - 1; }
    void put(Slot slot) noexcept;
    void grow();

    std::vector<Slot> m_slots; ///< linear probing; a power of two, at most half full
    std::size_t m_used = 0;
};

} // namespace sightglass
