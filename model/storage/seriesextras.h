// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/histogramcolumn.h"
#include "model/storage/startruns.h"

namespace sightglass {

/// What only few series have: native histograms and start timestamps. As one snapshot sees it; immutable, any
/// thread.
struct SeriesExtras
{
    HistogramColumnView histograms;
    StartRuns::View starts;

    /// Appends the histograms inside the range, and gives all samples of `out` their starts.
    void read(TimeRange range, SampleColumns &out) const;
};

/// The writer's side of it.
struct ExtrasWriter
{
    HistogramColumn histograms;
    StartRuns starts;
    HistogramPtr newest;         ///< committed or pending; null where there never was one
    TimestampMs newestStart = 0; ///< committed or pending

    [[nodiscard]] SeriesExtras view() const { return {histograms.view(), starts.view()}; }

    /// Memory, with what it takes to find it and to publish it.
    [[nodiscard]] std::size_t bytes() const noexcept;
};

} // namespace sightglass
