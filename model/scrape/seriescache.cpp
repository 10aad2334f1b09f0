// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/seriescache.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t minTable = 64;
constexpr std::size_t failureSlack = 1000; // Prometheus' own, scraping reference section 3

std::uint32_t hashOf(std::string_view text) noexcept
{
    const std::size_t hash = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

} // namespace

void SeriesCache::beginScrape() noexcept
{
    ++m_scrape;
    m_last = none;
}

std::string_view SeriesCache::textOf(const Entry &entry) const noexcept
{
    return std::string_view(m_texts).substr(entry.textAt, entry.textSize);
}

bool SeriesCache::is(Index entry, std::string_view text) const noexcept
{
    return textOf(m_entries[entry]) == text;
}

SeriesCache::Index &SeriesCache::successorSlot() noexcept
{
    return m_last == none ? m_first : m_entries[m_last].next;
}

SeriesCache::Index SeriesCache::find(std::string_view text)
{
    const Index expected = successorSlot();
    // A forgotten entry has no text, and no series text is empty: it can be pointed at but never matches.
    if (expected != none && is(expected, text)) {
        m_last = expected;
        return expected;
    }
    if (m_table.empty())
        return none;
    const std::size_t mask = m_table.size() - 1;
    const std::uint32_t hash = hashOf(text);
    for (std::size_t i = hash & mask; m_table[i] != none; i = (i + 1) & mask) {
        const Index found = m_table[i];
        if (m_entries[found].hash == hash && is(found, text)) {
            successorSlot() = found;
            m_last = found;
            return found;
        }
    }
    return none;
}

SeriesCache::Index SeriesCache::insert(std::string_view text, SeriesId series)
{
    if ((m_used + 1) * 2 > m_table.size())
        rebuildTable(std::max(minTable, m_table.size() * 2));
    Index index = 0;
    if (m_freeEntries.empty()) {
        index = static_cast<Index>(m_entries.size());
        m_entries.emplace_back();
    } else {
        index = m_freeEntries.back();
        m_freeEntries.pop_back();
    }
    Entry &entry = m_entries[index];
    entry.textAt = m_texts.size();
    entry.textSize = static_cast<std::uint32_t>(text.size());
    m_texts.append(text);
    entry.hash = hashOf(text);
    entry.series = seriesSlot(series);
    entry.seenIn = 0;
    ++m_used;
    addToTable(index);
    // What was expected here probably comes next.
    entry.next = std::exchange(successorSlot(), index);
    m_last = index;
    return index;
}

void SeriesCache::rebind(Index entry, SeriesId series)
{
    const Index before = m_entries[entry].series;
    m_entries[entry].series = seriesSlot(series);
    release(before);
}

bool SeriesCache::markSeen(Index entry) noexcept
{
    return std::exchange(m_entries[entry].seenIn, m_scrape) != m_scrape;
}

void SeriesCache::track(Index entry) noexcept
{
    Series &series = m_series[m_entries[entry].series];
    if (series.trackedIn != m_scrape)
        series.trackedBefore = std::exchange(series.trackedIn, m_scrape);
}

std::vector<SeriesId> SeriesCache::vanished() const
{
    std::vector<SeriesId> ids;
    for (const Series &series : m_series) {
        if (series.entries > 0 && series.trackedIn == m_previousScrape && m_previousScrape != 0)
            ids.push_back(series.id);
    }
    return ids;
}

std::vector<SeriesId> SeriesCache::previous() const
{
    std::vector<SeriesId> ids;
    for (const Series &series : m_series) {
        const std::uint32_t tracked = series.trackedIn == m_scrape && m_scrape != m_previousScrape
                                          ? series.trackedBefore
                                          : series.trackedIn;
        if (series.entries > 0 && tracked == m_previousScrape && m_previousScrape != 0)
            ids.push_back(series.id);
    }
    return ids;
}

void SeriesCache::endScrape(Forget forget)
{
    if (forget == Forget::Unseen) {
        forgetUnseen();
        m_usedAtSuccess = m_used;
    }
    m_previousScrape = m_scrape;
}

void SeriesCache::endFailedScrape()
{
    if (m_used > 2 * m_usedAtSuccess + failureSlack)
        forgetUnseen();
    // A scrape number of its own, under which nothing is tracked.
    m_previousScrape = ++m_scrape;
}

void SeriesCache::forgetUnseen()
{
    const std::size_t before = m_used;
    for (Index i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].textSize > 0 && m_entries[i].seenIn != m_scrape)
            forget(i);
    }
    if (m_used == before)
        return;
    rebuildTable(m_table.size());
    if (m_forgottenBytes > m_texts.size() / 2)
        compactTexts();
}

void SeriesCache::compactTexts()
{
    std::string texts;
    texts.reserve(m_texts.size() - m_forgottenBytes);
    for (Entry &entry : m_entries) {
        const std::string_view text = textOf(entry);
        entry.textAt = texts.size();
        texts.append(text);
    }
    m_texts = std::move(texts);
    m_forgottenBytes = 0;
}

void SeriesCache::forget(Index entry)
{
    Entry &e = m_entries[entry];
    release(e.series);
    m_forgottenBytes += e.textSize;
    e = Entry();
    m_freeEntries.push_back(entry);
    --m_used;
}

void SeriesCache::release(Index series)
{
    Series &s = m_series[series];
    if (--s.entries > 0)
        return;
    m_seriesSlots.erase(s.id);
    s = Series();
    m_freeSeries.push_back(series);
}

SeriesCache::Index SeriesCache::seriesSlot(SeriesId id)
{
    const auto [slot, isNew] = m_seriesSlots.try_emplace(id, none);
    if (isNew) {
        if (m_freeSeries.empty()) {
            slot->second = static_cast<Index>(m_series.size());
            m_series.emplace_back();
        } else {
            slot->second = m_freeSeries.back();
            m_freeSeries.pop_back();
        }
        m_series[slot->second].id = id;
    }
    ++m_series[slot->second].entries;
    return slot->second;
}

void SeriesCache::rebuildTable(std::size_t capacity)
{
    m_table.assign(capacity, none);
    for (Index i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].textSize > 0)
            addToTable(i);
    }
}

void SeriesCache::addToTable(Index entry)
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t i = m_entries[entry].hash & mask;
    while (m_table[i] != none)
        i = (i + 1) & mask;
    m_table[i] = entry;
}

} // namespace sightglass
