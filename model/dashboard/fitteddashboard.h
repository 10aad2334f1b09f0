// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardmatch.h"
#include "model/dashboard/dashboardspec.h"

namespace sightglass {

/// The dashboard without the panels that cannot show anything of a target that exposes these names: those
/// none of whose queries can have an answer, because they ask for other metrics (of "a or b" one is enough,
/// of "a / b" both are needed). A query that does not parse stays. Neighbours are widened - tiles to twice
/// their width at most -, what lies below moves up, and a row without
/// panels and a variable that no query names go.
[[nodiscard]] DashboardSpec fittedTo(DashboardSpec dashboard, const SampleNames &exposed);

} // namespace sightglass
