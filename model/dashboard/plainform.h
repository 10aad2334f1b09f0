// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/result.h"

#include <string_view>

namespace sightglass {

/// Reads a dashboard of the first form that this program wrote, which had names of its own instead of
/// Grafana's. Errors name the place: ConfigSyntax with line:column, or ConfigValue with the JSON pointer of
/// the field. An unknown field is an error.
[[nodiscard]] Result<DashboardSpec> readPlainForm(std::string_view json);

} // namespace sightglass
