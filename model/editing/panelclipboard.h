// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/grafana/exportdashboard.h"
#include "parser/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The type under which panels are on the clipboard for this program, beside plain text for Grafana.
inline constexpr std::string_view panelClipboardType = "application/x-sightglass-panels+json";

/// Panels as JSON: one as Grafana's "panel JSON" shows it, several as a list. A row has the panels behind it
/// inside.
[[nodiscard]] std::string panelText(std::span<const PanelSpec> panels, FileFor reader);

/// It is a panel or a list of them, and no dashboard.
[[nodiscard]] bool holdsPanels(std::string_view text);

/// Panels as they were copied, here or in Grafana of any age: one, a list, or a whole dashboard's. What is
/// not honoured is lost, as in importDashboard(). Errors: those of importDashboard(); Unsupported for JSON
/// that holds no panel.
[[nodiscard]] Result<std::vector<PanelSpec>> panelsFromText(std::string_view text);

} // namespace sightglass
