// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

/// Percent-encoded byte by byte (RFC 3986, capital digits) but for letters, digits, "-_.~" and the bytes in
/// `kept`: encodeURIComponent() with !'()* encoded too.
[[nodiscard]] std::string percentEncoded(std::string_view text, std::string_view kept = {});

} // namespace sightglass
