// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/exemplars.h"
#include "model/storage/metadatachange.h"
#include "model/storage/snapshot.h"
#include "parser/base/result.h"

#include <cstdint>
#include <memory>
#include <span>

namespace sightglass {

/// Identifies a series inside one Head, for its lifetime; a series that retention removed never comes back
/// under its id.
using SeriesId = std::uint64_t;

/// What is kept. Whole chunks are dropped, oldest first, so a little more than this stays.
struct Retention
{
    std::int64_t maxAgeMs = 24LL * 3600 * 1000; ///< by time, counted back from the newest sample
    /// By memory of chunks, index and metadata. Where nothing is left to be dropped, new series are refused.
    std::size_t maxBytes = std::size_t{512} << 20U;
    /// The newest ones of all series together, within a sixteenth of the memory and the same age; 0: none.
    std::size_t maxExemplars = 100'000;
};

/// The in-memory time-series store: series with shared label sets, a label index, compressed chunks,
/// retention. One writer thread calls everything here; readers use the snapshots it publishes.
///
/// Writing is transactional: append() collects, commit() makes all of it visible at once, rollback() forgets
/// it (scraping reference, sections 3 and 13). A Head without a commit in progress has nothing uncommitted.
class Head
{
public:
    /// Families whose metadata is kept, and what it may take of all targets; what comes later is not kept.
    static constexpr std::size_t maxMetadataFamilies = 100'000;
    static constexpr std::size_t maxMetadataBytes = std::size_t{64} << 20U;

    explicit Head(Retention retention = {});
    ~Head();
    Head(const Head &) = delete;
    Head &operator=(const Head &) = delete;

    /// The id of the series with exactly these labels, made if need be. A series first shows in a snapshot
    /// with its first committed sample. Labels must not be empty.
    [[nodiscard]] SeriesId seriesFor(const Labels &labels);

    /// Null after retention removed the series: ask seriesFor() again. Valid until the next commit or
    /// retention.
    [[nodiscard]] const Labels *labelsOf(SeriesId id) const;

    /// Adds a sample to the open transaction. t > the series' newest (committed or pending): taken. t equal
    /// and the same bits: taken silently, stored once. t equal and other bits: DuplicateSample. t older:
    /// OutOfOrderSample. Older than the newest committed sample of all series by more than
    /// Retention::maxAgeMs, or an id that retention removed: OutOfBounds. The first sample of a series while
    /// the memory limit is exceeded and retention found nothing to drop, or before it could look, by an
    /// eighth: SeriesLimitExceeded. An error leaves the transaction as it was.
    ///
    /// `start` is the start timestamp (when counting began), 0 where unknown. A stale marker behind a native
    /// histogram is stored as a histogram's.
    Status append(SeriesId id, TimestampMs t, double value, TimestampMs start = 0);

    /// The same for a native histogram. What readers get back carries the hint that Prometheus' TSDB would
    /// give it (promqltest reference, section 4.5): gauges stay gauges, else Unknown where counting began
    /// anew or the layout changed, NotReset otherwise. A series may change between floats and histograms; no
    /// time has both. Not null; indices ascend strictly.
    Status append(SeriesId id, TimestampMs t, HistogramPtr histogram, TimestampMs start = 0);

    /// Adds an exemplar to the open transaction. Taken or not by what is committed, as Prometheus decides
    /// (scraping reference, section 3): longest labels, duplicates, order within the series. Nothing of it is
    /// an error of the transaction.
    ExemplarVerdict appendExemplar(SeriesId id, Exemplar exemplar);

    void commit();
    void rollback();

    /// TYPE, HELP and UNIT are kept for each target: another one that describes families, nothing yet. Its
    /// series are those that have all labels of `target`. Metadata is visible with the next snapshot, not
    /// part of a transaction, and bounded: see maxMetadataFamilies.
    MetadataOwner addMetadataOwner(Labels target);
    void setMetadata(MetadataOwner owner, std::span<const MetadataChange> changes);
    /// What it alone said goes.
    void removeMetadataOwner(MetadataOwner owner);

    /// The collector's own word about a family.
    void setMetadata(std::string_view family, const MetricMetadata &metadata);

    /// Drops what retention no longer keeps. Series without samples go too. Above the memory limit series
    /// that ended (their newest sample is a stale marker) go first, then the oldest chunks, then series that
    /// are idle. Cheap when there is nothing to drop.
    void applyRetention();
    void setRetention(Retention retention);
    [[nodiscard]] const Retention &retention() const noexcept;

    /// The committed contents. The same object until a commit, new metadata or retention changed something
    /// since the last call.
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sightglass
