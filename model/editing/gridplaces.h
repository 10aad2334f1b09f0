// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/compactgrid.h"

#include <cstddef>
#include <span>
#include <vector>

namespace sightglass {

/// One of the places at another one, as in Grafana's grid: what lies there goes down (or up above it, where it
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
