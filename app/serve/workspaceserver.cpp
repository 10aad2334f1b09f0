// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/workspaceserver.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

std::vector<RuleGroup> ruleGroups(const Workspace &workspace)
{
    std::vector<RuleGroup> groups;
    for (const TargetDashboard &dashboard : workspace.dashboards())
        std::copy(dashboard.spec.ruleGroups.begin(), dashboard.spec.ruleGroups.end(),
                  std::back_inserter(groups));
    return groups;
}

} // namespace

void serveWorkspace(ApiServer &server, Workspace &workspace)
{
    QObject::connect(&workspace, &Workspace::dashboardsChanged, &server,
                     [&server, &workspace] { server.setRuleGroups(ruleGroups(workspace)); });
    QObject::connect(&workspace, &Workspace::ticked, &server,
                     [&server](const CollectorTick &tick) { server.setTick(tick); });
    server.setRuleGroups(ruleGroups(workspace));
    if (workspace.lastTick().snapshot)
        server.setTick(workspace.lastTick());
}

} // namespace sightglass
