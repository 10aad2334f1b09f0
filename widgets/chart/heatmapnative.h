// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "widgets/chart/heatmapdata.h"

namespace sightglass {

/// A native histogram at one time; not null.
struct NativeSample
{
    TimestampMs t = 0;
    const FloatHistogram *histogram = nullptr;
};

/// Counts per bucket of native histograms; those of one time are added. Exponential buckets: the coarsest
/// schema of all, or a coarser one where its buckets between the lowest and the highest that are populated
/// would be more than `maxRows`; negative ones, the zero bucket (from the lowest to the highest threshold
/// there is, where any time counts something in it, with the buckets that lie inside; from 0 on where there
/// are no negative ones, as Prometheus takes it) and positive ones from bottom to top. What lies between the
/// zero bucket, or zero, and the buckets beside is one row that is a gap. Custom buckets: the bounds that all
/// histograms have, as Prometheus reconciles them. Where both kinds come, exponential ones win.
[[nodiscard]] HeatmapData nativeHeatmap(const std::vector<NativeSample> &samples,
                                        std::size_t maxRows = mostHeatmapRows);

} // namespace sightglass
