// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templatetoken.h"

#include "parser/base/quoting.h"
#include "parser/template/runes.h"

namespace sightglass {

std::string TemplateToken::description() const
{
    constexpr std::size_t mostBytes = 10;
    constexpr std::size_t mostRunes = 10;
    if (type == TemplateTokenType::EndOfText)
        return "EOF";
    if (type == TemplateTokenType::Error)
        return message;
    if (type > TemplateTokenType::Keyword)
        return "<" + std::string(text) + ">";
    if (text.size() <= mostBytes)
        return goQuoted(text);
    std::size_t length = 0;
    for (std::size_t runes = 0; runes < mostRunes && length < text.size(); ++runes)
        length += firstRune(text.substr(length)).length;
    return goQuoted(text.substr(0, length)) + "...";
}

} // namespace sightglass
