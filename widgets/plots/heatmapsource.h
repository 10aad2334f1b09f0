// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "widgets/chart/heatmapdata.h"

#include <optional>

namespace sightglass {

/// Where the cells of a heatmap panel come from.
enum class HeatmapOrigin : unsigned char
{
    Classic,    ///< series with an `le` label, cumulative
    Rows,       ///< series or columns that are rows: named by their bound or something else
    Native,     ///< native histograms
    Calculated, ///< samples sorted into cells
    Cells       ///< a table of cells: a transformation has made them
};

struct HeatmapSource
{
    HeatmapOrigin origin = HeatmapOrigin::Classic;
    HeatmapData data;
    std::optional<ScaleDistribution> scale = {}; ///< of the vertical axis; empty: rows of the same height
};

/// What a panel's answer is as a heatmap: calculated where the options ask for it; else, in this order, a
/// table with the columns xMin (or xMax, x), yMin (or yMax, y) and Count, native histograms, series with
/// `le`, and any series as rows. Series whose counts are their own already (the query's heatmap format, once
/// a transformation has been at it) are not made so again. `maxRows`: see HeatmapData.
[[nodiscard]] HeatmapSource heatmapSource(const PanelData &data, const PanelSpec &spec,
                                          const HeatmapOptions &options, std::size_t maxRows);

/// Counts are per second: the panel asks for rates.
[[nodiscard]] bool countsPerSecond(const PanelSpec &spec);

} // namespace sightglass
