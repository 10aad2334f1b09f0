// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/seriescache.h"

#include "parser/base/bytehash.h"

#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t failureSlack = 1000; // Prometheus' own, scraping reference section 3

std::uint32_t hashOf(std::string_view text) noexcept
{
    return static_cast<std::uint32_t>(hashBytes(text));
}

std::uint64_t hashOf(SeriesId id) noexcept
{
    // Ids count up along a page: eight neighbours share a cache line of the table, and only the lines are
    // scattered (by the upper half of a product).
    return (((id >> 3U) * 0x9E3779B97F4A7C15ULL) >> 32U) << 3U | (id & 7U);
}

} // namespace

void SeriesCache::beginScrape() noexcept
{
    ++m_scrape;
    m_last = none;
}

bool SeriesCache::is(Index entry, std::string_view text) const noexcept
{
    return textOf(m_entries[entry]) == text;
}

SeriesCache::Index SeriesCache::find(std::string_view text)
{
    const Index expected = successorSlot();
    // A forgotten entry has no text, and no series text is empty: it can be pointed at but never matches.
    if (expected != none && is(expected, text)) {
        m_last = expected;
        return expected;
    }
    const Index found =
        m_entryOfText.find(hashOf(text), [this, text](Index entry) { return is(entry, text); });
    if (found != none) {
        successorSlot() = found;
        m_last = found;
    }
    return found;
}

SeriesCache::Index SeriesCache::insert(std::string_view text, SeriesId series)
{
    return insertEntry(text, seriesSlot(series));
}

SeriesCache::Index SeriesCache::insertDropped(std::string_view text)
{
    return insertEntry(text, none);
}

SeriesCache::Index SeriesCache::insertEntry(std::string_view text, Index series)
{
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
    entry.series = series;
    entry.seenIn = 0;
    ++m_used;
    m_entryOfText.insert(entry.hash, index);
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
    for (Index i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].textSize > 0 && m_entries[i].seenIn != m_scrape)
            forget(i);
    }
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
    if (e.series != none)
        release(e.series);
    m_entryOfText.erase(e.hash, entry);
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
    m_slotOfSeries.erase(hashOf(s.id), series);
    s = Series();
    m_freeSeries.push_back(series);
}

SeriesCache::Index SeriesCache::seriesSlot(SeriesId id)
{
    const std::uint64_t hash = hashOf(id);
    Index slot = m_slotOfSeries.find(hash, [this, id](Index series) { return m_series[series].id == id; });
    if (slot == none) {
        if (m_freeSeries.empty()) {
            slot = static_cast<Index>(m_series.size());
            m_series.emplace_back();
        } else {
            slot = m_freeSeries.back();
            m_freeSeries.pop_back();
        }
        m_series[slot].id = id;
        m_slotOfSeries.insert(hash, slot);
    }
    ++m_series[slot].entries;
    return slot;
}

} // namespace sightglass
