// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriesindex.h"

#include <utility>

namespace sightglass {

const SeriesIndex::Segments &SeriesIndex::publish(const IndexSegment::IsLive &isLive)
{
    std::size_t listed = m_added.size();
    for (const auto &segment : m_segments)
        listed += segment->size();
    if (m_dead * 4 > listed) {
        joinFrom(0, isLive);
        return m_segments;
    }
    if (m_added.empty())
        return m_segments;
    std::size_t first = m_segments.size();
    std::size_t tail = m_added.size();
    while (first > 0 && m_segments[first - 1]->size() <= 2 * tail)
        tail += m_segments[--first]->size();
    joinFrom(first, isLive);
    return m_segments;
}

void SeriesIndex::joinFrom(std::size_t first, const IndexSegment::IsLive &isLive)
{
    // Taken out with its memory: the fifty thousand of a first scrape are not needed again.
    const std::vector<IndexEntry> added = std::exchange(m_added, {});
    std::vector<IndexEntry> entries;
    std::size_t listed = added.size();
    const auto take = [&](const IndexEntry &entry) {
        if (isLive(entry))
            entries.push_back(entry);
    };
    for (std::size_t i = first; i < m_segments.size(); ++i) {
        listed += m_segments[i]->size();
        for (const IndexEntry &entry : m_segments[i]->entries())
            take(entry);
    }
    for (const IndexEntry &entry : added)
        take(entry);
    m_dead -= listed - entries.size();
    m_segments.resize(first);
    entries.shrink_to_fit();
    if (!entries.empty())
        m_segments.push_back(std::make_shared<const IndexSegment>(std::move(entries)));
}

std::size_t SeriesIndex::bytes() const noexcept
{
    std::size_t total = m_added.capacity() * sizeof(IndexEntry);
    for (const auto &segment : m_segments)
        total += segment->bytes();
    return total;
}

} // namespace sightglass
