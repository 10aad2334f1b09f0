// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableorder.h"

#include "model/variables/interpolation.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace sightglass {

namespace {

/// For each variable the numbers of those it refers to.
std::vector<std::vector<std::size_t>> references(std::span<const VariableSpec> variables)
{
    std::map<std::string_view, std::size_t> numbers;
    for (std::size_t i = 0; i < variables.size(); ++i)
        numbers.emplace(variables[i].name, i);
    std::vector<std::vector<std::size_t>> result(variables.size());
    for (std::size_t i = 0; i < variables.size(); ++i) {
        for (const std::string &name : dependenciesOf(variables[i])) {
            if (const auto found = numbers.find(name); found != numbers.end())
                result[i].push_back(found->second);
        }
    }
    return result;
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
    const auto waitsFor = references(variables);
    const auto isReady = [&](std::size_t i) {
        return std::all_of(waitsFor[i].begin(), waitsFor[i].end(),
                           [&done](std::size_t one) { return done[one]; });
    };
    for (bool progress = true; progress;) {
        progress = false;
        for (std::size_t i = 0; i < variables.size(); ++i) {
            if (done[i] || !isReady(i))
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
