// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sightglass {

/// The dashboards compiled into the program in the user's language, in the order in which a target is matched
/// against them. A file that does not read is left out and named on the standard error stream; the test suite
/// reads them all.
[[nodiscard]] std::vector<DashboardSpec> bundledDashboards();

/// The ids of all of them.
[[nodiscard]] QStringList bundledDashboardIds();

/// The id of the bundled dashboard that has this id or title, be it English or in the user's language.
[[nodiscard]] std::optional<QString> bundledDashboardId(const QString &name);

} // namespace sightglass
