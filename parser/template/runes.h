// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass {

/// One rune of a text, as Go's utf8.DecodeRuneInString gives it: U+FFFD of length 1 where the bytes are no
/// UTF-8, length 0 at the end.
struct Rune
{
    char32_t value = 0xFFFD;
    std::size_t length = 0;

    [[nodiscard]] bool atEnd() const noexcept { return length == 0; }
    [[nodiscard]] bool broken() const noexcept { return length == 1 && value == 0xFFFD; }
};

inline constexpr char32_t replacementRune = 0xFFFD;

[[nodiscard]] Rune firstRune(std::string_view text) noexcept;

/// Adds it in UTF-8; what is no Unicode scalar value as U+FFFD.
void appendRune(std::string &out, char32_t rune);

/// How many runes utf8.RuneCountInString counts.
[[nodiscard]] std::size_t runeCount(std::string_view text) noexcept;

/// Go's unicode.IsLetter() or IsDigit(), or the underscore.
[[nodiscard]] bool isAlphaNumeric(char32_t rune);

/// Go's unicode.IsPrint(), as near as goQuoted() knows it.
[[nodiscard]] bool isPrintableRune(char32_t rune);

/// Go's %#U: U+0040 '@'; without the character where it is not printable.
[[nodiscard]] std::string codePointText(char32_t rune);

} // namespace sightglass
