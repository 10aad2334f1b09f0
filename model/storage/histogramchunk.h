// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/storage/growingarray.h"
#include "model/storage/snapshot.h"

#include <cstddef>
#include <cstdint>

namespace sightglass {

/// A run of native histograms of one series that share schema, zero threshold and custom bounds, and in which
/// nothing began anew: a chunk as Prometheus' TSDB cuts them, which is what hints are given by (promqltest
/// reference, section 4.5). Cheap to copy; what it shows never changes. Any thread.
struct HistogramChunk
{
    GrowingArray<std::uint8_t>::View bytes; ///< histogramencoding.h
    TimestampMs first = 0;
    TimestampMs last = 0;
    std::uint32_t count = 0;
    bool gauge = false;

    /// Appends the samples inside the range to the histograms of `out`. The first of a chunk has the hint
    /// Unknown and the others NotReset, but gauges are Gauge.
    void read(TimeRange range, SampleColumns &out) const;

    /// Whether a sample lies inside the range.
    [[nodiscard]] bool touches(TimeRange range) const;

    /// Memory of a sealed one, with its place in its series.
    [[nodiscard]] std::size_t sealedBytes() const noexcept;
};

} // namespace sightglass
