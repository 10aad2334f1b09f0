// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Reads a dashboard file of this program: Grafana's JSON with a member "sightglass" for what Grafana has
/// not, or the first form (plainform.h). Strict: what importDashboard() would tell as lost is an error here,
/// because a typo must not be lost. Errors name the place: ConfigSyntax with line:column, or ConfigValue with
/// the JSON pointer of the field.
[[nodiscard]] Result<DashboardSpec> readDashboard(std::string_view json);

/// JSON text, two spaces, members in fixed order, defaults left out: made to be diffed. readDashboard() of it
/// gives the same spec, but that queries without a refId get one.
[[nodiscard]] std::string writeDashboard(const DashboardSpec &dashboard);

} // namespace sightglass
