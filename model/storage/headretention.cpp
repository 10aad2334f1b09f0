// SPDX-License-Identifier: GPL-3.0-or-later
// Head's way out: retention by time and by memory.
#include "model/storage/headimpl.h"
#include "model/storage/seriesbytes.h"
#include "model/storage/timespan.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

// A memory limit never takes the open chunk of a series that had a sample within this time before the newest
// one.
constexpr TimestampMs idleAfterMs = 5 * 60 * 1000;

// Where nothing more could be dropped, looking again is worth while once that much time has passed in samples
// or that part of the limit has been added.
constexpr TimestampMs lookAgainAfterMs = 10 * 1000;
constexpr std::size_t lookAgainPart = 64;

} // namespace

void Head::Impl::setRetention(Retention retention)
{
    m_retention = retention;
    limitExemplars();
    m_dropKnown = false;
    m_full = false;
}

void Head::Impl::limitExemplars()
{
    const std::size_t before = m_exemplars.size();
    m_exemplars.setLimits(exemplarLimits(m_retention));
    if (m_exemplars.size() != before)
        m_snapshot = nullptr;
}

void Head::Impl::dropExemplars(TimestampMs cutoff)
{
    const std::size_t before = m_exemplars.size();
    m_exemplars.dropBefore(cutoff);
    if (m_exemplars.size() != before)
        m_snapshot = nullptr;
}

void Head::Impl::applyRetention()
{
    removeEmptySeries();
    if (!m_anySample)
        return;
    const TimestampMs cutoff = minusClamped(m_newest, m_retention.maxAgeMs);
    if (!m_dropKnown || cutoff >= m_nextDrop) {
        dropBefore(cutoff, cutoff);
        dropExemplars(cutoff);
        // Looking again is worth while only when a sensible part of what is kept has aged.
        m_nextDrop = cutoff + m_retention.maxAgeMs / 64;
        m_dropKnown = true;
    }
    if (bytes() <= m_retention.maxBytes) {
        m_full = false;
        return;
    }
    const bool inVain = m_full && m_newest < m_fullNewest + lookAgainAfterMs &&
                        bytes() <= m_fullBytes + m_retention.maxBytes / lookAgainPart;
    if (!inVain)
        dropToLimit(cutoff);
}

void Head::Impl::dropToLimit(TimestampMs ageCutoff)
{
    // A little below the limit, so that the next scrape does not come here again.
    const std::size_t target = m_retention.maxBytes - m_retention.maxBytes / 16;
    dropEndedSeries(target);
    if (bytes() > target) {
        const TimestampMs chunkCutoff = m_sealedBytes.cutoffFor(bytes() - target);
        dropBefore(std::max(chunkCutoff, ageCutoff),
                   std::min(chunkCutoff, minusClamped(m_newest, idleAfterMs)));
        dropIdleSeries(target);
    }
    m_full = bytes() > m_retention.maxBytes;
    m_fullBytes = bytes();
    m_fullNewest = m_newest;
}

void Head::Impl::dropEndedSeries(std::size_t limit)
{
    std::vector<std::pair<TimestampMs, Slot>> ended;
    for (Slot slot = 0; slot < m_writers.size(); ++slot) {
        if (hasCommitted(slot) && isEnded(slot) && !hasPending(slot))
            ended.emplace_back(committedTime(slot), slot);
    }
    dropOldest(std::move(ended), limit);
}

void Head::Impl::dropBefore(TimestampMs chunkCutoff, TimestampMs seriesCutoff)
{
    for (Slot slot = 0; slot < m_writers.size(); ++slot) {
        if (m_writers[slot].data == nullptr || !hasCommitted(slot))
            continue;
        if (committedTime(slot) < seriesCutoff && !hasPending(slot)) {
            removeSeries(slot);
            continue;
        }
        if (m_oldestEnds[slot] < chunkCutoff)
            dropChunks(slot, chunkCutoff);
    }
}

