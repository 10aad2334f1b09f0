// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

#include <string>
#include <vector>

namespace sightglass::grafana {

/// One step of thresholds; a null value is the base, which reaches down without end.
[[nodiscard]] Json thresholdStep(Json value, Json color);

/// {mode: absolute, steps}.
[[nodiscard]] Json absoluteThresholds(Json steps);

/// Numbers of an older plugin's "70,80" or ["70", "80"]; what is no number is left out.
[[nodiscard]] std::vector<double> thresholdNumbers(const Json *thresholds);

/// Steps of an older plugin, which has one colour more than numbers.
[[nodiscard]] Json stepsOf(const std::vector<double> &numbers, const Json &colors);

/// Thresholds in the one form: {mode, steps: [{value, color}]} with rising values, the first of them null.
/// Null for what has no steps.
[[nodiscard]] Json modernThresholds(const Json &thresholds);

/// The colour of the step that the value has reached, "" for none.
[[nodiscard]] std::string activeColor(const Json &thresholds, double value);

} // namespace sightglass::grafana
