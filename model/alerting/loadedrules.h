// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"

#include <string>
#include <vector>

namespace sightglass {

/// The rules of all rule files there are, as they are in force.
struct LoadedRules
{
    std::vector<RuleGroup> groups;
    /// Why a file is not in force as it stands now, each "file:line:column: what": its groups are those of
    /// the time when it was last good.
    std::vector<std::string> problems = {};
};

} // namespace sightglass
