// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableorder.h"

#include "model/variables/interpolation.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isWaiting(const VariableSpec &variable, std::span<const VariableSpec> variables,
               const std::vector<bool> &done)
{
    const std::vector<std::string> names = dependenciesOf(variable);
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (!done[i] && std::find(names.begin(), names.end(), variables[i].name) != names.end())
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string> dependenciesOf(const VariableSpec &variable)
{
    std::set<std::string, std::less<>> names = variablesIn(variable.regex);
    names.merge(variablesIn(variable.datasource));
    // Other types hold no query: a custom list's "$x" is a value.
    if (variable.type == VariableType::Query)
        names.merge(variablesIn(variable.query));
    if (variable.allValue)
        names.merge(variablesIn(*variable.allValue));
    return {names.begin(), names.end()};
}

VariableOrder variableOrder(std::span<const VariableSpec> variables)
{
    VariableOrder result;
    std::vector<bool> done(variables.size(), false);
    for (bool progress = true; progress;) {
        progress = false;
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (done[i] || isWaiting(variables[i], variables, done))
                continue;
            done[i] = true;
            result.order.push_back(i);
            progress = true;
        }
    }
    for (std::size_t i = 0; i < variables.size(); ++i) {
        if (done[i])
            continue;
        result.order.push_back(i);
        result.cyclic.push_back(variables[i].name);
    }
    return result;
}

} // namespace sightglass
