// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// The paths (as Feature::path) of all members that are read, in alphabetical order: what the descriptions
/// of panels, fields, queries, variables and dashboards say.
[[nodiscard]] const std::vector<std::string> &readMembers();

/// Whether it is read where a panel is of another type ("stat/options/legend" where
/// "timeseries/options/legend" is): Grafana leaves such members behind when a panel changes its type, and
/// looks at them no more.
[[nodiscard]] bool isOfAnotherType(std::string_view path);

} // namespace sightglass::grafana
