// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/backtest.h"
#include "model/assist/rulediagnosis.h"
#include "model/assist/whatmoved.h"

#include <QString>

namespace sightglass {

// What is found out about rules, in the user's words. Plain, displayable.

/// Why the rule fires or does not, in a sentence or two.
[[nodiscard]] QString verdictText(const RuleDiagnosis &diagnosis, const RuleStatus &status);

/// What is wrong, and what that does to the alert.
[[nodiscard]] QString remarkText(const RuleRemark &remark);

/// "fires: 3 alerts, 12 min in all; 2 more were pending only".
[[nodiscard]] QString backTestText(const BackTest &test);

/// "12 → 90", with the unit of a rate; that it appeared or vanished.
[[nodiscard]] QString moveText(const MovedSeries &moved);

} // namespace sightglass
