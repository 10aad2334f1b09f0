// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sightglass::test {

/// JSON pointers and the compact text of what is there, "absent" for nothing.
using Expectations = std::vector<std::pair<std::string, std::string>>;

/// A panel under a schema and what becomes of it.
struct PanelCase
{
    const char *name;
    int schema;
    const char *panel;
    Expectations expected;
    std::vector<std::string> losses = {}; ///< "feature pointer"
};

/// A whole text and what becomes of the dashboard in it.
struct DashboardCase
{
    const char *name;
    const char *text;
    Expectations expected;
    std::vector<std::string> losses = {};
};

[[nodiscard]] const std::vector<PanelCase> &graphCases();
[[nodiscard]] const std::vector<PanelCase> &panelCases();
[[nodiscard]] const std::vector<PanelCase> &fieldCases();
[[nodiscard]] const std::vector<DashboardCase> &dashboardCases();
[[nodiscard]] const std::vector<DashboardCase> &resource2Cases();

} // namespace sightglass::test
