// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alertrestoration.h"
#include "model/query/queryengine.h"
#include "parser/base/labels.h"

#include <cstddef>
#include <cstdint>
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
    /// Behind a group that went on for longer, evaluateDue() leaves the others that are due for its next
    /// call, so that whoever drives it has its turn. 0: no limit.
    std::int64_t turnMs = 0;
};

} // namespace sightglass
