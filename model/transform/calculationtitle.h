// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/calculation.h"

#include <string>

namespace sightglass {

/// What Grafana calls a calculation ("Last *", "StdDev", "95th %"): the columns of "reduce" are named so, and
/// later steps refer to them.
[[nodiscard]] std::string calculationTitle(Calculation calculation);

} // namespace sightglass
