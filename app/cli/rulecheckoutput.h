// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/ruleduplicates.h"
#include "parser/config/rulefilereader.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A rule file that was checked.
struct CheckedRules
{
    QString source; ///< what the file is called in messages
    std::string text;
    RuleFileReading reading;
    std::vector<DuplicateRules> duplicates; ///< those that count
};

/// One problem as promtool prints it, and below it the line of the file with a caret. Hostile characters are
/// made visible.
[[nodiscard]] QString problemBlock(const RuleProblem &problem, const CheckedRules &rules);

/// The duplicates as promtool prints them, and below that each one's place.
[[nodiscard]] QString duplicatesBlock(const CheckedRules &rules);

/// For programs: one JSON object per problem and per duplicate on lines of their own, the file's figures
/// last.
[[nodiscard]] std::string checkJson(const CheckedRules &rules);

} // namespace sightglass
