// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

/// [a-zA-Z_:][a-zA-Z0-9_:]*
[[nodiscard]] bool isLegacyMetricName(std::string_view name) noexcept;

/// [a-zA-Z_][a-zA-Z0-9_]*
[[nodiscard]] bool isLegacyLabelName(std::string_view name) noexcept;

/// Well-formed UTF-8 as Go's utf8.Valid: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isValidUtf8(std::string_view text) noexcept;

/// Text in double quotes as Go's strconv.Quote writes it: printable runes as they are, the rest as \n, \x00,
/// \u…, bytes that are not UTF-8 as \xNN.
[[nodiscard]] std::string goQuoted(std::string_view text);

} // namespace sightglass
