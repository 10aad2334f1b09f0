// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/entity.h"

#include <list>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace sightglass::demo {

/// Least-recently-used cache of entities, bounded by the memory that they take. Any thread.
class ResultCache
{
public:
    explicit ResultCache(std::size_t capacityBytes);

    /// The entity, which becomes the most recently used one; null on a miss.
    [[nodiscard]] EntityPtr find(EntityId id);
    /// Adds or replaces an entity as the most recently used one and drops the least recently used until the
    /// capacity holds again. Returns how many were dropped; an entity larger than the whole cache is not kept
    /// and counts as none.
    std::size_t insert(EntityPtr entity);
    /// True when there was something to invalidate.
    bool invalidate(EntityId id);

    /// Bytes taken, bookkeeping per entry included; never above the capacity.
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::size_t entries() const;
    /// Up to `limit` ids, most recently used first.
    [[nodiscard]] std::vector<EntityId> hottest(std::size_t limit) const;

private:
    using Order = std::list<EntityPtr>;

    void drop(Order::iterator entry);

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::size_t m_bytes = 0;
    Order m_order;
    std::unordered_map<EntityId, Order::iterator> m_index;
};

} // namespace sightglass::demo
