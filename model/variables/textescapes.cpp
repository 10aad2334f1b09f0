// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/textescapes.h"

#include <array>

namespace sightglass {

namespace {

bool isUnreserved(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

} // namespace

std::string prefixed(std::string_view text, std::string_view special, std::string_view prefix)
{
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            result += prefix;
        result += c;
    }
    return result;
}

std::string escapedRegex(std::string_view text)
{
    return prefixed(text, "\\^$*+?.()|[]{}/", "\\");
}

std::string escapedLucene(std::string_view text)
{
    return prefixed(text, "+-=&|><!(){}[]^\"~*?:\\/ ", "\\");
}

std::string escapedHtml(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string percentEncoded(std::string_view text, std::string_view kept)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        if (isUnreserved(c) || kept.find(c) != std::string_view::npos) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

std::string uriEncoded(std::string_view text)
{
    return percentEncoded(text, ";,/?:@&=+$#");
}

} // namespace sightglass
