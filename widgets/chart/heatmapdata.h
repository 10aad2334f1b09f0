// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// The values that a row of a heatmap counts: low < value <= high (native buckets below zero include the low
/// end instead).
struct HeatmapRow
{
    double low = 0;
    double high = 0;
    std::string name = {}; ///< of a row without bounds; hostile
    bool isGap = false;    ///< no bucket: what lies between two of them

    friend bool operator==(const HeatmapRow &, const HeatmapRow &) = default;
};

/// Counts per row and time: what a heatmap shows, wherever it comes from.
struct HeatmapData
{
    std::vector<HeatmapRow> rows;   ///< the lowest first, not overlapping
    bool hasBounds = true;          ///< else rows are names, in the order they came
    std::vector<TimestampMs> times; ///< ascending
    std::int64_t cellMs = 0;        ///< width of a cell, which ends at its time; 0: the step of the query
    std::vector<double> counts;     ///< rows.size() for each time, the lowest row first; finite
    std::size_t merged = 1;         ///< so many buckets are one row at most, for lack of room

    [[nodiscard]] std::span<const double> at(std::size_t time) const
    {
        return std::span(counts).subspan(time * rows.size(), rows.size());
    }
    /// 0 where there is none.
    [[nodiscard]] double largest() const;
    [[nodiscard]] bool empty() const { return rows.empty() || times.empty(); }
};

/// More rows than any screen has.
inline constexpr std::size_t mostHeatmapRows = 2000;

/// One series of a classic histogram: cumulative counts (or their rates) of observations <= le.
struct CumulativeSeries
{
    double le = 0; ///< may be +Inf
    std::span<const Sample> samples;
};

/// One row's own counts.
struct RowSeries
{
    std::string name;
    std::span<const Sample> samples;
};

/// Makes counts per bucket out of cumulative ones. Series come in any order and are sorted by number, not by
/// text; those of the same bound are added. A bucket that a step lacks, or that falls below the one under it
/// (scrapes are not atomic), counts as empty there. NaN counts as missing. The lowest bucket begins at 0
/// where its bound is positive, as Prometheus takes it, else at -Inf. Where there are more bounds than
/// `maxRows`, only every n-th is kept, which is exact: what lies between two of them is counted together.
[[nodiscard]] HeatmapData heatmapData(std::vector<CumulativeSeries> series,
                                      std::size_t maxRows = mostHeatmapRows);

/// Rows that are counted one by one. Where all names are numbers they are upper bounds and sorted, else the
/// rows stay as they come. Rows of the same name are added; above `maxRows` neighbours are.
[[nodiscard]] HeatmapData heatmapOfRows(std::vector<RowSeries> series, std::size_t maxRows = mostHeatmapRows);

/// Adds neighbouring rows so that there are no more than `maxRows` (> 0).
void mergeRows(HeatmapData &data, std::size_t maxRows);

} // namespace sightglass
