// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/autotexts.h"
#include "model/dashboard/dashboardspec.h"

namespace sightglass {

/// A bundled dashboard in the user's language: titles, descriptions, legends, texts for values, and its rules' summaries and
/// descriptions. What has no translation stays. For bundled dashboards only, and before anything of a target
/// is bound to them: neither a user's dashboard nor HELP is ever looked up. Ids, names of rules, expressions
/// and {{label}} places stay as they are.
[[nodiscard]] DashboardSpec translatedDashboard(DashboardSpec dashboard);

/// The words of automatic dashboards in the user's language.
[[nodiscard]] AutoTexts translatedAutoTexts();

} // namespace sightglass
