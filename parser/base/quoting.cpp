// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace sightglass {

namespace {

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr std::uint64_t highBits = 0x8080808080808080ULL;

std::uint64_t eightAt(const char *bytes) noexcept
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// How many bytes at the front are surely ASCII, counted in whole words.
std::size_t asciiPrefix(std::string_view text) noexcept
{
    std::size_t length = 0;
    while (text.size() - length >= 8 && (eightAt(text.data() + length) & highBits) == 0)
        length += 8;
    return length;
}

/// Most text is nothing else, and short.
bool isAscii(std::string_view text) noexcept
{
    std::uint64_t seen = 0;
    if (text.size() < 8) {
        for (const char c : text)
            seen |= static_cast<std::uint8_t>(c);
        return (seen & highBits) == 0;
    }
    for (std::size_t at = 0; at + 8 <= text.size(); at += 8)
        seen |= eightAt(text.data() + at);
    seen |= eightAt(text.data() + text.size() - 8); // some of them again
    return (seen & highBits) == 0;
}

/// Length in bytes of the well-formed rune at the front, or 0. The rune goes to `rune`.
std::size_t decodeRune(std::string_view text, std::uint32_t &rune) noexcept
{
    const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        rune = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xF0 ? 4U : lead >= 0xE0 ? 3U : 2U;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    rune = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        rune = (rune << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    if (rune < smallest[length] || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        return 0;
    return length;
}

/// What Go's strconv.IsPrint refuses and metric text really holds: controls, separators other than the space,
/// bidi and zero-width marks, the byte-order mark, private use and non-characters.
bool isPrintable(std::uint32_t rune) noexcept
{
    if (rune < 0x20 || (rune >= 0x7F && rune <= 0xA0) || rune == 0xAD)
        return false;
    if ((rune >= 0x2000 && rune <= 0x200F) || (rune >= 0x2028 && rune <= 0x202F) ||
        (rune >= 0x205F && rune <= 0x206F))
        return false;
    if (rune == 0x1680 || rune == 0x3000 || rune == 0xFEFF || rune == 0x061C || rune == 0x180E ||
        (rune >= 0xFFF9 && rune <= 0xFFFB))
        return false;
    return !(rune >= 0xE000 && rune <= 0xF8FF) && rune < 0xE0000 && (rune & 0xFFFEU) != 0xFFFEU;
}

void appendHex(std::string &out, std::uint32_t value, int digits)
{
    constexpr std::string_view hex = "0123456789abcdef";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += hex[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

void appendEscaped(std::string &out, std::uint32_t rune)
{
    constexpr std::string_view codes = "abtnvfr";
    if (rune >= 7 && rune <= 13) {
        out += '\\';
        out += codes[rune - 7];
    } else if (rune < 0x80) {
        out += "\\x";
        appendHex(out, rune, 2);
    } else if (rune < 0x10000) {
        out += "\\u";
        appendHex(out, rune, 4);
    } else {
        out += "\\U";
        appendHex(out, rune, 8);
    }
}

} // namespace

bool isLegacyMetricName(std::string_view name) noexcept
{
    return !name.empty() && !isDigit(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == ':';
    });
}

bool isLegacyLabelName(std::string_view name) noexcept
{
    return !name.empty() && !isDigit(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) { return isLetter(c) || isDigit(c); });
}

bool isValidUtf8(std::string_view text) noexcept
{
    if (isAscii(text))
        return true;
    std::uint32_t rune = 0;
    while (true) {
        text.remove_prefix(asciiPrefix(text));
        if (text.empty())
            return true;
        const std::size_t length = decodeRune(text, rune);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
}

std::string goQuoted(std::string_view text)
{
    std::string out = "\"";
    std::uint32_t rune = 0;
    while (!text.empty()) {
        const std::size_t length = decodeRune(text, rune);
        if (length == 0) {
            out += "\\x";
            appendHex(out, static_cast<std::uint8_t>(text.front()), 2);
        } else if (rune == '"' || rune == '\\') {
            out += '\\';
            out += text.front();
        } else if (isPrintable(rune)) {
            out += text.substr(0, length);
        } else {
            appendEscaped(out, rune);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out + '"';
}

} // namespace sightglass
