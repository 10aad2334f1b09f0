// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <vector>

namespace sightglass {

/// The dashboards compiled into the program, in the order in which a target is matched against them. A file
/// that does not read is left out and named on the standard error stream; the test suite reads them all.
[[nodiscard]] std::vector<DashboardSpec> bundledDashboards();

} // namespace sightglass
