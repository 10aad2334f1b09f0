// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apicontext.h"

#include <string>

namespace sightglass {

/// What we tell of ourselves at /metrics: scrapes, store, queries, alerts and HTTP, all under sightglass_*.
[[nodiscard]] std::string selfMetrics(const ApiContext &context);

} // namespace sightglass
