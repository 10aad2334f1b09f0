// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/assist/metriccatalog.h"
#include "parser/promql/ast.h"

#include <string_view>
#include <vector>

namespace sightglass {

/// From here on a value may be a time in seconds since 1970: one before March 1973 is none that a service
/// would tell.
inline constexpr double earliestTime = 1e8;

/// Where time() is set against a metric that is no time by its name and help: subtracted from it or
/// compared with it. Such a difference is the clock itself, whatever the metric is. The mends ask what was
/// meant: whether the metric fell, changed or was scraped lately.
[[nodiscard]] std::vector<Finding> checkClocks(std::string_view query, const promql::Expr &root,
                                               const MetricCatalog &catalog);

} // namespace sightglass
