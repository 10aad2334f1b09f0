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

/// All of them moved up as far as nothing is in the way, the highest first; what overlaps one before it goes
/// below that. Same order as `places`; those at the same height keep their order from left to right.
[[nodiscard]] std::vector<GridPosition> compacted(std::vector<GridPosition> places);

/// One of them at another place, as in Grafana's grid: what lies there goes down (or up above it, where it
/// was dragged down past it and there is room), then all are compacted. Same order as `places`.
[[nodiscard]] std::vector<GridPosition> rearranged(std::vector<GridPosition> places, std::size_t moved,
                                                   GridPosition wanted);

/// Where a panel of this size fits without moving any other: the highest place at or below `firstRow`, the
/// leftmost of those.
[[nodiscard]] GridPosition freePlace(std::span<const GridPosition> places, const GridPosition &size,
                                     int firstRow);

/// The first row below all of them.
[[nodiscard]] int bottomOf(std::span<const GridPosition> places) noexcept;

} // namespace sightglass
