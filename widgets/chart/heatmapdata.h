// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <span>
#include <vector>

namespace sightglass {

/// One series of a classic histogram: cumulative counts (or their rates) of observations <= le.
struct CumulativeSeries
{
    double le = 0; ///< may be +Inf
    std::span<const Sample> samples;
};

/// Counts per bucket and step: what a heatmap shows.
struct HeatmapData
{
    std::vector<double> bounds;     ///< upper bounds, ascending, all different
    std::vector<TimestampMs> times; ///< ascending
    std::vector<double> counts;     ///< bounds.size() for each time, lowest bucket first; >= 0

    [[nodiscard]] std::span<const double> at(std::size_t time) const
    {
        return std::span(counts).subspan(time * bounds.size(), bounds.size());
    }
    /// The lower end of a bucket: the bound below; for the lowest 0 where its bound is positive, as
    /// Prometheus takes it, else -Inf.
    [[nodiscard]] double lowerBound(std::size_t bucket) const;
    /// The largest count; 0 where there is none.
    [[nodiscard]] double largest() const;
};

/// Makes counts per bucket out of cumulative ones. Series come in any order and are sorted by number, not by
/// text; those of the same bound are added. A bucket that a step lacks, or that falls below the one under it
/// (scrapes are not atomic), counts as empty there. NaN counts as missing.
[[nodiscard]] HeatmapData heatmapData(std::vector<CumulativeSeries> series);

} // namespace sightglass
