// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/resultcache.h"

#include <algorithm>

namespace sightglass::demo {

namespace {

/// A list node, a hash node and the two allocations around the entity.
constexpr std::size_t bookkeepingBytes = 96;

std::size_t cost(const Entity &entity)
{
    return entity.bytes() + bookkeepingBytes;
}

} // namespace

ResultCache::ResultCache(std::size_t capacityBytes)
    : m_capacity(capacityBytes)
{}

EntityPtr ResultCache::find(EntityId id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(id);
    if (found == m_index.end())
        return nullptr;
    m_order.splice(m_order.begin(), m_order, found->second);
    return *found->second;
}

std::size_t ResultCache::insert(EntityPtr entity)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_index.find(entity->id); found != m_index.end())
        drop(found->second);
    const std::size_t bytes = cost(*entity);
    if (bytes > m_capacity)
        return 0;
    std::size_t evicted = 0;
    while (m_bytes + bytes > m_capacity) {
        drop(std::prev(m_order.end()));
        ++evicted;
    }
    m_bytes += bytes;
    m_order.push_front(std::move(entity));
    m_index[m_order.front()->id] = m_order.begin();
    return evicted;
}

bool ResultCache::invalidate(EntityId id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(id);
    if (found == m_index.end())
        return false;
    drop(found->second);
    return true;
}

std::size_t ResultCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::size_t ResultCache::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_order.size();
}

std::vector<EntityId> ResultCache::hottest(std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<EntityId> ids;
    ids.reserve(std::min(limit, m_order.size()));
    for (const EntityPtr &entity : m_order) {
        if (ids.size() == limit)
            break;
        ids.push_back(entity->id);
    }
    return ids;
}

void ResultCache::drop(Order::iterator entry)
{
    m_bytes -= cost(**entry);
    m_index.erase((*entry)->id);
    m_order.erase(entry);
}

} // namespace sightglass::demo
