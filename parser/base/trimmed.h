// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace sightglass {

/// The text without the bytes of `blanks` at both ends. What counts as a blank each format says itself. Any
/// thread.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view blanks) noexcept
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

} // namespace sightglass
