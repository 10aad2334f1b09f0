// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "parser/base/result.h"
#include "parser/promql/features.h"

namespace sightglass {

/// The PromQL that a threshold rule stands for, `(expr) op value`, parsed. A scalar expr becomes a vector of
/// one element without labels, so that it can be filtered. Errors: what the parser says of expr alone (its
/// positions are those of the text the user wrote); PromqlType where expr is a range or a string, or op is no
/// comparison.
[[nodiscard]] Result<promql::ExprPtr> ruleExpression(const ThresholdRule &rule,
                                                     const promql::Features &features = {});

} // namespace sightglass
