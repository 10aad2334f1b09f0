// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/loosetokens.h"

#include "parser/promql/lexer.h"

#include <algorithm>
#include <string>

namespace sightglass {

namespace {

using promql::TokenType;

/// Each costs a copy of the rest.
constexpr int mostRestarts = 64;
constexpr std::size_t mostParentheses = 200;

constexpr bool isWordCharacter(char c) noexcept
{
    return c == '_' || c == ':' || c == '.' || c == '$' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {}

    std::vector<LooseToken> scan()
    {
        for (int run = 0; m_end < m_text.size(); ++run) {
            if (run > mostRestarts) {
                add(LooseToken::Kind::Unreadable, TokenType::Error, {m_end, m_text.size()});
                break;
            }
            lexOnward();
            skipGap(m_text.size());
            if (m_end < m_text.size())
                takeUnreadable();
        }
        return std::move(m_tokens);
    }

private:
    /// Reads tokens until the lexer gives up or the text ends. It starts in the middle, so what is open there
    /// is put before the rest.
    void lexOnward()
    {
        const std::string opened = openText();
        const std::string rest = opened + std::string(m_text.substr(m_end));
        const std::size_t shift = m_end;
        promql::Lexer lexer(rest);
        while (true) {
            const promql::Token token = lexer.next();
            if (token.type == TokenType::End || token.type == TokenType::Error)
                return;
            if (token.span.begin < opened.size())
                continue;
            const SourceSpan span{token.span.begin - opened.size() + shift,
                                  token.span.end - opened.size() + shift};
            skipGap(span.begin);
            follow(token.type, span);
        }
    }

    [[nodiscard]] std::string openText() const
    {
        std::string text(std::min(m_parentheses, mostParentheses), '(');
        if (m_braceOpen)
            text += '{';
        else if (m_bracketOpen)
            text += m_numberSeen ? "[1 " : "[";
        return text;
    }

    void follow(TokenType type, SourceSpan span)
    {
        if (type == TokenType::RightBrace)
            m_braceOpen = false;
        if (type == TokenType::RightBracket)
            m_bracketOpen = false;
        if (type == TokenType::RightParen && m_parentheses > 0)
            --m_parentheses;
        add(LooseToken::Kind::Token, type, span);
        if (type == TokenType::LeftBrace)
            m_braceOpen = true;
        if (type == TokenType::LeftParen)
            ++m_parentheses;
        if (type == TokenType::Number || type == TokenType::Duration)
            m_numberSeen = true;
        if (type == TokenType::LeftBracket) {
            m_bracketOpen = true;
            m_numberSeen = false;
        }
    }

    /// Blanks and comments up to `until` or the next thing that is neither.
    void skipGap(std::size_t until)
    {
        while (m_end < until) {
            const char c = m_text[m_end];
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                ++m_end;
            } else if (c == '#') {
                const std::size_t line = std::min(m_text.find_first_of("\r\n", m_end), m_text.size());
                add(LooseToken::Kind::Comment, TokenType::Error, {m_end, line});
            } else {
                return;
            }
        }
    }

    void takeUnreadable()
    {
        const std::size_t begin = m_end;
        const char first = m_text[begin];
        if (first == '"' || first == '\'' || first == '`') {
            takeString(first);
            return;
        }
        std::size_t end = begin + 1;
        if (isWordCharacter(first)) {
            while (end < m_text.size() && isWordCharacter(m_text[end]))
                ++end;
        }
        // A character of several bytes is one piece.
        while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
            ++end;
        add(LooseToken::Kind::Unreadable, TokenType::Error, {begin, end});
    }

    /// A string that the lexer refused: for its escapes, or because its end is missing.
    void takeString(char quote)
    {
        std::size_t at = m_end + 1;
        while (at < m_text.size() && m_text[at] != quote && (quote == '`' || m_text[at] != '\n'))
            at += m_text[at] == '\\' && quote != '`' && at + 1 < m_text.size() ? 2 : 1;
        at = std::min(at, m_text.size());
        const bool closed = at < m_text.size() && m_text[at] == quote;
        if (closed)
            add(LooseToken::Kind::Unreadable, TokenType::String, {m_end, at + 1});
        else
            add(LooseToken::Kind::Unfinished, TokenType::String, {m_end, at});
    }

    void add(LooseToken::Kind kind, TokenType type, SourceSpan span)
    {
        m_tokens.push_back({kind, type, span, m_braceOpen, m_bracketOpen});
        m_end = span.end;
    }

    std::string_view m_text;
    std::vector<LooseToken> m_tokens;
    std::size_t m_end = 0; ///< of what has been read
    std::size_t m_parentheses = 0;
    bool m_braceOpen = false;
    bool m_bracketOpen = false;
    bool m_numberSeen = false;
};

} // namespace

std::vector<LooseToken> looseTokens(std::string_view query)
{
    return Scanner(query).scan();
}

} // namespace sightglass
