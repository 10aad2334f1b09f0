// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/resolution.h"
#include "model/variables/variablespec.h"
#include "parser/base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What the user has chosen on a dashboard and its file does not say: it is kept in the settings, per
/// dashboard. What is not in it is as the file says.
struct DashboardChoices
{
    ChosenVariables variables;
    std::map<std::string, std::vector<AdHocFilter>, std::less<>> filters; ///< of ad-hoc variables by name
    std::map<std::string, bool, std::less<>> folded;      ///< rows by the id they are shown with
    std::map<std::string, bool, std::less<>> annotations; ///< which are switched on, by name

    friend bool operator==(const DashboardChoices &, const DashboardChoices &) = default;
};

/// The choices where a dashboard's variables `before` are `after` now: what was chosen of a variable that has
/// only another name stays chosen.
[[nodiscard]] DashboardChoices choicesForRenamed(DashboardChoices choices,
                                                 std::span<const VariableSpec> before,
                                                 std::span<const VariableSpec> after);

/// JSON on one line.
[[nodiscard]] std::string choicesText(const DashboardChoices &choices);
/// What choicesText() wrote. What is none of it is passed over: a settings file may be of another version.
[[nodiscard]] DashboardChoices readChoices(std::string_view text);

} // namespace sightglass
