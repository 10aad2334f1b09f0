// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelspec.h"
#include "model/variables/variablespec.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// The queries of a panel that are no PromQL once variables stand for something plausible: those of the
/// dashboard by what is chosen, or a word; intervals by durations. "A: 1:5: parse error: …".
[[nodiscard]] std::vector<std::string> queryProblems(const PanelSpec &panel,
                                                     std::span<const VariableSpec> variables);

} // namespace sightglass
