// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "widgets/chart/heatmapdata.h"

#include <optional>

namespace sightglass {

/// How samples are sorted into cells.
struct HeatmapSorting
{
    TimeRange range;               ///< of the samples, by which the cells' width is chosen
    std::int64_t stepMs = 1000;    ///< no cell is narrower
    std::optional<double> cellMs;  ///< its width; empty: a round one that gives `columns`
    std::optional<int> columns;    ///< empty: 20
    std::optional<double> rowSize; ///< the height of a row; of a logarithmic one its share of a power
    std::optional<int> rows;       ///< empty: 10; of a logarithmic axis rows for each power, empty: one
    std::optional<double> logBase; ///< rows are powers of it; values <= 0 have no place
};

/// Counts samples by time and value. Cells begin at multiples of their width in absolute time, so that they
/// stay while the range moves on; a row holds low <= value < high. Values that are no finite numbers are left
/// out. Never more than mostHeatmapRows rows: they grow.
[[nodiscard]] HeatmapData calculatedHeatmap(const std::vector<std::span<const Sample>> &series,
                                            const HeatmapSorting &sorting);

} // namespace sightglass
