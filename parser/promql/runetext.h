// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass::promql {

/// The first rune of a text; one byte where it is not UTF-8; empty for an empty text.
[[nodiscard]] std::string_view firstRune(std::string_view text) noexcept;

/// A rune as Go's %q prints it, in single quotes. No rune and broken UTF-8 are U+FFFD, as in Prometheus'
/// texts.
[[nodiscard]] std::string quotedRune(std::string_view rune);

/// A rune as Go's %#U prints it: U+0071 'q'.
[[nodiscard]] std::string codePointText(std::string_view rune);

} // namespace sightglass::promql
