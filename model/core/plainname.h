// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass {

/// What becomes of capital letters.
enum class NameCase
{
    Kept,
    Lowered
};

/// A text as part of a file's name or an address, harmless wherever it comes from: ASCII letters, digits and
/// "_" stay, whatever else there is between them becomes one "-"; at most `longest` characters, "-" at
/// neither end. "" where nothing stays.
[[nodiscard]] std::string plainName(std::string_view text, NameCase letters, std::size_t longest);

} // namespace sightglass
