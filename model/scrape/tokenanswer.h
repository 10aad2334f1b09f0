// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// What an OAuth 2 token URL answered (RFC 6749, 5.1 and 5.2).
struct TokenAnswer
{
    /// In what the answer was written.
    enum class Form : std::uint8_t
    {
        Json,
        Query,     ///< name=value&name=value
        Unreadable ///< not in what its Content-Type promised
    };

    Form form = Form::Json;
    std::string token;             ///< access_token; empty: none
    std::string type;              ///< token_type
    std::int64_t expiresInSec = 0; ///< 0: not told
    std::string error;             ///< its code; hostile, as all texts here
    std::string description;       ///< of the error
    bool isJsonAsQuery = false;    ///< JSON that is called text/plain, or a form
};

/// Reads an answer as Go's oauth2 package, and so Prometheus, does: as name=value pairs where its
/// Content-Type is application/x-www-form-urlencoded or text/plain, else as JSON. Numbers that are texts are
/// numbers, and `expires` stands in for a missing `expires_in` in a form. Any thread.
[[nodiscard]] TokenAnswer readTokenAnswer(std::string_view contentType, std::string_view body);

} // namespace sightglass
