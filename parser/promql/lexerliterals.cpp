// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"
#include "parser/promql/lexer.h"
#include "parser/promql/runetext.h"

#include <utility>

namespace sightglass::promql {

namespace {

constexpr std::string_view decimalDigits = "0123456789";
constexpr std::string_view hexDigits = "0123456789abcdefABCDEF";

constexpr int digitValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

constexpr bool isWordCharacter(char c) noexcept
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

Token Lexer::number()
{
    if (scanNumber())
        return emit(TokenType::Number);
    if (scanDurationRest())
        return emit(TokenType::Duration);
    return fail("bad number or duration syntax: " + goQuoted(m_input.substr(m_start, m_pos - m_start)));
}

/// Takes what looks like a number, not all of which is one: that is found when its value is made. On failure
/// the position is where Prometheus' own scanner gives up, because its error quotes the text up to there and
/// a duration may go on from it.
bool Lexer::scanNumber() noexcept
{
    std::string_view digits = decimalDigits;
    if (accept("0") && accept("xX")) {
        accept("_");
        digits = hexDigits;
    }
    accept(".");
    accept(digits);
    bool hasDot = false;
    bool hasExponent = false;
    while (is(digits) || is("._eE")) {
        if (is(".")) {
            const bool repeated = std::exchange(hasDot, true);
            ++m_pos;
            if (repeated || accept("_.") || digits != decimalDigits)
                return false;
        } else if (is("eE")) {
            const bool repeated = std::exchange(hasExponent, true);
            ++m_pos;
            if (repeated)
                return false;
            accept("+-");
            if (accept("._eE") || atEnd())
                return false;
        } else if (accept("_")) {
            if (accept("._eE") || atEnd())
                return false;
        } else {
            acceptRun(digits);
        }
    }
    return !isWordCharacter(current());
}

/// The number already taken goes on as a duration: a unit, then more numbers with units. Whether units stand
/// in order is checked when its value is made.
bool Lexer::scanDurationRest() noexcept
{
    if (!accept("smhdwy"))
        return false;
    accept("s");
    while (accept(decimalDigits)) {
        acceptRun(decimalDigits);
        if (!accept("smhdw"))
            return false;
        accept("s");
    }
    if (!isWordCharacter(current()))
        return true;
    ++m_pos;
    return false;
}

Token Lexer::quotedString(char quote)
{
    for (;;) {
        const std::string_view character = rune();
        m_pos += character.size();
        if (character.empty() || character == "\n")
            return fail("unterminated quoted string");
        if (character.front() == quote)
            return emit(TokenType::String);
        if (character == "\xEF\xBF\xBD" || !isValidUtf8(character))
            return fail("invalid UTF-8 rune");
        if (character == "\\" && !scanEscape(quote))
            return fail(std::move(m_message));
    }
}

Token Lexer::rawString()
{
    for (;;) {
        const std::string_view character = rune();
        m_pos += character.size();
        if (character.empty())
            return fail("unterminated raw string");
        if (character == "`")
            return emit(TokenType::String);
        if (character == "\xEF\xBF\xBD" || !isValidUtf8(character))
            return fail("invalid UTF-8 rune");
    }
}

/// One escape sequence behind its backslash. False with the reason in m_message where it is none.
bool Lexer::scanEscape(char quote)
{
    if (atEnd()) {
        m_message = "escape sequence not terminated";
        return false;
    }
    const char kind = current();
    if (kind == quote || std::string_view("abfnrtv\\").find(kind) != std::string_view::npos) {
        ++m_pos;
        return true;
    }
    constexpr std::uint32_t lastRune = 0x10FFFF;
    if (kind >= '0' && kind <= '7')
        return scanDigits(3, 8, 255);
    const std::string_view shown = rune();
    m_pos += shown.size();
    switch (kind) {
    case 'x':
        return scanDigits(2, 16, 255);
    case 'u':
        return scanDigits(4, 16, lastRune);
    case 'U':
        return scanDigits(8, 16, lastRune);
    default:
        m_message = "unknown escape sequence " + codePointText(shown);
        return false;
    }
}

bool Lexer::scanDigits(int count, int base, std::uint32_t largest)
{
    std::uint32_t value = 0;
    for (; count > 0; --count) {
        const int digit = digitValue(current());
        if (digit >= base) {
            m_message = atEnd() ? "escape sequence not terminated"
                                : "illegal character " + codePointText(rune()) + " in escape sequence";
            return false;
        }
        value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
        ++m_pos;
    }
    if (value > largest || (value >= 0xD800 && value < 0xE000)) {
        m_message = "escape sequence is an invalid Unicode code point";
        return false;
    }
    return true;
}

} // namespace sightglass::promql
