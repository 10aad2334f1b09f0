// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/runetext.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace sightglass::promql {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::uint32_t codePoint(std::string_view rune) noexcept
{
    auto value = static_cast<std::uint32_t>(static_cast<unsigned char>(rune.front()));
    if (rune.size() > 1)
        value &= 0x7FU >> rune.size();
    for (const char c : rune.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return value;
}

} // namespace

std::string_view firstRune(std::string_view text) noexcept
{
    if (text.empty())
        return text;
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead >= 0xF0U ? 4U : lead >= 0xE0U ? 3U : lead >= 0xC0U ? 2U : 1U;
    const std::string_view rune = text.substr(0, length);
    return isValidUtf8(rune) ? rune : text.substr(0, 1);
}

std::string quotedRune(std::string_view rune)
{
    if (rune.empty() || !isValidUtf8(rune))
        rune = replacement;
    if (rune == "\"")
        return "'\"'";
    if (rune == "'")
        return "'\\''";
    std::string text = goQuoted(rune);
    text.front() = '\'';
    text.back() = '\'';
    return text;
}

std::string codePointText(std::string_view rune)
{
    if (rune.empty() || !isValidUtf8(rune))
        rune = replacement;
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(codePoint(rune)));
    const bool printable = rune == "\"" || rune == "\\" || goQuoted(rune).size() == rune.size() + 2;
    return printable ? std::string(number.data()) + " '" + std::string(rune) + "'"
                     : std::string(number.data());
}

} // namespace sightglass::promql
