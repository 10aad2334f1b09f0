// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablespec.h"
#include "parser/promql/matcher.h"

#include <span>
#include <vector>

namespace sightglass {

/// What ad-hoc filters demand of every selector. Filters without a key, and of operators that labels do not
/// have ("<", ">"), demand nothing.
[[nodiscard]] std::vector<Matcher> matchersOf(std::span<const AdHocFilter> filters);

} // namespace sightglass
