// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apistate.h"
#include "model/senders/alertsenders.h"

#include <vector>

namespace sightglass {

/// Who is told of alerts, as /api/v1/alertmanagers and /metrics tell it.
[[nodiscard]] std::vector<ApiSender> apiSenders(const std::vector<ShownSender> &senders);

} // namespace sightglass
