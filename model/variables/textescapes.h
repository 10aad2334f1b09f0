// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/percentencoding.h"

#include <string>
#include <string_view>

/// Escapes of the formats of variables, byte by byte as JavaScript's functions of these names do for UTF-8.
namespace sightglass {

/// Each of `special` with `prefix` before it.
[[nodiscard]] std::string prefixed(std::string_view text, std::string_view special, std::string_view prefix);

[[nodiscard]] std::string escapedRegex(std::string_view text);
[[nodiscard]] std::string escapedLucene(std::string_view text);
[[nodiscard]] std::string escapedHtml(std::string_view text);
/// encodeURI(), and !'()* too.
[[nodiscard]] std::string uriEncoded(std::string_view text);

} // namespace sightglass
