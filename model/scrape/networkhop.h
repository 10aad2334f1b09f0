// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <string>
#include <string_view>

namespace sightglass {

/// An error of a connection that says which of several it was: "connection refused by a:1" becomes
/// "connection refused by a:1, to which http://b/ redirects". Its code stays, for the doctor, but that a
/// closed connection becomes NetworkFailed; other errors stay as they are.
[[nodiscard]] Error atHop(Error error, std::string_view hop);

/// What OpenSSL says of a handshake, with what is behind it in plain words before it, where that is known:
/// a client certificate that is wanted or refused or does not fit its key, no common version, no TLS at all.
[[nodiscard]] std::string plainTls(std::string_view text);

} // namespace sightglass
