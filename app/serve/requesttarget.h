// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// What a request line asks for (RFC 9112, 3.2).
struct RequestTarget
{
    std::string path;      ///< percent-encoded; "*" for OPTIONS *
    std::string query;     ///< behind the ?, percent-encoded
    std::string authority; ///< host and port of an absolute-form target; "" else
};

/// Origin form, absolute form with http, and * . Empty for anything else, CONNECT's form included. A fragment
/// has no place in a request.
[[nodiscard]] std::optional<RequestTarget> parseRequestTarget(std::string_view target);

/// The host of "host", "host:port", "[::1]:port", in lower case, brackets taken off. Empty where it is none.
[[nodiscard]] std::string hostOfAuthority(std::string_view authority);

/// The port of an authority that has a host, "80" where it names none.
[[nodiscard]] std::string_view portOfAuthority(std::string_view authority);

} // namespace sightglass
