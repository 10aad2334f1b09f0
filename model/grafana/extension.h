// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/grafana/fieldcodec.h"

#include <optional>
#include <string>

/// What a dashboard of this program has and Grafana has not stands in a member of its own, of the dashboard
/// and of its panels; Grafana passes over it.
namespace sightglass::grafana {

inline constexpr std::string_view extensionName = "sightglass";

[[nodiscard]] OrderedJson dashboardExtension(const DashboardSpec &dashboard);
/// Strict: the first unknown or wrong field is the error.
[[nodiscard]] std::optional<Error> readExtension(const Json &extension, DashboardSpec &dashboard);

/// `id` is the panel's number, which its own id may differ from. Null where there is nothing to say.
[[nodiscard]] OrderedJson panelExtension(const PanelSpec &panel, int id);
[[nodiscard]] std::optional<Error> readPanelExtension(const Json &extension, const std::string &pointer,
                                                      PanelSpec &panel);

} // namespace sightglass::grafana