void Head::Impl::dropChunks(Slot slot, TimestampMs cutoff)
{
    m_changes.noteDropped(cutoff);
    SeriesWriter &writer = m_writers[slot];
    const SeriesData &old = *writer.data;
    auto data = std::make_shared<SeriesData>();
    data->id = old.id;
    data->labels = old.labels;
    const auto kept =
        std::partition_point(old.sealed.begin(), old.sealed.end(),
                             [cutoff](const Chunk &chunk) { return chunk.lastTime() < cutoff; });
    if (kept != old.sealed.begin())
        noteGone(old.sealed.front().firstTime(), old.sealed.front().lastTime());
    for (auto chunk = old.sealed.begin(); chunk != kept; ++chunk) {
        m_stats.samples -= chunk->sampleCount();
        m_seriesBytes -= sealedBytes(*chunk);
        m_sealedBytes.remove(chunk->lastTime(), sealedBytes(*chunk));
    }
    data->sealed.assign(kept, old.sealed.end());
    // Floats that stopped when histograms began.
    if (writer.encoder.count > 0 && writer.encoder.time < std::min(cutoff, committedTime(slot))) {
        noteGone(m_table.row(slot).firstTime(), writer.encoder.time);
        m_stats.samples -= writer.encoder.count;
        m_seriesBytes -= OpenWords::extraBytesFor(writer.encoder.wordCount());
        writer.encoder = XorEncoder{};
        m_table.setVisible(slot, 0, m_table.row(slot).lastTime);
    }
    // Readers of the old object go on with its own words.
    for (std::size_t i = 0; i < writer.encoder.wordCount(); ++i)
        data->open.store(i, old.open.load(i));
    writer.data = data.get();
    m_table.setData(slot, std::move(data));
    if (writer.hasExtras)
        dropExtras(slot, cutoff);
    noteOldest(slot);
    m_snapshot = nullptr;
}

void Head::Impl::removeSeries(Slot slot)
{
    SeriesWriter &writer = m_writers[slot];
    const bool committed = hasCommitted(slot);
    if (committed) {
        m_changes.noteDropped(committedTime(slot));
        noteGone(m_table.row(slot).firstTime(), committedTime(slot));
    }
    for (const Chunk &chunk : writer.data->sealed) {
        m_stats.samples -= chunk.sampleCount();
        m_seriesBytes -= sealedBytes(chunk);
        m_sealedBytes.remove(chunk.lastTime(), sealedBytes(chunk));
    }
    m_stats.samples -= writer.encoder.count;
    if (committed) {
        --m_stats.series;
        m_index.noteRemoved();
        m_snapshot = nullptr;
    }
    m_seriesBytes -= OpenWords::extraBytesFor(writer.encoder.wordCount());
    m_seriesBytes -=
        sizeof(SeriesData) + writer.data->labels.bytes() + SeriesTable::bytesPerSlot() + perSeriesBytes;
    if (writer.hasExtras)
        removeExtras(slot);
    m_slotOfLabels.erase(writer.data->labels.hash(), slot);
    m_oldestEnds[slot] = std::numeric_limits<TimestampMs>::max();
    const std::uint32_t generation = writer.generation + 1;
    writer = SeriesWriter{};
    writer.generation = generation;
    m_table.clear(slot);
    m_freeSlots.push_back(slot);
}

void Head::Impl::removeEmptySeries()
{
    std::erase_if(m_emptySlots, [this](Slot slot) {
        if (hasPending(slot))
            return false;
        if (m_writers[slot].data != nullptr && !hasCommitted(slot))
            removeSeries(slot);
        return true;
    });
}

void Head::Impl::dropIdleSeries(std::size_t limit)
{
    if (bytes() <= limit)
        return;
    const TimestampMs idleSince = minusClamped(m_newest, idleAfterMs);
    std::vector<std::pair<TimestampMs, Slot>> idle;
    for (Slot slot = 0; slot < m_writers.size(); ++slot) {
        if (hasCommitted(slot) && committedTime(slot) < idleSince && !hasPending(slot))
            idle.emplace_back(committedTime(slot), slot);
    }
    dropOldest(std::move(idle), limit);
}

void Head::Impl::dropOldest(std::vector<std::pair<TimestampMs, Slot>> series, std::size_t limit)
{
    std::sort(series.begin(), series.end());
    for (const auto &[time, slot] : series) {
        if (bytes() <= limit)
            return;
        removeSeries(slot);
    }
}

void Head::Impl::noteGone(TimestampMs first, TimestampMs last) noexcept
{
    if (first <= m_stats.minTime || last >= m_stats.maxTime)
        m_spanKnown = false;
}

} // namespace sightglass
