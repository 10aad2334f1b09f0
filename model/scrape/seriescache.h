// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/hashindex.h"
#include "model/storage/head.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// What one target's earlier scrapes taught: which series a raw series text stands for, in which order the
/// lines come, and which series the previous scrape held (scraping reference, sections 3 and 6).
///
/// Lines mostly come in the order of the scrape before. Each entry therefore remembers its successor, and
/// find() compares that one's text before it hashes: a re-scrape in stable order never hashes.
class SeriesCache
{
public:
    using Index = std::uint32_t;
    static constexpr Index none = HashIndex::none;

    /// Begins a scrape.
    void beginScrape() noexcept;

    /// The entry of this raw text (never empty), or none. The line after it is expected to be the entry's
    /// successor.
    [[nodiscard]] Index find(std::string_view text);

    /// The text that is expected next; empty where none is. Lives until an entry is added or a scrape ends.
    [[nodiscard]] std::string_view expectedText() const noexcept
    {
        const Index expected = m_last == none ? m_first : m_entries[m_last].next;
        return expected == none ? std::string_view() : textOf(m_entries[expected]);
    }
    /// find() of that text, where the line is known to have it.
    [[nodiscard]] Index takeExpected() noexcept { return m_last = successorSlot(); }

    /// Adds the entry of a text that find() did not know, as the successor of the entry found or added
    /// before.
    Index insert(std::string_view text, SeriesId series);

    /// Adds the entry of a text whose series is not stored (relabelling drops it), likewise.
    Index insertDropped(std::string_view text);

    [[nodiscard]] bool isDropped(Index entry) const noexcept { return m_entries[entry].series == none; }

    /// Of an entry that is not dropped.
    [[nodiscard]] SeriesId seriesOf(Index entry) const noexcept
    {
        return m_series[m_entries[entry].series].id;
    }

    /// The entry's labels now live under another id (retention had removed the old one).
    void rebind(Index entry, SeriesId series);

    /// Marks the entry as seen in this scrape. False where it already was.
    bool markSeen(Index entry) noexcept
    {
        return std::exchange(m_entries[entry].seenIn, m_scrape) != m_scrape;
    }

    /// The entry's series (it is not dropped) is in this scrape and will get a stale marker when it is
    /// missing from the next.
    void track(Index entry) noexcept
    {
        Series &series = m_series[m_entries[entry].series];
        if (series.trackedIn != m_scrape)
            series.trackedBefore = std::exchange(series.trackedIn, m_scrape);
    }

    /// The series that the previous scrape tracked and this one did not.
    [[nodiscard]] std::vector<SeriesId> vanished() const;

    /// The series that the previous scrape tracked, whatever this one did so far: what a failed scrape or the
    /// removal of the target ends.
    [[nodiscard]] std::vector<SeriesId> previous() const;

    /// Ends a scrape that was taken over. Entries that it did not hold are forgotten; after an empty scrape
    /// all are kept.
    enum class Forget : std::uint8_t
    {
        Nothing,
        Unseen
    };
    void endScrape(Forget forget);

    /// Ends a scrape that failed: nothing counts as tracked by it. Entries are forgotten only where failures
    /// pile them up: more than 2 * (entries at the last success) + 1000.
    void endFailedScrape();

    [[nodiscard]] std::size_t size() const noexcept { return m_used; }
    /// Of all texts that are remembered.
    [[nodiscard]] std::size_t textBytes() const noexcept { return m_texts.size() - m_forgottenBytes; }

private:
    struct Entry
    {
        std::size_t textAt = 0;     ///< in m_texts
        std::uint32_t textSize = 0; ///< 0: the entry is free
        std::uint32_t hash = 0;
        Index series = none; ///< none: dropped
        Index next = none;
        std::uint32_t seenIn = 0;
    };
    /// One series; several texts may stand for it ({a,b} and {b,a}).
    struct Series
    {
        SeriesId id = 0;
        std::uint32_t trackedIn = 0;     ///< the latest scrape
        std::uint32_t trackedBefore = 0; ///< the latest one before that
        std::uint32_t entries = 0;       ///< that stand for it; 0: free
    };

    [[nodiscard]] std::string_view textOf(const Entry &entry) const noexcept
    {
        return {m_texts.data() + entry.textAt, entry.textSize};
    }
    [[nodiscard]] bool is(Index entry, std::string_view text) const noexcept;
    Index &successorSlot() noexcept { return m_last == none ? m_first : m_entries[m_last].next; }
    Index insertEntry(std::string_view text, Index series);
    void forgetUnseen();
    void forget(Index entry);
    void compactTexts();
    void release(Index series);
    [[nodiscard]] Index seriesSlot(SeriesId id);

    /// The texts one behind the other in the order of their coming: comparing page and cache then reads both
    /// in a row.
    std::string m_texts;
    std::size_t m_forgottenBytes = 0; ///< of m_texts
    std::vector<Entry> m_entries;
    std::vector<Index> m_freeEntries;
    HashIndex m_entryOfText;
    std::vector<Series> m_series;
    std::vector<Index> m_freeSeries;
    HashIndex m_slotOfSeries;
    std::size_t m_used = 0;
    std::size_t m_usedAtSuccess = 0;
    Index m_last = none;  ///< the entry found or added last in this scrape
    Index m_first = none; ///< the expected first entry
    std::uint32_t m_scrape = 0;
    std::uint32_t m_previousScrape = 0; ///< the scrape whose tracked series count as previous
};

} // namespace sightglass
