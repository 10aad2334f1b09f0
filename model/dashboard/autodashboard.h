// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autotexts.h"
#include "model/dashboard/dashboardspec.h"
#include "model/storage/snapshot.h"

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// Whose metrics a dashboard is about: matchers on target labels, e.g. {job, instance}.
struct DashboardSubject
{
    std::string id;    ///< becomes the dashboard's id
    std::string title; ///< becomes its title
    Labels targetLabels;
    AutoTexts texts = {}; ///< what the dashboard says in words of its own
    /// Names of samples that other dashboards of this target show: their families are left out, unless
    /// nothing would be left.
    std::set<std::string, std::less<>> shownElsewhere = {};
};

/// A dashboard for an endpoint nobody prepared one for: counters as rates, gauges as values (as a radial
/// gauge where unit or name says ratio or percent), histograms as heatmap plus quantiles, summaries as
/// quantiles; grouped by name prefix, the most active group first; HELP as description; the unit from UNIT,
/// suffix and name. Deterministic for a snapshot.
[[nodiscard]] DashboardSpec autoDashboard(const Snapshot &snapshot, const DashboardSubject &subject,
                                          TimestampMs now);

/// A copy of the dashboard with the target's labels put as matchers into every selector of every query and
/// rule, so that it shows this target only. The rules' alerts carry the target's labels. Text that does not
/// parse stays as it is.
[[nodiscard]] DashboardSpec boundToTarget(const DashboardSpec &dashboard, const Labels &targetLabels);

/// The same for several targets that are one system, or of one kind: matchers let all of them through, alerts
/// carry the labels that all of them have. Queries of variables are bound too. A dashboard that
/// showsSeveralTargets() names the instance in legends where its queries group by it; of one target alone
/// nothing is to be chosen: the variable goes, with its matchers. No targets: whatever there is.
[[nodiscard]] DashboardSpec boundToTargets(const DashboardSpec &dashboard, std::span<const Labels> targets);

/// Whether the dashboard is made to show several targets of one kind: it has a variable "instance".
[[nodiscard]] bool showsSeveralTargets(const DashboardSpec &dashboard);

} // namespace sightglass
