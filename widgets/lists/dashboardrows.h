// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/listoptions.h"
#include "widgets/lists/listrow.h"
#include "widgets/panelkit/dashboardentry.h"

#include <vector>

namespace sightglass {

/// The dashboards that a list panel shows, under headings where it is said: the starred ones, those that were
/// lately looked at (the newest first), and those that match its query and tags; `limit` of each at most.
/// `typed`: what the user looks for, in title or tags, among the last; case does not matter.
[[nodiscard]] std::vector<ListRow> dashboardListRows(const std::vector<DashboardEntry> &dashboards,
                                                     const DashboardListOptions &options,
                                                     const QString &typed);

} // namespace sightglass
