// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/presentation/dashboardchooser.h"
#include "model/presentation/dashboardtimes.h"
#include "widgets/panelkit/dashboardentry.h"

#include <map>
#include <string>
#include <vector>

namespace sightglass {

/// The dashboards that can be gone to: those of the targets, which are open, and the bundled ones, which the
/// user opens over all targets. A value.
class DashboardLibrary
{
public:
    /// Those of the targets in their order, then the opened ones, which have no target.
    [[nodiscard]] std::vector<TargetDashboard> open(const std::vector<TargetDashboard> &ofTargets) const;
    /// The open ones, then the bundled ones that are not.
    [[nodiscard]] std::vector<DashboardEntry> entries(const std::vector<TargetDashboard> &ofTargets,
                                                      const std::vector<DashboardSpec> &bundled) const;
    /// This bundled dashboard is open from now on. False where it is none or is open already.
    bool openBundled(const std::string &id, const std::vector<DashboardSpec> &bundled);
    void closeBundled(const std::string &id);
    /// The user looks at it.
    void visit(const std::string &id, TimestampMs at) { m_visited[id] = at; }

    /// As lists of dashboards show it.
    [[nodiscard]] DashboardEntry entryOf(const DashboardSpec &dashboard) const;

private:
    std::vector<DashboardSpec> m_opened;
    std::map<std::string, TimestampMs> m_visited;
};

} // namespace sightglass
