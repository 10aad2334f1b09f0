// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablequery.h"
#include "model/variables/variablevalues.h"

#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// What came of one variable.
struct ResolvedVariable
{
    std::string name;
    std::vector<VariableOption> options; ///< without All
    VariableValue value;
    std::optional<Error> error; ///< why there are no options
};

/// All variables of a dashboard, in the order of the dashboard.
struct ResolvedVariables
{
    std::vector<ResolvedVariable> variables;
    VariableValues values;           ///< of all of them, with those that were there before
    std::vector<std::string> cyclic; ///< names of those that wait for each other: they are filled as if not
};

/// What the user has chosen, by the variable's name; others stay with what the dashboard says.
using ChosenVariables = std::map<std::string, std::vector<VariableOption>, std::less<>>;

/// Fills the variables, each behind those it refers to. `known` has the built-in ones. Any thread; bounded
/// by the engine's limits and mostVariableOptions.
[[nodiscard]] ResolvedVariables resolveVariables(std::span<const VariableSpec> variables,
                                                 const ChosenVariables &chosen, const VariableValues &known,
                                                 const VariableSource &source,
                                                 const std::stop_token &cancel = {});

} // namespace sightglass
