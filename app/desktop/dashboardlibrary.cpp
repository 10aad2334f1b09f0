// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardlibrary.h"

#include "model/dashboard/autodashboard.h"

#include <algorithm>

namespace sightglass {

std::vector<TargetDashboard> DashboardLibrary::open(const std::vector<TargetDashboard> &ofTargets) const
{
    std::vector<TargetDashboard> all = ofTargets;
    for (const DashboardSpec &dashboard : m_opened)
        all.push_back({QString(), dashboard});
    return all;
}

DashboardEntry DashboardLibrary::entryOf(const DashboardSpec &dashboard) const
{
    DashboardEntry entry{dashboard.id, dashboard.title, dashboard.tags, false, {}};
    const auto visited = m_visited.find(dashboard.id);
    if (visited != m_visited.end())
        entry.visited = visited->second;
    return entry;
}

std::vector<DashboardEntry> DashboardLibrary::entries(const std::vector<TargetDashboard> &ofTargets,
                                                      const std::vector<DashboardSpec> &bundled) const
{
    std::vector<DashboardEntry> entries;
    for (const TargetDashboard &dashboard : open(ofTargets))
        entries.push_back(entryOf(dashboard.spec));
    for (const DashboardSpec &dashboard : bundled) {
        if (std::ranges::find(m_opened, dashboard.id, &DashboardSpec::id) == m_opened.end())
            entries.push_back(entryOf(dashboard));
    }
    return entries;
}

bool DashboardLibrary::openBundled(const std::string &id, const std::vector<DashboardSpec> &bundled)
{
    const auto found = std::ranges::find(bundled, id, &DashboardSpec::id);
    if (found == bundled.end() || std::ranges::find(m_opened, id, &DashboardSpec::id) != m_opened.end())
        return false;
    m_opened.push_back(boundToTargets(*found, {}));
    return true;
}

void DashboardLibrary::closeBundled(const std::string &id)
{
    std::erase_if(m_opened, [&id](const DashboardSpec &dashboard) { return dashboard.id == id; });
}

} // namespace sightglass
