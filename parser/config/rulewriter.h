// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefile.h"
#include "parser/config/yamltext.h"

#include <string>

namespace sightglass {

// Rules as YAML, their fields in the order of Prometheus' documentation; what is not set is left out.

/// The lines of an item of a block list, each with its end; the dash stands at the layout's column.
[[nodiscard]] std::string blockItem(const WrittenRule &rule, const YamlLayout &layout);
[[nodiscard]] std::string blockItem(const WrittenGroup &group, const YamlLayout &layout);

/// The same on one line and in braces, as in JSON.
[[nodiscard]] std::string flowItem(const WrittenRule &rule);
[[nodiscard]] std::string flowItem(const WrittenGroup &group);

} // namespace sightglass
