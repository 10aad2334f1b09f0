// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/http/messagehead.h"

#include <cstdint>
#include <string_view>

namespace sightglass::http {

/// How the end of a body is told.
enum class BodyEnd : unsigned char
{
    None, ///< there is no body
    Length,
    Chunked,
    Close ///< everything until the connection is closed; answers only
};

/// Where a message's body ends (RFC 9112, 6.3).
struct BodyFraming
{
    BodyEnd end = BodyEnd::None;
    std::uint64_t length =
        0; ///< bytes, at most 2^63-1; of meaning for BodyEnd::Length only, where it may be 0
    /// Whether the connection must not be used for another message, whatever it says of itself: the framing
    /// is one that others may read differently.
    bool distrusted = false;

    friend bool operator==(const BodyFraming &, const BodyFraming &) = default;
};

/// Strict, for a server: HttpLengthInvalid for any Content-Length but one field with one number, for one
/// beside Transfer-Encoding and for Transfer-Encoding in HTTP/1.0; HttpCodingUnsupported for any coding but
/// "chunked" alone.
[[nodiscard]] Result<BodyFraming> requestBodyFraming(const RequestHead &head);

/// For a client. `method` is the request's: an answer to HEAD has no body, nor has one with status 1xx, 204
/// or 304, or 2xx to CONNECT. Repeated Content-Lengths that agree are one; Transfer-Encoding overrides
/// Content-Length. Errors: HttpLengthInvalid, HttpCodingUnsupported.
[[nodiscard]] Result<BodyFraming> responseBodyFraming(const ResponseHead &head, std::string_view method);

} // namespace sightglass::http
