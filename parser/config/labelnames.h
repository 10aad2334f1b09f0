// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/scrapeconfig.h"

#include <string_view>

namespace sightglass {

/// A label's name: [a-zA-Z_][a-zA-Z0-9_]* (legacy), or any text of UTF-8 but the empty one.
[[nodiscard]] bool isLabelName(std::string_view name, NameValidation names);

/// A label's name that may hold references to a regular expression's groups, $1 and ${name}.
[[nodiscard]] bool isLabelTemplate(std::string_view text, NameValidation names);

} // namespace sightglass
