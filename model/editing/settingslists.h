// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// New variables, annotations and links.
namespace sightglass {

/// The types that the user can choose, in the order in which they are offered.
[[nodiscard]] std::span<const VariableType> offeredVariableTypes() noexcept;

/// The variable as another type: its names stay, all else is what such a one begins with.
[[nodiscard]] VariableSpec ofType(const VariableSpec &variable, VariableType type);

/// A query variable under a name that none has.
[[nodiscard]] VariableSpec newVariable(std::span<const VariableSpec> variables);
/// A copy under a name that none has.
[[nodiscard]] VariableSpec copiedVariable(std::span<const VariableSpec> variables, VariableSpec variable);

enum class NameProblem : std::uint8_t
{
    None,
    Empty,
    Letters,  ///< others than letters, digits and _
    Reserved, ///< Grafana's own begin with __
    Taken
};
[[nodiscard]] NameProblem variableNameProblem(std::span<const VariableSpec> variables, std::size_t index);

enum class AnnotationKind : std::uint8_t
{
    Alerts,   ///< that fire
    Restarts, ///< of processes, by when they say they were started
    Query
};
/// Under a name that none has.
[[nodiscard]] AnnotationSpec newAnnotation(AnnotationKind kind, std::span<const AnnotationSpec> annotations);

} // namespace sightglass
