// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"
#include "parser/config/scrapeconfig.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// A list of {targets: […], labels: {…}}, without sources; `nullText` is the error for a null among them.
[[nodiscard]] std::vector<TargetGroup> readTargetGroups(const YamlNode &node, std::string_view nullText,
                                                        ConfigReading &reading);

} // namespace sightglass
