// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Reads a dashboard from its JSON text. Errors name the place: ConfigSyntax with line:column, or ConfigValue
/// with the JSON pointer of the field. An unknown field is an error (a typo must not be lost).
[[nodiscard]] Result<DashboardSpec> readDashboard(std::string_view json);

/// JSON text, two spaces, fields in fixed order, defaults left out: made to be diffed. readDashboard() of it
/// gives the same spec.
[[nodiscard]] std::string writeDashboard(const DashboardSpec &dashboard);

} // namespace sightglass
