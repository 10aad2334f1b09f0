// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/queryproblems.h"
#include "model/variables/builtins.h"
#include "model/variables/interpolation.h"
#include "model/variables/variableoptions.h"
#include "parser/promql/parse.h"

namespace sightglass {

namespace {

constexpr std::int64_t plausibleStepMs = 60'000;
constexpr std::size_t mostCopies = 20; ///< of a repeated panel that are looked at

std::vector<VariableOption> plausibleOptions(const VariableSpec &variable)
{
    if (variable.type == VariableType::Custom)
        return customOptions(variable.query);
    if (variable.type == VariableType::Interval) {
        std::vector<VariableOption> options = intervalOptions(variable);
        for (VariableOption &option : options) {
            if (option.value == autoIntervalValue(variable.name))
                option.value = "1m";
        }
        return options;
    }
    if (variable.type == VariableType::Constant || variable.type == VariableType::TextBox)
        return {{variable.query, variable.query}};
    return {};
}

/// Nothing is asked of a store, so that a query variable is what its dashboard was saved with, or a word.
VariableValue plausibleValue(const VariableSpec &variable)
{
    const std::vector<VariableOption> options = plausibleOptions(variable);
    VariableValue value = chosenValue(variable, options, variable.current);
    const bool usable =
        !value.values.empty() && !value.values.front().empty() && value.values.front() != allVariableValue;
    if (!usable && variable.type != VariableType::TextBox)
        value.values = value.texts = {"x"};
    return value;
}

} // namespace

VariableValues plausibleValues(std::span<const VariableSpec> variables)
{
    VariableValues values = intervalValues(plausibleStepMs, 4 * plausibleStepMs);
    addBuiltIns(values, {{0, 3'600'000}, {}, {}});
    for (const VariableSpec &variable : variables)
        values.set(variable.name, plausibleValue(variable));
    return values;
}

std::vector<VariableValues> valuesOfCopies(const PanelSpec &panel, const VariableValues &values)
{
    const VariableValue *value = panel.repeat.variable.empty() ? nullptr : values.find(panel.repeat.variable);
    if (value == nullptr || value->values.empty())
        return {values};
    std::vector<VariableValues> copies;
    for (std::size_t i = 0; i < value->values.size() && i < mostCopies; ++i) {
        VariableValue one = singleValue(value->values[i]);
        one.matched = value->matched;
        copies.push_back(values);
        copies.back().set(panel.repeat.variable, std::move(one));
    }
    return copies;
}

std::vector<std::string> queryProblems(const PanelSpec &panel, const VariableValues &values)
{
    std::vector<std::string> problems;
    for (const PanelQuery &query : panel.queries) {
        const std::string text = interpolated(query.expr, values, {.kind = TextKind::Query});
        const auto expr = promql::parseExpr(text, promql::Features::all());
        if (!expr)
            problems.push_back(query.refId + ": " + std::to_string(expr.error().position.line) + ":" +
                               std::to_string(expr.error().position.column) + ": " + plainText(expr.error()));
    }
    return problems;
}

} // namespace sightglass
