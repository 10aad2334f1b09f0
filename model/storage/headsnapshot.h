// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/changelog.h"
#include "model/storage/exemplarview.h"
#include "model/storage/metadataview.h"
#include "model/storage/seriesindex.h"
#include "model/storage/seriestable.h"
#include "model/storage/snapshot.h"

#include <memory>
#include <string>

namespace sightglass {

/// Head's Snapshot: shared pages of series, shared index segments and shared metadata, none of which changes
/// any more.
class HeadSnapshot final : public Snapshot, public std::enable_shared_from_this<HeadSnapshot>
{
public:
    struct Contents
    {
        SeriesTableView table;
        SeriesIndex::Segments segments;
        std::shared_ptr<const MetadataView> metadata;
        StorageStats stats;
        ChangeLog changes;
        std::shared_ptr<const ExemplarView> exemplars; ///< null: none
    };
    explicit HeadSnapshot(Contents contents);

    [[nodiscard]] std::vector<std::shared_ptr<const SeriesView>> select(std::span<const Matcher> matchers,
                                                                        TimeRange range) const override;
    [[nodiscard]] std::vector<std::string> labelNames() const override;
    [[nodiscard]] std::vector<std::string> labelValues(std::string_view name) const override;
    [[nodiscard]] const MetadataView &metadataView() const noexcept override { return *m_contents.metadata; }
    [[nodiscard]] StorageStats stats() const override { return m_contents.stats; }
    [[nodiscard]] std::uint64_t version() const noexcept override { return m_contents.changes.version(); }
    [[nodiscard]] TimestampMs earliestChangeSince(std::uint64_t version) const override
    {
        return m_contents.changes.earliestSince(version);
    }
    /// See droppedTo().
    [[nodiscard]] TimestampMs droppedTo() const noexcept { return m_contents.changes.droppedTo(); }
    /// Null where there are none.
    [[nodiscard]] const ExemplarView *exemplars() const noexcept { return m_contents.exemplars.get(); }
    /// chunkCount(*this).
    [[nodiscard]] std::size_t countChunks() const;

private:
    [[nodiscard]] std::vector<SeriesRow> selectRows(std::span<const Matcher> matchers, TimeRange range) const;
    [[nodiscard]] bool isLive(const IndexEntry &entry) const noexcept
    {
        return m_contents.table.find(entry.id).hasSamples();
    }

    Contents m_contents;
};

} // namespace sightglass
