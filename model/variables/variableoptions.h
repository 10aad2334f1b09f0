// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/variables/variablespec.h"
#include "model/variables/variablevalues.h"
#include "parser/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// How many values a variable has at most; Grafana shows 1,000 of them.
inline constexpr std::size_t mostVariableOptions = 10'000;

/// A custom variable's list: "a, b\,c, text : value".
[[nodiscard]] std::vector<VariableOption> customOptions(std::string_view list);

/// An interval variable's list: words or quoted texts; "auto" first where it is offered.
[[nodiscard]] std::vector<VariableOption> intervalOptions(const VariableSpec &variable);

/// The answers of a query as values: those that `regex` finds, by their groups "value" and "text", else by
/// their first group, each match for itself with the flag g; equal values once; sorted. An expression that
/// cannot be done is an error. `regex` has its variables replaced already.
[[nodiscard]] Result<std::vector<VariableOption>> shapedOptions(std::vector<VariableOption> answers,
                                                                std::string_view regex, VariableSort sort,
                                                                RegexSubject subject = RegexSubject::Value);

/// With the variable's own options, those of the same value once.
[[nodiscard]] std::vector<VariableOption> withStaticOptions(const VariableSpec &variable,
                                                            std::vector<VariableOption> options);

/// In Grafana's order of that kind.
void sortOptions(std::vector<VariableOption> &options, VariableSort sort);

/// What the variable stands for: `chosen` as far as they are among the options, else All where it is offered,
/// else the first option. Where other values are allowed, one that was typed stands for itself, among the
/// options or not: it is one without a text (typedOption()); any does where there are no options. No value at
/// all where there are no options: queries find nothing.
[[nodiscard]] VariableValue chosenValue(const VariableSpec &variable, std::span<const VariableOption> options,
                                        std::span<const VariableOption> chosen);

/// A value that somebody typed, or that a link brought along.
[[nodiscard]] inline VariableOption typedOption(std::string value)
{
    return {{}, std::move(value)};
}

/// The duration that "auto" of an interval variable means for a range.
[[nodiscard]] std::string autoIntervalText(const AutoInterval &interval, TimeRange range);

/// The value of an interval variable's option "auto".
[[nodiscard]] std::string autoIntervalValue(std::string_view variable);

} // namespace sightglass
