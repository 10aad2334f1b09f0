// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/histogramchunk.h"
#include "model/storage/histogramencoding.h"

#include <cstddef>

namespace sightglass {

/// The native histograms of one series as of one commit. Immutable; any thread.
struct HistogramColumnView
{
    GrowingArray<HistogramChunk>::View sealed; ///< oldest first
    HistogramChunk open; ///< newer than all sealed ones; of no samples where none is open

    [[nodiscard]] bool empty() const noexcept { return sealed.empty() && open.count == 0; }

    /// Not empty.
    [[nodiscard]] TimestampMs firstTime() const noexcept;

    [[nodiscard]] bool touches(TimeRange range) const;

    /// Appends the samples inside the range.
    void read(TimeRange range, SampleColumns &out) const;
};

/// The writer's side of it. Appends to the open chunk, cuts chunks where Prometheus' TSDB would, hands out
/// views. One thread.
class HistogramColumn
{
public:
    /// Whether the sample before this one in its series was a float.
    enum class After : std::uint8_t
    {
        Histogram,
        Float
    };

    static constexpr std::size_t maxChunkSamples = 120;
    static constexpr std::size_t minFullSamples = 10; ///< a chunk of fewer is never cut for its size
    static constexpr std::size_t fullChunkBytes = 4096;

    /// t above lastTime(). True where a chunk was sealed by it: the last one of sealed().
    bool append(TimestampMs t, HistogramPtr histogram, After after);

    [[nodiscard]] bool empty() const noexcept { return m_count == 0; }
    [[nodiscard]] std::size_t sampleCount() const noexcept { return m_count; }

    /// The newest sample; null where there never was one. Kept when its chunk is dropped.
    [[nodiscard]] const HistogramPtr &last() const noexcept { return m_last; }
    [[nodiscard]] TimestampMs lastTime() const noexcept { return m_lastTime; }

    [[nodiscard]] std::span<const HistogramChunk> sealed() const noexcept { return m_sealed.items(); }

    /// Forgets sealed chunks from the oldest on.
    void dropFirst(std::size_t chunks);
    /// Forgets the open chunk.
    void dropOpen();
    [[nodiscard]] std::size_t openCount() const noexcept { return m_open.count; }

    [[nodiscard]] HistogramColumnView view() const;

    /// Memory of everything in it.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    [[nodiscard]] bool startsChunk(const FloatHistogram &histogram, After after) const;
    void seal();

    GrowingArray<HistogramChunk> m_sealed;
    GrowingArray<std::uint8_t> m_bytes; ///< of the open chunk
    HistogramChunk m_open;              ///< without its bytes
    HistogramEncoder m_encoder;
    HistogramPtr m_last;
    TimestampMs m_lastTime = 0;
    std::size_t m_count = 0;
    std::size_t m_sealedBytes = 0;
};

} // namespace sightglass
