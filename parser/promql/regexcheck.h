// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/matcher.h"

#include <optional>
#include <string>
#include <string_view>

namespace sightglass::promql {

/// Why a regular expression does not compile, in the words of Go's regexp package; empty where it does.
[[nodiscard]] std::optional<std::string> regexError(std::string_view pattern);

/// Whether a matcher accepts the empty value, which is what an absent label has. The matcher's expression
/// must compile.
[[nodiscard]] bool matchesEmpty(const Matcher &matcher);

} // namespace sightglass::promql
