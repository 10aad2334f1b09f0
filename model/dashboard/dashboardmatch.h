// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/storage/snapshot.h"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace sightglass {

/// Names of samples, or of metrics that queries ask for.
using SampleNames = std::set<std::string, std::less<>>;

/// Which ready-made dashboards fit a target.
struct DashboardMatches
{
    /// Indices, the best first: of the program itself, of its parts, of what many programs have in them.
    /// Parts come in the order in which the dashboards of the whole ask for one of their required metrics;
    /// else of one kind the one that shows more of what the target exposes first, of equal ones the first.
    std::vector<std::size_t> fitting;
    /// Nothing ready-made is about the program itself, and it has metrics of its own: the automatic dashboard
    /// leads.
    bool automaticLeads = true;
    SampleNames exposed; ///< by the target, lately

    friend bool operator==(const DashboardMatches &, const DashboardMatches &) = default;
};

/// The dashboards all of whose required metrics (or those of one of their other parts) the target has samples
/// of within the last five minutes. A family is found under the names of its samples too (x_total, x_count,
/// x_bucket).
[[nodiscard]] DashboardMatches matchDashboards(const std::vector<DashboardSpec> &dashboards,
                                               const Snapshot &snapshot, const Labels &targetLabels,
                                               TimestampMs now);

/// The names that the dashboard's queries ask for, as far as they parse.
[[nodiscard]] SampleNames metricsShownBy(const DashboardSpec &dashboard);

} // namespace sightglass
