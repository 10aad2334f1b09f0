// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// Columns of the grid that panels lie on, as Grafana's.
inline constexpr int gridColumnCount = 24;
/// Nothing lies deeper or is higher: what a file says beyond it is brought back.
inline constexpr int deepestGridRow = 100'000;

/// Whether two places share a cell of the grid.
[[nodiscard]] bool overlap(const GridPosition &a, const GridPosition &b) noexcept;

/// The place with at least one cell and no part outside the grid: moved first, made narrower then.
[[nodiscard]] GridPosition insideGrid(GridPosition place) noexcept;

/// All of them, in this order, moved up as far as nothing before them is in the way; what overlaps one before
/// it goes below that. Same order as `places`; `order` has the index of each.
[[nodiscard]] std::vector<GridPosition> compactedInOrder(std::vector<GridPosition> places,
                                                         std::span<const std::size_t> order);

/// The same in the order of a page, as Grafana lays a dashboard out: from the top, at the same height from
/// the left, at the same place as they come.
[[nodiscard]] std::vector<GridPosition> compacted(std::vector<GridPosition> places);

} // namespace sightglass
