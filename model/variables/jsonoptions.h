// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablespec.h"
#include "parser/base/result.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// A custom variable's list as JSON: objects with "text" and "value", of which one may be missing, or texts.
/// At most mostVariableOptions. Error: ConfigSyntax where it is no list.
[[nodiscard]] Result<std::vector<VariableOption>> jsonOptions(std::string_view list);

} // namespace sightglass
