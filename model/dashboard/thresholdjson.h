// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "model/dashboard/jsonobject.h"

namespace sightglass {

/// A dashboard's group of rules; errors are reported to the object's.
[[nodiscard]] ThresholdGroup readThresholdGroup(JsonObject &json);
[[nodiscard]] nlohmann::ordered_json thresholdGroupJson(const ThresholdGroup &group);

} // namespace sightglass
