// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apistate.h"
#include "model/api/servercounters.h"
#include "model/query/queryengine.h"

#include <cstddef>
#include <memory>
#include <stop_token>

namespace sightglass {

/// What one request is answered from. A value: answering needs nothing else, and changes nothing.
struct ApiContext
{
    std::shared_ptr<const ApiState> state; ///< never null
    QueryOptions query;                    ///< limits and switches; requests can only narrow the limits
    TimestampMs now = 0;
    std::int64_t waitedMs = 0; ///< for its turn: counts against the query's timeout
    std::size_t maxResponseBytes = std::size_t{128} << 20U;
    ServerCounters counters;
    std::stop_token cancel;
};

} // namespace sightglass
