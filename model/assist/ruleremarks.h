// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/rulediagnosis.h"

#include <vector>

namespace sightglass {

/// What keeps a rule's alerts from firing though its condition holds now and then: from what the last
/// evaluations have found, and from how the rule is written. Pure.
[[nodiscard]] std::vector<RuleRemark> ruleRemarks(const RuleDiagnosis &diagnosis, const RuleStatus &status,
                                                  std::int64_t intervalMs);

} // namespace sightglass
