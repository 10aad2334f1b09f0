// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"
#include "parser/promql/ast.h"

#include <string>

namespace sightglass {

/// The unit id (model/core/units.h) that the values of an expression are in, as far as its metrics' names and
/// units tell: rate() makes bytes to bytes per second, sum() keeps seconds, count() counts. "" where it is
/// not known.
[[nodiscard]] std::string expressionUnit(const promql::Expr &expr, const MetricCatalog &catalog);

} // namespace sightglass
