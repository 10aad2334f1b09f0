// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/settingslists.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

constexpr auto offeredTypes = std::to_array<VariableType>(
    {VariableType::Query, VariableType::Custom, VariableType::Interval, VariableType::TextBox,
     VariableType::Constant, VariableType::AdHoc, VariableType::DataSource, VariableType::Switch});

template<typename List>
bool isNamed(const List &list, const std::string &name)
{
    return std::ranges::any_of(list, [&name](const auto &one) { return one.name == name; });
}

/// "name", or "name2" and so on.
template<typename List>
std::string freeName(const List &list, const std::string &wanted)
{
    std::string name = wanted;
    for (int number = 2; isNamed(list, name); ++number)
        name = wanted + std::to_string(number);
    return name;
}

bool isNameCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

std::span<const VariableType> offeredVariableTypes() noexcept
{
    return offeredTypes;
}

VariableSpec ofType(const VariableSpec &variable, VariableType type)
{
    if (type == variable.type)
        return variable;
    VariableSpec changed;
    changed.name = variable.name;
    changed.label = variable.label;
    changed.description = variable.description;
    changed.hide = variable.hide;
    changed.type = type;
    switch (type) {
    case VariableType::Query:
        changed.refresh = VariableRefresh::OnLoad;
        break;
    case VariableType::Interval:
        changed.query = "1m,5m,10m,30m,1h,6h,12h,1d";
        changed.autoInterval.offered = true;
        changed.refresh = VariableRefresh::OnTimeRange;
        break;
    case VariableType::DataSource:
        changed.query = "prometheus";
        break;
    case VariableType::Switch:
        changed.options = {{"On", "true"}, {"Off", "false"}};
        changed.current = {changed.options.back()};
        break;
    default:
        break;
    }
    // Lists are kept between types that have them.
    const auto hasList = [](VariableType one) {
        return one == VariableType::Query || one == VariableType::Custom || one == VariableType::DataSource;
    };
    if (hasList(type) && hasList(variable.type)) {
        changed.multi = variable.multi;
        changed.includeAll = variable.includeAll;
    }
    return changed;
}

VariableSpec newVariable(std::span<const VariableSpec> variables)
{
    VariableSpec variable;
    variable.name = freeName(variables, "variable");
    variable.refresh = VariableRefresh::OnLoad;
    return variable;
}

VariableSpec copiedVariable(std::span<const VariableSpec> variables, VariableSpec variable)
{
    variable.name = freeName(variables, variable.name + "_copy");
    return variable;
}

NameProblem variableNameProblem(std::span<const VariableSpec> variables, std::size_t index)
{
    const std::string &name = variables[index].name;
    if (name.empty())
        return NameProblem::Empty;
    if (!std::ranges::all_of(name, isNameCharacter))
        return NameProblem::Letters;
    if (name.starts_with("__"))
        return NameProblem::Reserved;
    const auto alike = std::ranges::count(variables, name, &VariableSpec::name);
    return alike > 1 ? NameProblem::Taken : NameProblem::None;
}

AnnotationSpec newAnnotation(AnnotationKind kind, std::span<const AnnotationSpec> annotations)
{
    AnnotationSpec annotation;
    switch (kind) {
    case AnnotationKind::Alerts:
        annotation.name = freeName(annotations, "Alerts");
        annotation.builtIn = true;
        annotation.json = R"({"builtIn":1,"datasource":{"type":"grafana","uid":"-- Grafana --"},)"
                          R"("enable":true,"iconColor":"red","name":")" +
                          annotation.name + R"(","type":"dashboard"})";
        break;
    case AnnotationKind::Restarts:
        annotation.name = freeName(annotations, "Restarts");
        annotation.color = "purple";
        annotation.expr = "process_start_time_seconds * 1000";
        annotation.timeIsValue = true;
        annotation.title = "{{job}} {{instance}} was started";
        break;
    case AnnotationKind::Query:
        annotation.name = freeName(annotations, "Annotation");
        annotation.color = "blue";
        break;
    }
    return annotation;
}

} // namespace sightglass
