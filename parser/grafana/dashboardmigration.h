// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/grafana/importloss.h"
#include "parser/grafana/migratedlist.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The schema that every migrated dashboard has: Grafana's last of the v1 resource.
inline constexpr int newestDashboardSchema = 42;

/// Bounds of what is read as a dashboard.
struct DashboardLimits
{
    std::size_t bytes = std::size_t{8} << 20U;
    std::size_t depth = 100; ///< of objects and arrays in each other
    std::size_t losses = 10'000;
};

/// A dashboard in the one form that readers know: schema 42, panels with whole gridPos and unique ids (those
/// of a folded row inside it, of an open one behind it), modern panel plugins only, every number a number.
struct MigratedDashboard
{
    nlohmann::json dashboard;
    std::string root; ///< the pointer to the dashboard in the text: "", "/spec", …
    /// It was a resource of version 2: pointers are to be brought there, see grafana::resource2Pointer().
    bool isResource2 = false;
    /// Where each panel stood in the text as it was given, by its id.
    std::map<std::int64_t, std::string> panelPlaces;
    /// Variables, annotations and links, by their lists' pointers below the dashboard ("/templating/list").
    std::map<std::string, MigratedList, std::less<>> lists;
    std::vector<ImportLoss> losses; ///< in the order they were met, at most DashboardLimits::losses
};

/// Reads a dashboard as Grafana wrote it at any time (schema 0 to 42) and brings it to the newest form. Takes
/// the bare dashboard, the API's {"dashboard": …}, the resource {apiVersion, kind: Dashboard, spec} of
/// versions 1 and 2, and the Grafana operator's resource with the dashboard as text. Migrating what came out
/// again changes nothing. Errors: ConfigSyntax with line:column where the text is no JSON (comments are
/// refused; of two equal keys the last counts), too large or too deep; Unsupported where it is JSON but no
/// dashboard of these kinds.
[[nodiscard]] Result<MigratedDashboard> migrateDashboard(std::string_view text);
[[nodiscard]] Result<MigratedDashboard> migrateDashboard(std::string_view text,
                                                         const DashboardLimits &limits);

} // namespace sightglass
