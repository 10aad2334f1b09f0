// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/variables/variablevalues.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// Something plausible for every variable where there is no store to ask: what is chosen, or a word;
/// durations for intervals.
[[nodiscard]] VariableValues plausibleValues(std::span<const VariableSpec> variables);

/// The values as each copy of a repeated panel or row has them; those themselves where it does not repeat.
[[nodiscard]] std::vector<VariableValues> valuesOfCopies(const PanelSpec &panel,
                                                         const VariableValues &values);

/// The queries of a panel that are no PromQL with these values: "A: 1:5: parse error: …".
[[nodiscard]] std::vector<std::string> queryProblems(const PanelSpec &panel, const VariableValues &values);

} // namespace sightglass
