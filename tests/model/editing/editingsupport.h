// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass::test {

/// Panels drawn as text, one character a cell (two columns of the grid wide, one row high): "AABB" over
/// "CCCC" is A beside B above C. '=' is a row, '#' a folded one; '.' is nothing. Panels get their letter as
/// id and title, rows "row 1", "row 2" … from the top.
[[nodiscard]] DashboardSpec drawnDashboard(const std::vector<std::string_view> &lines);

/// The same way back; what is folded away is not drawn. What overlaps is '!'.
[[nodiscard]] std::string drawing(const DashboardSpec &dashboard);

/// Adds a panel behind a row, folded away where the row is.
void addBehind(DashboardSpec &dashboard, std::string_view row, const std::string &id, GridPosition place);

/// What is wrong with a dashboard that was edited; empty: nothing. Ids, the grid, overlaps, the order of the
/// list, rows.
[[nodiscard]] std::string brokenInvariant(const DashboardSpec &dashboard);

} // namespace sightglass::test
