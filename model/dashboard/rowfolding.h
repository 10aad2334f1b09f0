// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/repeats.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// The panels at the places that they have where no row is folded. Panels of a row that was folded when its
/// file was written stand, in the file, where others stand too: they are moved below their row, and what
/// follows is pushed down as far as they need. Panels of a row are those behind it in the list up to the
/// next row. Whose places fit already stay where they are, so that twice is as good as once.
[[nodiscard]] std::vector<PanelSpec> spreadRows(std::span<const PanelSpec> panels);

/// Whether the row with this id is folded.
using IsFolded = std::function<bool(const PanelSpec &row)>;

/// Without the panels of folded rows; what follows these moves up. Rows say in RowOptions::collapsed what
/// they are. `panels` are at their places as spreadRows() makes them.
[[nodiscard]] std::vector<ShownPanel> foldRows(std::span<const ShownPanel> panels, const IsFolded &isFolded);

/// How many panels belong to the row at `row`.
[[nodiscard]] std::size_t rowLength(std::span<const PanelSpec> panels, std::size_t row);

} // namespace sightglass
