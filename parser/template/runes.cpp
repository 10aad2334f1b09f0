// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/runes.h"

#include "parser/base/quoting.h"
#include "parser/base/utf8append.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace sightglass {

Rune firstRune(std::string_view text) noexcept
{
    if (text.empty())
        return {};
    const auto lead = static_cast<std::uint8_t>(text.front());
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0U ? 4U : lead >= 0xE0U ? 3U : 2U;
    const std::string_view bytes = text.substr(0, length);
    if (lead < 0xC2 || bytes.size() < length || !isValidUtf8(bytes))
        return {replacementRune, 1};
    char32_t value = lead & (0x7FU >> length);
    for (const char c : bytes.substr(1))
        value = (value << 6U) | (static_cast<std::uint8_t>(c) & 0x3FU);
    return {value, length};
}

void appendRune(std::string &out, char32_t rune)
{
    if (rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = replacementRune;
    appendUtf8(out, rune);
}

std::size_t runeCount(std::string_view text) noexcept
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(firstRune(text).length);
    return count;
}

bool isAlphaNumeric(char32_t rune)
{
    if (rune < 0x80)
        return rune == '_' || (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') ||
               (rune >= 'A' && rune <= 'Z');
    static const RE2 lettersAndDigits("[\\pL\\p{Nd}]"); // whose tables of Unicode we have at hand
    std::string text;
    appendRune(text, rune);
    return RE2::FullMatch(text, lettersAndDigits);
}

bool isPrintableRune(char32_t rune)
{
    if (rune == '"' || rune == '\\')
        return true;
    std::string text;
    appendRune(text, rune);
    return goQuoted(text).size() == text.size() + 2;
}

std::string codePointText(char32_t rune)
{
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(rune));
    std::string text = number.data();
    if (!isPrintableRune(rune))
        return text;
    text += " '";
    appendRune(text, rune);
    return text + '\'';
}

} // namespace sightglass
