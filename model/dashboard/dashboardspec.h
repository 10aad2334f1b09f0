// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "model/dashboard/panelspec.h"

#include <string>
#include <vector>

namespace sightglass {

/// A dashboard as data: one JSON file in resources/dashboards, or made by autoDashboard(). One dashboard is
/// one tab.
struct DashboardSpec
{
    std::string id;    ///< stable, [a-z0-9-]+
    std::string title; ///< plain text
    std::string description;
    /// A target belongs to this dashboard when its first scrape has all of these families
    /// (observed-systems.md). Empty: never chosen by itself.
    std::vector<std::string> requiredMetrics;
    std::int64_t defaultRangeMs = 5 * 60 * 1000;
    std::vector<PanelSpec> panels;
    std::vector<ThresholdGroup> ruleGroups; ///< switched on together with the dashboard

    friend bool operator==(const DashboardSpec &, const DashboardSpec &) = default;
};

} // namespace sightglass
