// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// What Go's template lexer tells apart. All from Keyword on are words of the language.
enum class TemplateTokenType : std::uint8_t
{
    Error,
    Bool,
    Char, ///< a printable ASCII character that means nothing by itself
    CharConstant,
    Complex,
    Assign,
    Declare,
    EndOfText,
    Field,
    Identifier,
    LeftDelimiter,
    LeftParenthesis,
    Number,
    Pipe,
    RawString,
    RightDelimiter,
    RightParenthesis,
    Space,
    String,
    Text,
    Variable,
    Keyword,
    Block,
    Break,
    Continue,
    Define,
    Dot,
    Else,
    End,
    If,
    Nil,
    Range,
    Template,
    With,
};

/// One token. Its text lies in the template.
struct TemplateToken
{
    TemplateTokenType type = TemplateTokenType::EndOfText;
    std::size_t position = 0; ///< in bytes, in the template
    std::string_view text;
    std::size_t line = 0; ///< at its start, from 1
    std::string message;  ///< of an error

    /// As error texts name it: EOF, <if>, "quoted", the first ten runes of what is longer, the message.
    [[nodiscard]] std::string description() const;
};

} // namespace sightglass
