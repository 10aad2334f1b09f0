// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertstate.h"
#include "model/alerting/rule.h"
#include "model/alerting/rulestore.h"
#include "model/query/queryresult.h"

#include <functional>
#include <span>
#include <vector>

namespace sightglass {

/// An instant query's result as rules take it: a scalar is one element without labels. Error QueryFailed for
/// range vectors and strings: "rule result is not a vector or scalar".
[[nodiscard]] Result<std::vector<VectorElement>> ruleElements(QueryResult result);

/// The samples of a recording rule: elements under the rule's name, its labels over theirs (rules reference,
/// section 2.1). Errors: QueryFailed where two get the same labels, or there are more than `limit` (0: none).
[[nodiscard]] Result<std::vector<RuleSample>> recordedSamples(std::vector<VectorElement> elements,
                                                              const Rule &rule, std::size_t limit);

/// Asked before each element is expanded; an error ends the evaluation with it.
using RuleCheckpoint = std::function<Status()>;

/// The labels and annotations of an evaluation's alerts, expanded: any element counts, whatever its value
/// (rules reference, section 3). Error QueryFailed where two elements get the same labels.
[[nodiscard]] Result<std::vector<ActiveAlert>> activeAlerts(std::span<const VectorElement> elements,
                                                            const Rule &rule,
                                                            const TemplateEnvironment &environment,
                                                            const RuleCheckpoint &checkpoint);

inline constexpr std::string_view alertsMetric = "ALERTS";
inline constexpr std::string_view alertsForStateMetric = "ALERTS_FOR_STATE";

/// ALERTS and ALERTS_FOR_STATE (seconds since 1970) of the pending and firing ones. As in Prometheus a rule's
/// label whose template expands to nothing shows there as the template.
[[nodiscard]] std::vector<RuleSample> alertSamples(const Rule &rule, std::span<const Alert> alerts);

} // namespace sightglass
