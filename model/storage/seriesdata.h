// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/chunk.h"
#include "model/storage/head.h"
#include "model/storage/openwords.h"
#include "model/storage/seriesextras.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// The floats of one series: sealed chunks, oldest first, and one that is still written. All but `open` is
/// fixed once it is published: sealing or dropping a chunk makes another SeriesData. Shared by the snapshots
/// that show it.
struct SeriesData
{
    SeriesId id = 0;
    Labels labels;
    std::vector<Chunk> sealed;
    OpenWords open; ///< ChunkEncoding::Xor; only the writer stores
};

/// What one snapshot sees of a SeriesData: the sealed chunks and the first openCount samples of the open one.
struct SeriesRow
{
    const SeriesData *data = nullptr; ///< null where no series is
    TimestampMs lastTime = 0;         ///< of the newest visible sample
    std::size_t openCount = 0;
    const SeriesExtras *extras = nullptr; ///< null where it has no histograms and no start timestamps

    [[nodiscard]] bool hasFloats() const noexcept
    {
        return data != nullptr && (openCount > 0 || !data->sealed.empty());
    }
    [[nodiscard]] bool hasHistograms() const noexcept
    {
        return data != nullptr && extras != nullptr && !extras->histograms.empty();
    }
    [[nodiscard]] bool hasSamples() const noexcept { return hasFloats() || hasHistograms(); }

    /// hasSamples() must hold.
    [[nodiscard]] TimestampMs firstTime() const noexcept;

    /// Whether a sample lies inside the range: exact, decoding a chunk only where its ends leave it open.
    [[nodiscard]] bool touches(TimeRange range) const;

    /// Replaces `out` by the samples inside the range.
    void read(TimeRange range, SampleColumns &out) const;

private:
    [[nodiscard]] bool floatsTouch(TimeRange range) const;
    void readFloats(TimeRange range, SampleColumns &out) const;
    void readNewest(TimeRange range, SampleColumns &out) const;
};

} // namespace sightglass
