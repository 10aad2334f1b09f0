// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/config/scrapeconfig.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// A JSON list of {"targets": […], "labels": {…}}, without sources, as Go's encoding/json reads it into
/// Prometheus' target groups: null is nothing, the later of two equal keys counts, field names are taken in
/// any case, unknown ones are refused. Bounded in size; deeper nesting than the shape needs is refused at
/// once.
[[nodiscard]] Result<std::vector<TargetGroup>> targetGroupsOfJson(std::string_view text);

} // namespace sightglass
