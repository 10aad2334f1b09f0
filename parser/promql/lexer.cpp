// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/lexer.h"

#include "parser/promql/runetext.h"

#include <algorithm>

namespace sightglass::promql {

namespace {

constexpr bool isSpace(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isAlpha(char c) noexcept
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Tokens of one character that mean the same in a statement and in a duration.
constexpr std::optional<TokenType> simpleSymbol(char c) noexcept
{
    switch (c) {
    case ',':
        return TokenType::Comma;
    case '+':
        return TokenType::Add;
    case '-':
        return TokenType::Sub;
    case '*':
        return TokenType::Mul;
    case '/':
        return TokenType::Div;
    case '%':
        return TokenType::Mod;
    case '^':
        return TokenType::Pow;
    default:
        return std::nullopt;
    }
}

} // namespace

Token Lexer::next()
{
    skipBlanks();
    m_start = m_pos;
    if (m_braceOpen)
        return nextInBraces();
    return m_beforeNumber ? nextInDuration() : nextInStatement();
}

void Lexer::skipBlanks() noexcept
{
    while (!atEnd()) {
        if (isSpace(current()))
            ++m_pos;
        else if (current() == '#' && !m_beforeNumber)
            m_pos = std::min(m_input.find_first_of("\r\n", m_pos), m_input.size());
        else
            return;
    }
}

Token Lexer::nextInStatement()
{
    if (atEnd())
        return endOfInput();
    const char c = current();
    if (isDigit(c) || (c == '.' && m_pos + 1 < m_input.size() && isDigit(m_input[m_pos + 1])))
        return number();
    if (isAlpha(c) || c == ':')
        return m_bracketOpen ? wordInBrackets(c) : word();
    const std::string_view shown = rune();
    m_pos += shown.size();
    if (const auto symbol = simpleSymbol(c))
        return emit(*symbol);
    switch (c) {
    case '=':
    case '!':
    case '<':
    case '>':
        return comparison(c);
    case '"':
    case '\'':
        return quotedString(c);
    case '`':
        return rawString();
    case '(':
        ++m_parenDepth;
        return emit(TokenType::LeftParen);
    case ')':
        return closingParen();
    case '{':
        m_braceOpen = true;
        return emit(TokenType::LeftBrace);
    case '[':
        return openingBracket();
    case ']':
        if (!m_bracketOpen)
            return fail("unexpected right bracket ']'");
        m_bracketOpen = false;
        return emit(TokenType::RightBracket);
    case '@':
        return emit(TokenType::At);
    default:
        return fail("unexpected character: " + quotedRune(shown));
    }
}

Token Lexer::comparison(char first)
{
    const char second = current();
    if (first == '!' && second != '=')
        return fail("unexpected character after '!': " + quotedRune(rune()));
    if (first == '=' && second == '~')
        return fail("unexpected character after '=': '~'");
    const bool trims = second == '/' && (first == '<' || first == '>');
    if (second == '=' || trims)
        ++m_pos;
    switch (first) {
    case '=':
        return emit(second == '=' ? TokenType::Eq : TokenType::Equal);
    case '!':
        return emit(TokenType::Ne);
    case '<':
        return emit(trims ? TokenType::TrimUpper : second == '=' ? TokenType::Le : TokenType::Lt);
    default:
        return emit(trims ? TokenType::TrimLower : second == '=' ? TokenType::Ge : TokenType::Gt);
    }
}

Token Lexer::nextInBraces()
{
    if (atEnd())
        return fail("unexpected end of input inside braces");
    const char c = current();
    if (isAlpha(c)) {
        while (isAlpha(current()) || isDigit(current()))
            ++m_pos;
        return emit(TokenType::Identifier);
    }
    const std::string_view shown = rune();
    m_pos += shown.size();
    switch (c) {
    case ',':
        return emit(TokenType::Comma);
    case '"':
    case '\'':
        return quotedString(c);
    case '`':
        return rawString();
    case '=':
        return emit(accept("~") ? TokenType::EqualRegex : TokenType::Equal);
    case '!':
        if (accept("~"))
            return emit(TokenType::NotRegex);
        if (accept("="))
            return emit(TokenType::Ne);
        return fail("unexpected character after '!' inside braces: " + quotedRune(rune()));
    case '{':
        return fail("unexpected left brace '{'");
    case '}':
        m_braceOpen = false;
        return emit(TokenType::RightBrace);
    default:
        return fail("unexpected character inside braces: " + quotedRune(shown));
    }
}

/// Between '[' and the first number: nothing but durations, their operators and their functions.
Token Lexer::nextInDuration()
{
    if (atEnd())
        return fail("unexpected end of input in duration expression");
    const char c = current();
    if (isDigit(c) || (c == '.' && m_pos + 1 < m_input.size() && isDigit(m_input[m_pos + 1]))) {
        m_gotDuration = true;
        m_beforeNumber = false;
        return number();
    }
    const std::string_view shown = rune();
    if (const auto keyword = durationKeyword()) {
        m_gotDuration = true;
        return emit(*keyword);
    }
    m_pos = m_start + shown.size();
    if (const auto symbol = simpleSymbol(c))
        return emit(*symbol);
    switch (c) {
    case '(':
        ++m_parenDepth;
        return emit(TokenType::LeftParen);
    case ')':
        return closingParen();
    case ']':
        m_bracketOpen = false;
        m_beforeNumber = false;
        return emit(TokenType::RightBracket);
    case ':':
        if (m_gotDuration && !m_gotColon) {
            m_gotColon = true;
            return emit(TokenType::Colon);
        }
        m_start = m_pos;
        return fail(m_gotDuration ? "unexpected repeated colon in duration expression"
                                  : "unexpected colon before duration in duration expression");
    default:
        return fail("unexpected character in duration expression: " + quotedRune(shown));
    }
}

Token Lexer::closingParen()
{
    if (--m_parenDepth >= 0)
        return emit(TokenType::RightParen);
    m_start = m_pos; // Prometheus reports the place behind it
    return fail("unexpected right parenthesis ')'");
}

Token Lexer::openingBracket()
{
    if (m_bracketOpen)
        return fail("unexpected left bracket '['");
    m_bracketOpen = true;
    m_beforeNumber = true;
    m_gotDuration = false;
    m_gotColon = false;
    return emit(TokenType::LeftBracket);
}

Token Lexer::word()
{
    while (isAlpha(current()) || isDigit(current()) || current() == ':')
        ++m_pos;
    const std::string_view text = m_input.substr(m_start, m_pos - m_start);
    if (const auto keyword = keywordType(text)) {
        const bool fill = *keyword >= TokenType::Fill && *keyword <= TokenType::FillRight;
        return emit(fill && !parenFollows() ? TokenType::Identifier : *keyword);
    }
    return emit(text.find(':') == std::string_view::npos ? TokenType::Identifier
                                                         : TokenType::MetricIdentifier);
}

Token Lexer::wordInBrackets(char first)
{
    if (first == ':') {
        ++m_pos;
        if (m_gotColon)
            return fail("unexpected colon ':'");
        m_gotColon = true;
        return emit(TokenType::Colon);
    }
    if (const auto keyword = durationKeyword())
        return emit(*keyword);
    return fail("unexpected character: " + quotedRune({&first, 1}) + ", expected ':'");
}

std::optional<TokenType> Lexer::durationKeyword()
{
    while (isAlpha(current()))
        ++m_pos;
    const auto keyword = keywordType(m_input.substr(m_start, m_pos - m_start));
    if (keyword && *keyword >= TokenType::Step && *keyword <= TokenType::MaxOf)
        return keyword;
    return std::nullopt;
}

bool Lexer::parenFollows() const noexcept
{
    const std::size_t found = m_input.find_first_not_of(" \t\r\n", m_pos);
    return found != std::string_view::npos && m_input[found] == '(';
}

Token Lexer::endOfInput()
{
    if (m_parenDepth != 0)
        return fail("unclosed left parenthesis");
    if (m_bracketOpen)
        return fail("unclosed left bracket");
    return emit(TokenType::End);
}

bool Lexer::is(std::string_view set) const noexcept
{
    return !atEnd() && set.find(current()) != std::string_view::npos;
}

bool Lexer::accept(std::string_view set) noexcept
{
    const bool found = is(set);
    if (found)
        ++m_pos;
    return found;
}

void Lexer::acceptRun(std::string_view set) noexcept
{
    while (accept(set)) {
    }
}

std::string_view Lexer::rune() const noexcept
{
    return firstRune(m_input.substr(m_pos));
}

Token Lexer::emit(TokenType type) noexcept
{
    return {type, {m_start, m_pos}, m_input.substr(m_start, m_pos - m_start)};
}

Token Lexer::fail(std::string message)
{
    m_message = std::move(message);
    return {TokenType::Error, {m_start, m_input.size()}, {}};
}

} // namespace sightglass::promql
