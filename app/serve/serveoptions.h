// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/listenaddress.h"
#include "model/query/queryengine.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace sightglass {

/// What strangers may cost us. Times in ms, sizes in bytes.
struct ServeLimits
{
    /// A further one takes the place of one that is not being answered (HttpConnection::Standing); where all
    /// are, it is hung up on.
    std::size_t connections = 256;
    std::size_t requestLineBytes = 32 * 1024;      ///< else 414
    std::size_t headBytes = 64 * 1024;             ///< else 431
    std::size_t bodyBytes = std::size_t{1} << 20U; ///< of a form; else 413
    std::int64_t requestMs = 10'000;  ///< from a request's first byte (a connection's beginning) to its last
    std::int64_t idleMs = 60'000;     ///< between two requests
    std::int64_t stalledMs = 20'000;  ///< that a client may read nothing of its answer
    std::int64_t lingerMs = 2'000;    ///< after the last answer, for what a client still sends
    unsigned workers = 2;             ///< 1–4
    std::size_t waitingQueries = 128; ///< for a worker; further ones are answered 503 at once
    std::int64_t waitMs = 30'000;     ///< that a query may wait for a worker; then 503
    std::size_t responseBytes = std::size_t{128} << 20U; ///< of one answer
    std::size_t heldBytes = std::size_t{512} << 20U;     ///< of all answers that are being sent; else 503
};

/// How the HTTP API is served.
struct ServeOptions
{
    ListenAddress address;
    /// Empty: none is asked for. Else what clients must send as `Authorization: Bearer …`.
    std::string token;
    QueryOptions query;
    ServeLimits limits;
};

} // namespace sightglass
