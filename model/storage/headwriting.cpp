// SPDX-License-Identifier: GPL-3.0-or-later
// Head's way in: series, transactions, chunks, publication.
#include "model/storage/headimpl.h"
#include "model/storage/seriesbytes.h"
#include "model/storage/timespan.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <string>

namespace sightglass {

namespace {

// Retention drops whole chunks, so they are no longer than a small part of what is kept.
constexpr std::int64_t joinedPart = 32;

// Of the memory limit: what exemplars may take, so that they never drive samples out.
constexpr std::size_t exemplarPart = 16;

constexpr TimestampMs noTime = std::numeric_limits<TimestampMs>::max();

// Series that begin together would all seal in the same scrape; the first chunk of each page ends at another
// one.
std::uint8_t firstLimit(Slot slot) noexcept
{
    constexpr Slot spread = 97;
    return static_cast<std::uint8_t>(XorEncoder::maxSamples - slot / SeriesPage::slots * 37 % spread);
}

/// The memory limit as an error tells it.
std::string limitText(std::size_t bytes)
{
    return std::to_string(bytes >> 20U) + " MiB";
}

} // namespace

SeriesId Head::Impl::seriesFor(const Labels &labels)
{
    assert(!labels.empty());
    const Slot known =
        m_slotOfLabels.find(labels.hash(), [&](Slot slot) { return m_writers[slot].data->labels == labels; });
    if (known != HashIndex::none)
        return m_writers[known].idIn(known);
    const Slot slot = takeSlot();
    SeriesWriter &writer = m_writers[slot];
    const SeriesId id = writer.idIn(slot);
    auto data = std::make_shared<SeriesData>();
    data->id = id;
    data->labels = labels;
    writer.data = data.get();
    writer.limit = firstLimit(slot);
    m_table.setData(slot, std::move(data));
    m_slotOfLabels.insert(labels.hash(), slot);
    m_emptySlots.push_back(slot);
    m_seriesBytes += sizeof(SeriesData) + labels.bytes() + SeriesTable::bytesPerSlot() + perSeriesBytes;
    return id;
}

Slot Head::Impl::takeSlot()
{
    if (!m_freeSlots.empty()) {
        const Slot slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        return slot;
    }
    const auto slot = static_cast<Slot>(m_writers.size());
    m_writers.emplace_back();
    m_oldestEnds.push_back(noTime);
    return slot;
}

Head::Impl::SeriesWriter *Head::Impl::writerOf(SeriesId id)
{
    const Slot slot = slotOf(id);
    if (slot >= m_writers.size())
        return nullptr;
    SeriesWriter &writer = m_writers[slot];
    return writer.data != nullptr && writer.generation == id >> 32U ? &writer : nullptr;
}

const Labels *Head::Impl::labelsOf(SeriesId id) const
{
    const Slot slot = slotOf(id);
    const bool known =
        slot < m_writers.size() && m_writers[slot].data != nullptr && m_writers[slot].generation == id >> 32U;
    return known ? &m_writers[slot].data->labels : nullptr;
}

Status Head::Impl::append(SeriesId id, TimestampMs t, double value, TimestampMs start)
{
    SeriesWriter *writer = writerOf(id);
    if (writer == nullptr)
        return Error{ErrorCode::OutOfBounds, {}, {}, {}};
    if (writer->newestIsHistogram && isStaleMarker(value))
        return append(id, t, staleHistogram(), start);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    if (writer->hasNewest && t <= writer->newestTime) {
        if (t < writer->newestTime)
            return Error{ErrorCode::OutOfOrderSample, {}, {}, {}};
        if (writer->newestIsHistogram || bits != writer->newestBits)
            return Error{ErrorCode::DuplicateSample, {}, {}, {}};
        return Done{};
    }
    if (const Status admitted = mayTake(*writer, t); !admitted.ok())
        return admitted;
    writer->hasNewest = true;
    writer->newestIsHistogram = false;
    writer->newestTime = t;
    writer->newestBits = bits;
    m_pending.push_back({slotOf(id), t, value});
    if (start != 0 || writer->hasExtras)
        noteStart(slotOf(id), t, start);
    return Done{};
}

Status Head::Impl::mayTake(const SeriesWriter &writer, TimestampMs t) const
{
    // One exposed timestamp of 1970 is no sample worth keeping and would stretch every time axis.
    if (m_anySample && t < minusClamped(m_newest, m_retention.maxAgeMs))
        return Error{ErrorCode::OutOfBounds, {}, {}, {}};
    if (!writer.hasNewest && !mayBegin())
        return Error{ErrorCode::SeriesLimitExceeded, {limitText(m_retention.maxBytes)}, {}, {}};
    return Done{};
}

ExemplarRing::Limits Head::Impl::exemplarLimits(const Retention &retention) noexcept
{
    return {retention.maxExemplars, retention.maxBytes / exemplarPart};
}

ExemplarVerdict Head::Impl::appendExemplar(SeriesId id, Exemplar exemplar)
{
    const Labels *series = labelsOf(id);
    if (series == nullptr)
        return ExemplarVerdict::NotKept;
    const ExemplarVerdict verdict = m_exemplars.check(*series, exemplar);
    if (verdict == ExemplarVerdict::Taken)
        m_pendingExemplars.push_back({*series, std::move(exemplar)});
    return verdict;
}

void Head::Impl::commitExemplars()
{
    if (m_pendingExemplars.empty())
        return;
    // Decided again: one of the same transaction may have come before.
    for (PendingExemplar &pending : m_pendingExemplars)
        (void)m_exemplars.add(pending.series, std::move(pending.exemplar));
    m_pendingExemplars.clear();
    m_snapshot = nullptr;
}

void Head::Impl::commit()
{
    commitExemplars();
    if (m_pending.empty() && m_pendingExtras.empty())
        return;
    TimestampMs earliest = std::numeric_limits<TimestampMs>::max();
    for (std::size_t i = 0; i < m_pending.size(); ++i) {
        prefetchBehind(i);
        earliest = std::min(earliest, m_pending[i].t);
        encode(m_pending[i]);
    }
    m_stats.samples += m_pending.size();
    m_pending.clear();
    for (const PendingExtra &sample : m_pendingExtras) {
        earliest = std::min(earliest, sample.t);
        commitExtra(sample);
    }
    m_pendingExtras.clear();
    m_changes.add(earliest);
    m_snapshot = nullptr;
}

void Head::Impl::prefetchBehind(std::size_t index) const noexcept
{
    // Open chunks lie all over the heap; the order of a scrape tells early which come next.
    constexpr std::size_t farAhead = 16;
    constexpr std::size_t ahead = 8;
    const auto writerAt = [this](std::size_t i) -> const SeriesWriter & {
        return m_writers[m_pending[i].slot];
    };
    if (index + farAhead < m_pending.size()) {
        const SeriesWriter &writer = writerAt(index + farAhead);
        writer.data->open.prefetchPlace(writer.encoder.lastIndex());
    }
    if (index + ahead < m_pending.size()) {
        const SeriesWriter &writer = writerAt(index + ahead);
        writer.data->open.prefetchWord(writer.encoder.lastIndex());
    }
}

void Head::Impl::rollback()
{
    for (const Pending &sample : m_pending)
        restoreNewest(sample.slot);
    for (const PendingExtra &sample : m_pendingExtras)
        restoreNewest(sample.slot);
    m_pending.clear();
    m_pendingExtras.clear();
    m_pendingExemplars.clear();
}

void Head::Impl::encode(const Pending &sample)
{
    SeriesWriter &writer = m_writers[sample.slot];
    const bool full = writer.encoder.count >= writer.limit || !writer.encoder.canTake(sample.t);
    const bool first = writer.encoder.count == 0 && !hasCommitted(sample.slot);
    if (first)
        m_index.add({writer.data->id, writer.data->labels});
    else if (full && writer.encoder.count > 0)
        seal(sample.slot);
    const std::size_t before = writer.encoder.wordCount();
    writer.encoder.append(writer.data->open, sample.t, sample.value);
    const std::size_t after = writer.encoder.wordCount();
    if (after > OpenWords::inlineWords && after != before)
        m_seriesBytes += OpenWords::extraBytesFor(after) - OpenWords::extraBytesFor(before);
    m_table.setVisible(sample.slot, writer.encoder.count, sample.t);
    if (writer.hasExtras)
        noteOldest(sample.slot);
    noteCommitted(sample.t, first);
}

void Head::Impl::noteCommitted(TimestampMs t, bool first) noexcept
{
    const bool alone = m_stats.series == 0;
    m_stats.series += first ? 1 : 0;
    m_stats.minTime = alone ? t : std::min(m_stats.minTime, t);
    m_stats.maxTime = alone ? t : std::max(m_stats.maxTime, t);
    m_newest = m_anySample ? std::max(m_newest, t) : t;
    m_anySample = true;
}

void Head::Impl::seal(Slot slot)
{
    SeriesWriter &writer = m_writers[slot];
    const SeriesData &old = *writer.data;
    const Chunk *before = old.sealed.empty() ? nullptr : &old.sealed.back();
    const ChunkSealer::Sealed sealed =
        m_sealer.seal(old.open, writer.encoder, before, m_retention.maxAgeMs / joinedPart);
    auto data = std::make_shared<SeriesData>();
    data->id = old.id;
    data->labels = old.labels;
    data->sealed.reserve(old.sealed.size() + 1);
    data->sealed.assign(old.sealed.begin(), old.sealed.end());
    if (sealed.replacesBefore) {
        m_seriesBytes -= sealedBytes(*before);
        m_sealedBytes.remove(before->lastTime(), sealedBytes(*before));
        data->sealed.pop_back();
    }
    const Chunk &chunk = data->sealed.emplace_back(sealed.chunk);
    m_seriesBytes += sealedBytes(chunk);
    m_seriesBytes -= OpenWords::extraBytesFor(writer.encoder.wordCount());
    m_sealedBytes.add(chunk.lastTime(), sealedBytes(chunk));
    writer.data = data.get();
    writer.encoder = XorEncoder{};
    writer.limit = XorEncoder::maxSamples;
    m_table.setData(slot, std::move(data));
    noteOldest(slot);
}

void Head::Impl::noteOldest(Slot slot)
{
    const SeriesData *data = m_writers[slot].data;
    m_oldestEnds[slot] = data != nullptr && !data->sealed.empty() ? data->sealed.front().lastTime() : noTime;
    if (m_writers[slot].hasExtras)
        m_oldestEnds[slot] = std::min(m_oldestEnds[slot], oldestExtraEnd(slot));
}

MetadataOwner Head::Impl::addMetadataOwner(Labels target)
{
    m_snapshot = nullptr;
    return m_metadata.add(std::move(target));
}

void Head::Impl::setMetadata(MetadataOwner owner, std::span<const MetadataChange> changes)
{
    if (m_metadata.set(owner, changes) == MetadataTable::Change::Made)
        m_snapshot = nullptr;
}

void Head::Impl::removeMetadataOwner(MetadataOwner owner)
{
    if (m_metadata.remove(owner) == MetadataTable::Change::Made)
        m_snapshot = nullptr;
}

bool Head::Impl::isLive(const IndexEntry &entry) const noexcept
{
    const SeriesRow row = m_table.row(slotOf(entry.id));
    return row.hasSamples() && row.data->id == entry.id;
}

std::size_t Head::Impl::bytes() const noexcept
{
    return m_seriesBytes + m_index.bytes() + m_metadata.bytes() + m_exemplars.bytes();
}

bool Head::Impl::mayBegin() const noexcept
{
    // Retention looks now and then; until it does, a page may not fill memory.
    const std::size_t beyond = m_full ? 0 : m_retention.maxBytes / 8;
    return bytes() <= m_retention.maxBytes || bytes() - m_retention.maxBytes <= beyond;
}

StorageStats Head::Impl::stats()
{
    m_stats.bytes = bytes();
    if (m_spanKnown)
        return m_stats;
    m_spanKnown = true;
    m_stats.minTime = m_stats.series > 0 ? noTime : 0;
    m_stats.maxTime = m_stats.series > 0 ? std::numeric_limits<TimestampMs>::min() : 0;
    for (Slot slot = 0; slot < m_writers.size(); ++slot) {
        if (m_writers[slot].data == nullptr || !hasCommitted(slot))
            continue;
        const SeriesRow row = m_table.row(slot);
        m_stats.minTime = std::min(m_stats.minTime, row.firstTime());
        m_stats.maxTime = std::max(m_stats.maxTime, row.lastTime);
    }
    return m_stats;
}

std::shared_ptr<const Snapshot> Head::Impl::snapshot()
{
    if (m_snapshot != nullptr)
        return m_snapshot;
    HeadSnapshot::Contents contents;
    contents.segments = m_index.publish([this](const IndexEntry &entry) { return isLive(entry); });
    contents.table = m_table.publish();
    contents.metadata = m_metadata.publish();
    contents.stats = stats();
    contents.changes = m_changes;
    contents.exemplars = m_exemplars.publish();
    m_snapshot = std::make_shared<const HeadSnapshot>(std::move(contents));
    return m_snapshot;
}

} // namespace sightglass
