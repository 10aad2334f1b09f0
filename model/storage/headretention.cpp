// SPDX-License-Identifier: GPL-3.0-or-later
// Head's way out: retention by time and by memory.
#include "model/storage/headimpl.h"
#include "model/storage/seriesbytes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

// A memory limit never takes the open chunk of a series that had a sample within this time before the newest
// one.
constexpr TimestampMs idleAfterMs = 5 * 60 * 1000;

TimestampMs minusClamped(TimestampMs t, std::int64_t span) noexcept
{
    constexpr TimestampMs lowest = std::numeric_limits<TimestampMs>::min();
    return span > 0 && t < lowest + span ? lowest : t - span;
}

} // namespace

void Head::Impl::setRetention(Retention retention)
{
    m_retention = retention;
    m_dropKnown = false;
}

void Head::Impl::applyRetention()
{
    removeEmptySeries();
    if (!m_anySample)
        return;
    const TimestampMs cutoff = minusClamped(m_newest, m_retention.maxAgeMs);
    if (!m_dropKnown || cutoff >= m_nextDrop) {
        dropBefore(cutoff, cutoff);
        // Looking again is worth while only when a sensible part of what is kept has aged.
        m_nextDrop = cutoff + m_retention.maxAgeMs / 64;
        m_dropKnown = true;
    }
    if (bytes() <= m_retention.maxBytes)
        return;
    // A little below the limit, so that the next scrape does not come here again.
    const std::size_t target = m_retention.maxBytes - m_retention.maxBytes / 16;
    const TimestampMs chunkCutoff = m_sealedBytes.cutoffFor(bytes() - target);
    dropBefore(std::max(chunkCutoff, cutoff), std::min(chunkCutoff, minusClamped(m_newest, idleAfterMs)));
    dropIdleSeries(target);
}

void Head::Impl::dropBefore(TimestampMs chunkCutoff, TimestampMs seriesCutoff)
{
    for (Slot slot = 0; slot < m_writers.size(); ++slot) {
        const SeriesWriter &writer = m_writers[slot];
        if (writer.data == nullptr || writer.encoder.count == 0)
            continue;
        if (writer.encoder.time < seriesCutoff && !writer.hasPending()) {
            removeSeries(slot);
            continue;
        }
        if (m_oldestEnds[slot] < chunkCutoff)
            dropChunks(slot, chunkCutoff);
    }
}

void Head::Impl::dropChunks(Slot slot, TimestampMs cutoff)
{
    SeriesWriter &writer = m_writers[slot];
    const SeriesData &old = *writer.data;
    auto data = std::make_shared<SeriesData>();
    data->id = old.id;
    data->labels = old.labels;
    const auto kept =
        std::partition_point(old.sealed.begin(), old.sealed.end(),
                             [cutoff](const Chunk &chunk) { return chunk.lastTime() < cutoff; });
    for (auto chunk = old.sealed.begin(); chunk != kept; ++chunk) {
        m_samples -= chunk->sampleCount();
        m_seriesBytes -= sealedBytes(*chunk);
        m_sealedBytes.remove(chunk->lastTime(), sealedBytes(*chunk));
    }
    data->sealed.assign(kept, old.sealed.end());
    // Readers of the old object go on with its own words.
    for (std::size_t i = 0; i < writer.encoder.wordCount(); ++i)
        data->open.store(i, old.open.load(i));
    writer.data = data.get();
    m_table.setData(slot, std::move(data));
    noteOldest(slot);
    m_snapshot = nullptr;
}

void Head::Impl::removeSeries(Slot slot)
{
    SeriesWriter &writer = m_writers[slot];
    for (const Chunk &chunk : writer.data->sealed) {
        m_samples -= chunk.sampleCount();
        m_seriesBytes -= sealedBytes(chunk);
        m_sealedBytes.remove(chunk.lastTime(), sealedBytes(chunk));
    }
    if (writer.encoder.count > 0) {
        m_samples -= writer.encoder.count;
        m_index.noteRemoved();
        m_snapshot = nullptr;
    }
    m_seriesBytes -= OpenWords::extraBytesFor(writer.encoder.wordCount());
    m_seriesBytes -=
        sizeof(SeriesData) + writer.data->labels.bytes() + SeriesTable::bytesPerSlot() + perSeriesBytes;
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
        const SeriesWriter &writer = m_writers[slot];
        if (writer.hasPending())
            return false;
        if (writer.data != nullptr && writer.encoder.count == 0)
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
        const SeriesWriter &writer = m_writers[slot];
        if (writer.encoder.count > 0 && writer.encoder.time < idleSince && !writer.hasPending())
            idle.emplace_back(writer.encoder.time, slot);
    }
    std::sort(idle.begin(), idle.end());
    for (const auto &[time, slot] : idle) {
        if (bytes() <= limit)
            return;
        removeSeries(slot);
    }
}

} // namespace sightglass
