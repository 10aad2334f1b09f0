// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/dashboard/dashboardspec.h"

#include <span>
#include <vector>

namespace sightglass {

/// The rules that are a dashboard's own, in their order: those of its groups, and those of the rule files
/// that it switches on. Of the latter, which all targets share, with the alerts of its targets only, and with
/// the worst state of these. An alert is a target's unless a label of the two says otherwise: aggregations
/// drop labels.
[[nodiscard]] std::vector<RuleStatus> rulesOf(const DashboardSpec &dashboard,
                                              std::span<const RuleStatus> rules);

} // namespace sightglass
