// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/hashindex.h"
#include "model/storage/bytesbytime.h"
#include "model/storage/changelog.h"
#include "model/storage/chunksealer.h"
#include "model/storage/exemplarring.h"
#include "model/storage/head.h"
#include "model/storage/headsnapshot.h"
#include "model/storage/metadatatable.h"
#include "model/storage/seriesextras.h"
#include "model/storage/seriesindex.h"
#include "model/storage/seriestable.h"
#include "model/storage/xorencoding.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sightglass {

/// The writer's side of Head. What a scrape touches per sample is one SeriesWriter and the words of its open
/// chunk.
class Head::Impl
{
public:
    explicit Impl(Retention retention)
        : m_retention(retention)
        , m_exemplars(exemplarLimits(retention))
    {}

    SeriesId seriesFor(const Labels &labels);
    [[nodiscard]] const Labels *labelsOf(SeriesId id) const;
    Status append(SeriesId id, TimestampMs t, double value, TimestampMs start);
    Status append(SeriesId id, TimestampMs t, HistogramPtr histogram, TimestampMs start);
    ExemplarVerdict appendExemplar(SeriesId id, Exemplar exemplar);
    void commit();
    void rollback();
    MetadataOwner addMetadataOwner(Labels target);
    void setMetadata(MetadataOwner owner, std::span<const MetadataChange> changes);
    void removeMetadataOwner(MetadataOwner owner);
    void setRetention(Retention retention);
    [[nodiscard]] const Retention &retention() const noexcept { return m_retention; }
    void applyRetention();
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();

private:
    /// One cache line per series: what decides on a sample, and how far its open chunk is written.
    struct alignas(64) SeriesWriter
    {
        TimestampMs newestTime = 0;   ///< committed or pending
        std::uint64_t newestBits = 0; ///< of the float at newestTime
        SeriesData *data = nullptr;   ///< owned by the table; null in a free slot
        /// Committed floats of the open chunk; empty only before the first one is committed, or where they
        /// were dropped from behind newer histograms.
        [[no_unique_address]] XorEncoder encoder;
        std::uint8_t limit = 0; ///< samples after which the open chunk is sealed
        bool hasNewest : 1 = false;
        bool newestIsHistogram : 1 = false;
        bool hasExtras : 1 = false;   ///< there is an ExtrasWriter
        std::uint32_t generation = 0; ///< upper half of the id

        [[nodiscard]] SeriesId idIn(Slot slot) const noexcept { return SeriesId{generation} << 32U | slot; }
    };
    static_assert(sizeof(SeriesWriter) == 64);
    struct Pending
    {
        Slot slot = 0;
        TimestampMs t = 0;
        double value = 0;
    };
    /// A histogram, or another start timestamp for a float that is in m_pending.
    struct PendingExtra
    {
        Slot slot = 0;
        TimestampMs t = 0;
        TimestampMs start = 0;
        HistogramPtr histogram; ///< null: there is only the start
        HistogramColumn::After after = HistogramColumn::After::Histogram;
    };

    struct PendingExemplar
    {
        Labels series; // by labels, because retention may give the slot away
        Exemplar exemplar;
    };

    [[nodiscard]] static ExemplarRing::Limits exemplarLimits(const Retention &retention) noexcept;
    void commitExemplars();
    void limitExemplars();
    void dropExemplars(TimestampMs cutoff);
    [[nodiscard]] SeriesWriter *writerOf(SeriesId id);
    [[nodiscard]] Status mayTake(const SeriesWriter &writer, TimestampMs t) const;
    ExtrasWriter &makeExtras(Slot slot);
    [[nodiscard]] const ExtrasWriter *extrasOf(Slot slot) const;
    void noteStart(Slot slot, TimestampMs t, TimestampMs start);
    [[nodiscard]] bool hasCommitted(Slot slot) const;
    [[nodiscard]] bool hasPending(Slot slot) const;
    [[nodiscard]] TimestampMs committedTime(Slot slot) const;
    [[nodiscard]] bool isEnded(Slot slot) const;
    void restoreNewest(Slot slot);
    void commitExtra(const PendingExtra &sample);
    void noteCommitted(TimestampMs t, bool first) noexcept;
    void publishExtras(Slot slot);
    void dropExtras(Slot slot, TimestampMs cutoff);
    void removeExtras(Slot slot);
    [[nodiscard]] TimestampMs oldestExtraEnd(Slot slot) const;
    [[nodiscard]] Slot takeSlot();
    void encode(const Pending &sample);
    void prefetchBehind(std::size_t index) const noexcept;
    void seal(Slot slot);
    void dropChunks(Slot slot, TimestampMs cutoff);
    void dropBefore(TimestampMs chunkCutoff, TimestampMs seriesCutoff);
    void dropToLimit(TimestampMs ageCutoff);
    void dropEndedSeries(std::size_t limit);
    void dropIdleSeries(std::size_t limit);
    void dropOldest(std::vector<std::pair<TimestampMs, Slot>> series, std::size_t limit);
    void removeSeries(Slot slot);
    void removeEmptySeries();
    void noteOldest(Slot slot);
    [[nodiscard]] std::size_t bytes() const noexcept;
    [[nodiscard]] bool mayBegin() const noexcept;
    void noteGone(TimestampMs first, TimestampMs last) noexcept;
    [[nodiscard]] StorageStats stats();
    [[nodiscard]] bool isLive(const IndexEntry &entry) const noexcept;

    Retention m_retention;
    HashIndex m_slotOfLabels;            ///< slots by the hash of their series' labels
    std::vector<SeriesWriter> m_writers; ///< by slot
    std::vector<TimestampMs>
        m_oldestEnds; ///< by slot: last time of the oldest chunk that may be dropped, or the highest time
    std::vector<Slot> m_freeSlots;
    std::vector<Slot> m_emptySlots; ///< made, and without a committed sample when last looked at
    std::vector<Pending> m_pending;
    std::vector<PendingExtra> m_pendingExtras;
    std::vector<PendingExemplar> m_pendingExemplars;
    std::unordered_map<Slot, std::unique_ptr<ExtrasWriter>> m_extras; ///< of the few series that have any
    SeriesTable m_table;
    SeriesIndex m_index;
    ExemplarRing m_exemplars;
    MetadataTable m_metadata{Head::maxMetadataFamilies, Head::maxMetadataBytes};
    BytesByTime m_sealedBytes;
    std::size_t m_seriesBytes = 0; ///< everything but the index
    StorageStats m_stats;          ///< of all committed samples, but for its bytes
    bool m_spanKnown = true;  ///< whether the stats' times are right: what was dropped may have been an end
    TimestampMs m_newest = 0; ///< of all committed samples there ever were; meaningful once m_anySample
    bool m_anySample = false;
    TimestampMs m_nextDrop = 0;   ///< a cutoff below this finds nothing worth a scan
    bool m_dropKnown = false;     ///< whether m_nextDrop means something
    bool m_full = false;          ///< the memory limit stayed exceeded when retention looked last
    std::size_t m_fullBytes = 0;  ///< what there was then
    TimestampMs m_fullNewest = 0; ///< the newest sample then
    ChunkSealer m_sealer;
    ChangeLog m_changes;
    std::shared_ptr<const Snapshot> m_snapshot;
};

} // namespace sightglass
