// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apirequest.h"

#include <QDateTime>

#include <string>

namespace sightglass {

/// One answer on its way to the client.
struct OutgoingResponse
{
    std::string head; ///< status line and header fields, the empty line included
    std::string body; ///< none for HEAD
    bool close = false;
};

/// What of an answer depends on how it was asked for.
struct ResponseMode
{
    bool gzip = false;     ///< the body already is
    bool headOnly = false; ///< HEAD: all fields, no body
    bool close = false;    ///< the connection ends with it
};

/// The bytes of an answer (RFC 9110, RFC 9112). No CORS fields: pages of other origins shall not read us.
[[nodiscard]] OutgoingResponse outgoing(ApiResponse response, const ResponseMode &mode, const QDateTime &now);

/// The reason phrase of a status.
[[nodiscard]] std::string reasonOf(int status);

} // namespace sightglass
