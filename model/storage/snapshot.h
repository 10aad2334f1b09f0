// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/histogram/floathistogram.h"
#include "model/storage/metadataview.h"
#include "parser/base/labels.h"
#include "parser/promql/matcher.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The samples of one series as columns: strictly ascending times, values of the same length. Stale markers
/// are in it. Floats and native histograms lie apart, as in Prometheus' engine; no time is in both.
struct SampleColumns
{
    std::vector<TimestampMs> times;
    std::vector<double> values;
    /// Start timestamps (when counting began) of the float samples, 0 where unknown; empty where the series
    /// has none at all.
    std::vector<TimestampMs> starts = {};

    std::vector<TimestampMs> histogramTimes = {};
    std::vector<HistogramPtr> histograms = {};     ///< never null; hints as a TSDB returns them
    std::vector<TimestampMs> histogramStarts = {}; ///< as `starts`

    /// Keeps the first floats there are.
    void resizeFloats(std::size_t count)
    {
        times.resize(count);
        values.resize(count);
    }

    void clear() noexcept
    {
        resizeFloats(0);
        clearAllButFloats();
    }
    void clearAllButFloats() noexcept
    {
        starts.clear();
        histogramTimes.clear();
        histograms.clear();
        histogramStarts.clear();
    }
};

/// What a store shows of one series at one moment. Immutable; any thread.
class SeriesView
{
public:
    virtual ~SeriesView() = default;

    [[nodiscard]] virtual const Labels &labels() const noexcept = 0;

    /// Replaces `out` by the samples with range.from <= t <= range.to (both inclusive), decoding only the
    /// chunks that touch the range.
    virtual void read(TimeRange range, SampleColumns &out) const = 0;
};

/// Limits of what is there: for status pages and the auto dashboard.
struct StorageStats
{
    std::size_t series = 0;
    std::size_t samples = 0;
    std::size_t bytes = 0; ///< of chunks and index, not of the allocator
    TimestampMs minTime = 0;
    TimestampMs maxTime = 0;
};

/// The store's contents as of one commit. Immutable: later appends, retention and new series never show in
/// it. Any number of threads may read it while the writer goes on; it keeps alive what it shows.
class Snapshot
{
public:
    virtual ~Snapshot() = default;

    /// The series that satisfy all matchers (an absent label matches as "") and have a sample in the range,
    /// sorted by labels. The views live as long as this snapshot.
    [[nodiscard]] virtual std::vector<std::shared_ptr<const SeriesView>>
    select(std::span<const Matcher> matchers, TimeRange range) const = 0;

    /// Sorted, unique.
    [[nodiscard]] virtual std::vector<std::string> labelNames() const = 0;
    [[nodiscard]] virtual std::vector<std::string> labelValues(std::string_view name) const = 0;

    /// What targets say of their families. Lives as long as this snapshot; empty where none is kept.
    [[nodiscard]] virtual const MetadataView &metadataView() const noexcept
    {
        static const MetadataView none;
        return none;
    }

    /// TYPE, HELP and UNIT of a metric family by the name on its metadata line, for the target that the
    /// series comes from: MetadataView::of(). Without a series the latest of any target.
    [[nodiscard]] MetricMetadata metadata(std::string_view family, const Labels &series) const
    {
        return metadataView().of(series, family);
    }
    [[nodiscard]] MetricMetadata metadata(std::string_view family) const
    {
        return metadataView().latest(family);
    }

    [[nodiscard]] virtual StorageStats stats() const = 0;

    /// Grows with every commit of its store.
    [[nodiscard]] virtual std::uint64_t version() const noexcept { return 0; }

    /// The time of the earliest sample that was added between the snapshot with that (lower) version and this
    /// one, so that both have the same samples before it; what retention dropped does not count. The highest
    /// time where nothing was added, the lowest where it is not known any more.
    [[nodiscard]] virtual TimestampMs earliestChangeSince(std::uint64_t version) const
    {
        static_cast<void>(version);
        return std::numeric_limits<TimestampMs>::min();
    }
};

} // namespace sightglass
