// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablespec.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// In which order variables are to be filled, so that each comes behind those it refers to.
struct VariableOrder
{
    std::vector<std::size_t> order;  ///< of all; those of a cycle at the end, as they stand in the dashboard
    std::vector<std::string> cyclic; ///< names of those that wait for each other, or for one that does
};

/// Variables that refer to nothing keep their order.
[[nodiscard]] VariableOrder variableOrder(std::span<const VariableSpec> variables);

/// The names that a variable's query, regular expression, data source or value of All refers to.
[[nodiscard]] std::vector<std::string> dependenciesOf(const VariableSpec &variable);

} // namespace sightglass
