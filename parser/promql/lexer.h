// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/token.h"

#include <string>
#include <string_view>

namespace sightglass::promql {

/// Cuts a query into tokens, on demand (PromQL reference, section 2). What a character means depends on where
/// it stands: inside braces keywords are plain identifiers, inside brackets only durations and their
/// operators are words. Comments and blanks are skipped. After a token of type Error the lexer is spent;
/// message() then holds Prometheus' text.
class Lexer
{
public:
    explicit Lexer(std::string_view input) noexcept
        : m_input(input)
    {}

    [[nodiscard]] Token next();
    [[nodiscard]] const std::string &message() const noexcept { return m_message; }

private:
    void skipBlanks() noexcept;
    Token nextInStatement();
    Token nextInBraces();
    Token nextInDuration();
    Token closingParen();
    Token openingBracket();
    Token comparison(char first);
    Token word();
    Token wordInBrackets(char first);
    Token number();
    Token quotedString(char quote);
    Token rawString();
    Token endOfInput();

    [[nodiscard]] bool scanNumber() noexcept;
    [[nodiscard]] bool scanDurationRest() noexcept;
    [[nodiscard]] bool scanEscape(char quote);
    [[nodiscard]] bool scanDigits(int count, int base, std::uint32_t largest);
    [[nodiscard]] std::optional<TokenType> durationKeyword();
    [[nodiscard]] bool parenFollows() const noexcept;

    [[nodiscard]] bool atEnd() const noexcept { return m_pos >= m_input.size(); }
    [[nodiscard]] char current() const noexcept { return atEnd() ? '\0' : m_input[m_pos]; }
    [[nodiscard]] bool is(std::string_view set) const noexcept;
    bool accept(std::string_view set) noexcept;
    void acceptRun(std::string_view set) noexcept;
    /// The rune at the position as text; empty at the end, one byte where it is not UTF-8.
    [[nodiscard]] std::string_view rune() const noexcept;

    Token emit(TokenType type) noexcept;
    Token fail(std::string message);

    std::string_view m_input;
    std::size_t m_pos = 0;
    std::size_t m_start = 0; ///< of the token being read
    std::string m_message;
    int m_parenDepth = 0;
    bool m_braceOpen = false;
    bool m_bracketOpen = false;
    bool m_beforeNumber = false; ///< in brackets, no number seen yet
    bool m_gotDuration = false;
    bool m_gotColon = false;
};

} // namespace sightglass::promql
