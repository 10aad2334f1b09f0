// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/matcher.h"

namespace sightglass::promql {

/// Whether a matcher accepts the empty value, which is what an absent label has. The matcher's expression
/// must compile.
[[nodiscard]] bool matchesEmpty(const Matcher &matcher);

} // namespace sightglass::promql
