// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/resolution.h"

#include "model/variables/interpolation.h"
#include "model/variables/jsonoptions.h"
#include "model/variables/variableoptions.h"
#include "model/variables/variableorder.h"

namespace sightglass {

namespace {

class Resolution
{
public:
    Resolution(const VariableSource &source, const std::stop_token &cancel)
        : m_source(source)
        , m_cancel(cancel)
    {}

    [[nodiscard]] Result<std::vector<VariableOption>> optionsOf(const VariableSpec &variable,
                                                                const VariableValues &values) const
    {
        switch (variable.type) {
        case VariableType::Query:
            return queried(variable, values);
        case VariableType::Custom:
            return variable.listForm == ListForm::Json ? jsonOptions(interpolated(variable.query, values))
                                                       : customOptions(interpolated(variable.query, values));
        case VariableType::Interval:
            return intervalOptions(variable);
        case VariableType::DataSource:
            // There is one: this store.
            return std::vector<VariableOption>{{"Sightglass", "sightglass"}};
        case VariableType::Constant:
        case VariableType::TextBox:
            return std::vector<VariableOption>{{variable.query, variable.query}};
        case VariableType::Switch:
        case VariableType::Snapshot:
            return variable.options;
        case VariableType::AdHoc:
        case VariableType::GroupBy:
            break;
        }
        return std::vector<VariableOption>{};
    }

    [[nodiscard]] VariableValue valueOf(const VariableSpec &variable, std::span<const VariableOption> options,
                                        std::span<const VariableOption> chosen) const
    {
        switch (variable.type) {
        case VariableType::Constant:
            return singleValue(variable.query);
        case VariableType::TextBox:
            return singleValue(chosen.empty() ? variable.query : chosen.front().value);
        case VariableType::GroupBy: {
            VariableValue value;
            value.list = true;
            for (const VariableOption &one : chosen) {
                value.values.push_back(one.value);
                value.texts.push_back(one.text);
            }
            return value;
        }
        default:
            break;
        }
        VariableValue value = chosenValue(variable, options, chosen);
        if (variable.type == VariableType::Interval) {
            for (std::string &one : value.values) {
                if (one == autoIntervalValue(variable.name))
                    one = autoIntervalText(variable.autoInterval, m_source.range);
            }
        }
        return value;
    }

private:
    [[nodiscard]] Result<std::vector<VariableOption>> queried(const VariableSpec &variable,
                                                              const VariableValues &values) const
    {
        const std::string text = interpolated(variable.query, values, {.kind = TextKind::Query});
        auto answers = answersOf(parseVariableQuery(text), m_source, m_cancel);
        if (!answers)
            return answers.error();
        auto options = shapedOptions(std::move(*answers), interpolated(variable.regex, values), variable.sort,
                                     variable.regexSubject);
        if (options)
            return withStaticOptions(variable, std::move(*options));
        return options;
    }

    const VariableSource &m_source;
    const std::stop_token &m_cancel;
};

/// What a file says was not typed here.
std::vector<VariableOption> namedOptions(std::vector<VariableOption> options)
{
    for (VariableOption &option : options) {
        if (option.text.empty())
            option.text = option.value;
    }
    return options;
}

} // namespace

ResolvedVariables resolveVariables(std::span<const VariableSpec> variables, const ChosenVariables &chosen,
                                   const VariableValues &known, const VariableSource &source,
                                   const std::stop_token &cancel)
{
    ResolvedVariables result;
    result.values = known;
    result.variables.resize(variables.size());
    const Resolution resolution(source, cancel);
    VariableOrder order = variableOrder(variables);
    result.cyclic = std::move(order.cyclic);
    for (const std::size_t index : order.order) {
        const VariableSpec &variable = variables[index];
        ResolvedVariable &resolved = result.variables[index];
        resolved.name = variable.name;
        auto options = resolution.optionsOf(variable, result.values);
        if (options)
            resolved.options = std::move(*options);
        else
            resolved.error = options.error();
        const auto said = chosen.find(variable.name);
        resolved.value = said != chosen.end()
                             ? resolution.valueOf(variable, resolved.options, said->second)
                             : resolution.valueOf(variable, resolved.options, namedOptions(variable.current));
        if (variable.type != VariableType::AdHoc)
            result.values.set(variable.name, resolved.value);
    }
    return result;
}

} // namespace sightglass
