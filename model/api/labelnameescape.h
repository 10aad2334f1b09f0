// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

/// A label name as it stands in a URL, with the `U__` value escaping undone: `__` is an underscore, `_hex_` a
/// rune. A name that is not escaped, or wrongly, stays as it is.
[[nodiscard]] std::string unescapedName(std::string_view name);

} // namespace sightglass
