// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Behind this the rule files that come with the program have their names.
inline constexpr std::string_view bundledRulesMark = "bundled:";

/// What the groups of the bundled file "streamhouse" have as their file: "bundled:streamhouse".
[[nodiscard]] inline std::string bundledRulesFile(std::string_view name)
{
    return std::string(bundledRulesMark).append(name);
}

/// The rules of all rule files there are, as they are in force.
struct LoadedRules
{
    std::vector<RuleGroup> groups;
    /// Why a file is not in force as it stands now, each "file:line:column: what": its groups are those of
    /// the time when it was last good.
    std::vector<std::string> problems = {};
};

} // namespace sightglass
