// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <QString>

namespace sightglass::test {

/// What is wrong with the places of a dashboard's panels: overlaps, panels outside the 24 columns, ids that
/// occur twice. Empty where all is well.
[[nodiscard]] QString gridComplaints(const DashboardSpec &dashboard);

} // namespace sightglass::test
