// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertrestoration.h"
#include "model/alerting/ruleexecutor.h"
#include "model/query/queryengine.h"
#include "parser/base/labels.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sightglass {

/// Settings of rule evaluation.
struct RuleEngineOptions
{
    /// Its options bound what one rule may cost, its templates' queries included: whoever waits for an
    /// evaluation waits about that long per rule.
    QueryEngine queries;
    Labels externalLabels = {};   ///< what templates see of them
    std::string externalUrl = {}; ///< the same
    /// More alerts of one rule are no alerts but a mistake in the rule: its evaluation fails, and the alerts
    /// there were stay as they are. 0: no limit.
    std::size_t maxAlertsPerRule = 1000;
    /// Where the store holds samples of earlier runs: groups that are new take back how long their alerts had
    /// been pending, behind their second evaluation.
    std::optional<RestoreOptions> restore = {};
    /// Behind a rule with which evaluateDue() went on for longer, it leaves the rest for its next call, which
    /// begins with the next group: who drives it has its turn, and a group of many slow rules does not hold
    /// up the others. 0: no limit.
    std::int64_t turnMs = 0;
    /// Where rules are evaluated, templates included, that take longer than `inlineMs`; null: nowhere, an
    /// expression fails when the queries' own time is over, and a template's text then says so. The group's
    /// other rules wait for the answer, other groups do not.
    std::shared_ptr<RuleExecutor> executor = nullptr;
    std::int64_t inlineMs = 50;           ///< 0: everything is evaluated by the executor
    std::int64_t slowTimeoutMs = 120'000; ///< of what the executor evaluates
};

} // namespace sightglass
