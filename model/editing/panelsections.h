// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/editing/gridplaces.h"

#include <span>
#include <vector>

namespace sightglass {

/// For each panel whether it is hidden behind a folded row: a row has the panels that follow it in the list
/// up to the next row.
[[nodiscard]] std::vector<bool> foldedAway(std::span<const PanelSpec> panels);

/// One past the last panel of the row at `row`.
[[nodiscard]] std::size_t endOfRow(std::span<const PanelSpec> panels, std::size_t row);

/// The places of those that are not folded away; same order.
[[nodiscard]] std::vector<GridPosition> shownPlaces(std::span<const PanelSpec> panels);

/// Where all panels lie when one of them is moved or resized to `wanted`: see rearranged(). What is folded
/// away keeps its distance to its row. Same order as `panels`.
[[nodiscard]] std::vector<GridPosition> placesAfterMove(std::span<const PanelSpec> panels, std::size_t moved,
                                                        const GridPosition &wanted);

/// Lays the panels out without overlaps and gaps, and sorts them as files have them: by height, then from
/// left to right, what is folded away behind its row. A panel belongs to the row above it.
[[nodiscard]] std::vector<PanelSpec> arranged(std::vector<PanelSpec> panels);
/// The same with places that are good already: sorted only.
[[nodiscard]] std::vector<PanelSpec> inFileOrder(std::vector<PanelSpec> panels);

} // namespace sightglass
