// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// The query as `promtool promql format` lays it out; interval variables stay. Errors: as parseExpr(), with
/// places in the query; Unsupported where it holds comments, which the layout would lose.
[[nodiscard]] Result<std::string> formattedQuery(std::string_view query);

} // namespace sightglass
