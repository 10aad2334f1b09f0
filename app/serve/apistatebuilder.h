// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apistate.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/configuredtargets.h"

#include <memory>
#include <vector>

namespace sightglass {

/// What the API shows of a tick. `dropped` and `senders` may be null.
[[nodiscard]] std::shared_ptr<const ApiState>
apiState(const CollectorTick &tick, const ApiServerInfo &server,
         std::shared_ptr<const std::vector<ApiDroppedTargets>> dropped = nullptr,
         std::shared_ptr<const std::vector<ApiSender>> senders = nullptr);

/// What the API shows of what configuration files drop.
[[nodiscard]] std::shared_ptr<const std::vector<ApiDroppedTargets>>
apiDropped(const std::vector<DroppedTargets> &dropped);

} // namespace sightglass
