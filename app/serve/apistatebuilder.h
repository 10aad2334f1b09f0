// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apistate.h"
#include "model/scrape/collectortick.h"

#include <memory>

namespace sightglass {

/// What the API shows of a tick.
[[nodiscard]] std::shared_ptr<const ApiState> apiState(const CollectorTick &tick,
                                                       const ApiServerInfo &server);

} // namespace sightglass
