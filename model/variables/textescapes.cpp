// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/textescapes.h"

#include <array>

namespace sightglass {

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

std::string uriEncoded(std::string_view text)
{
    return percentEncoded(text, ";,/?:@&=+$#");
}

} // namespace sightglass
