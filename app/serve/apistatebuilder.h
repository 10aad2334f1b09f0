// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/thresholdrule.h"
#include "model/api/apistate.h"
#include "model/scrape/collectortick.h"

#include <memory>
#include <vector>

namespace sightglass {

/// What the API shows of a tick. `groups` are the rule groups that the collector was given, for what their
/// statuses do not say.
[[nodiscard]] std::shared_ptr<const ApiState>
apiState(const CollectorTick &tick, const std::vector<RuleGroup> &groups, const ApiServerInfo &server);

} // namespace sightglass
