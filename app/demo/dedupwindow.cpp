// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/dedupwindow.h"

namespace sightglass::demo {

DedupWindow::DedupWindow(Milliseconds length, std::size_t capacity)
    : m_length(length)
    , m_capacity(capacity)
{}

bool DedupWindow::isDuplicate(EventId id, TimePoint now)
{
    while (!m_order.empty() && now - m_order.front().at >= m_length)
        forgetOldest();
    if (m_known.contains(id))
        return true;
    remember(id, now);
    return false;
}

std::vector<EventId> DedupWindow::ids() const
{
    std::vector<EventId> result;
    result.reserve(m_order.size());
    for (const Seen &seen : m_order)
        result.push_back(seen.id);
    return result;
}

void DedupWindow::restore(std::span<const EventId> ids, TimePoint now)
{
    for (const EventId id : ids) {
        if (!m_known.contains(id))
            remember(id, now);
    }
}

void DedupWindow::remember(EventId id, TimePoint now)
{
    if (m_order.size() >= m_capacity)
        forgetOldest();
    m_order.push_back({now, id});
    m_known.insert(id);
}

void DedupWindow::forgetOldest()
{
    if (m_order.empty())
        return;
    m_known.erase(m_order.front().id);
    m_order.pop_front();
}

} // namespace sightglass::demo
