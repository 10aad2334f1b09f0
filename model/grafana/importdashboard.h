// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/result.h"
#include "parser/grafana/dashboardmigration.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Where a variable stood in the text.
struct VariablePlace
{
    std::string name;
    std::string pointer;
};

struct ImportedDashboard
{
    DashboardSpec dashboard;
    /// What is not honoured, those of the migration first; pointers are into the text where the member stood
    /// there, else into the panel as the newest schema has it.
    std::vector<ImportLoss> losses;
    /// Of all variables that have a name, also of those that are not read.
    std::vector<VariablePlace> variables = {};
};

/// A dashboard of any schema of Grafana, or one of this program's own files. Members that are not honoured
/// are losses; errors are those of migrateDashboard(), and ConfigValue where the member "sightglass" is
/// broken.
[[nodiscard]] Result<ImportedDashboard> importDashboard(std::string_view text,
                                                        const DashboardLimits &limits = DashboardLimits());

/// The same where members that Grafana would pass over are losses too.
[[nodiscard]] Result<ImportedDashboard> importDashboardStrictly(std::string_view text);

} // namespace sightglass
