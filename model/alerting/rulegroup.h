// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/alerting/thresholdrule.h"
#include "parser/promql/features.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What a rule file leaves to prometheus.yml.
struct RuleDefaults
{
    std::int64_t intervalMs = 60'000; ///< evaluation_interval
    std::int64_t queryOffsetMs = 0;   ///< rule_query_offset
    promql::Features features = {};
    Labels externalLabels = {}; ///< external_labels
};

/// The group that a rule file without problems writes. Its templates are parsed here, once.
[[nodiscard]] RuleGroup ruleGroup(const WrittenGroup &group, const std::string &file,
                                  const RuleDefaults &defaults = {});

/// The alerting rules that a dashboard's stand for: `(expr) op value`, the severity as a label, summary and
/// description as annotations; its texts are plain, whatever they look like. A rule whose expression does not
/// parse stays with its problem and never fires.
[[nodiscard]] RuleGroup ruleGroup(const ThresholdGroup &group, const promql::Features &features = {});

/// The same for one.
[[nodiscard]] RulePtr thresholdRule(const ThresholdRule &rule, const promql::Features &features = {});

[[nodiscard]] std::vector<RuleGroup> ruleGroups(std::span<const ThresholdGroup> groups,
                                                const promql::Features &features = {});

} // namespace sightglass
