// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legenditem.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sightglass {

/// The items' indices as they stand below each other: by the numbers of a column (-1: by name, numbers in
/// names as numbers), NaN last; equal ones, and all of them without a column, in their order.
[[nodiscard]] std::vector<std::size_t> legendOrder(const std::vector<LegendItem> &items,
                                                   std::optional<int> column, Qt::SortOrder order);

} // namespace sightglass
