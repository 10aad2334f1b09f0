// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <memory>

namespace sightglass {

/// A heatmap's own numbers, for a table: a series for each of its rows, the lowest bounds first, named by
/// them, with the row's count at each time. As many rows as there are buckets, however few the picture has
/// room for. `spec` is that of a heatmap panel.
[[nodiscard]] std::shared_ptr<const PanelData> heatmapCells(const PanelData &data, const PanelSpec &spec);

/// How such numbers are to be written: the panel with the unit and decimals of its cells.
[[nodiscard]] PanelSpec heatmapCellSpec(PanelSpec spec);

} // namespace sightglass
