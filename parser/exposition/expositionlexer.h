// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/exposition/expositiontoken.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Cuts a body into the tokens of Prometheus' own lexers, state by state, so that every error names the same
/// token and the same bytes. This is the strict path: it decides what a line means wherever it is not of the
/// most common shape.
class ExpositionLexer
{
public:
    /// What the next token may be.
    enum class State : std::uint8_t
    {
        LineStart,
        Comment,
        MetadataName,
        MetadataText,
        Labels,
        LabelValue,
        Value,
        Timestamp,
        Exemplar,
        ExemplarValue,
        ExemplarTimestamp
    };
    /// Whether the lexer reads one line feed more than the body has, as the text format's does.
    enum class FinalLinebreak : std::uint8_t
    {
        Supplied,
        AsWritten
    };

    ExpositionLexer(std::string_view body, FinalLinebreak finalLinebreak) noexcept;
    virtual ~ExpositionLexer() = default;

    /// The next token that the grammar of this format sees. At the end of the input: Eof, with the token
    /// start left where it was.
    virtual ExpositionToken next() = 0;

    /// The present token is the bytes [tokenStart, position).
    [[nodiscard]] std::size_t tokenStart() const noexcept { return m_start; }
    [[nodiscard]] std::size_t position() const noexcept { return m_position; }
    [[nodiscard]] std::string_view tokenText() const noexcept { return view(m_start, m_position); }
    [[nodiscard]] bool atLineStart() const noexcept { return m_state == State::LineStart; }
    /// Continues at the beginning of a line.
    void moveToLineStart(std::size_t position) noexcept;

    /// Bytes of the body itself; a supplied final line feed is left out.
    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const noexcept;
    /// Bytes as error texts quote them, with the supplied line feed.
    [[nodiscard]] std::string quotedBytes(std::size_t begin, std::size_t end) const;
    /// One past the byte after the present token, where error texts stop.
    [[nodiscard]] std::size_t lookaheadEnd() const noexcept;
    [[nodiscard]] std::string_view body() const noexcept { return m_body; }
    /// Line and column of a byte of the body. Counts on from the last one asked for, so that a page of errors
    /// costs one pass over it.
    [[nodiscard]] SourcePosition placeOf(std::size_t offset) const noexcept;

protected:
    [[nodiscard]] bool atEnd() const noexcept { return m_position >= m_size; }
    /// The byte at the position, NUL at the end.
    [[nodiscard]] char current() const noexcept { return at(m_position); }
    /// The byte behind the present one, which is not the end of the input.
    [[nodiscard]] char following() const noexcept { return at(m_position + 1); }
    /// Moves one byte on and returns the byte there, NUL at the end. NUL bytes of label values, comments and
    /// metadata texts are passed over.
    char advance() noexcept;
    void beginToken() noexcept { m_start = m_position; }
    /// Moves past the present byte, enters a state and gives the token.
    ExpositionToken take(State state, ExpositionToken token) noexcept;
    ExpositionToken enter(State state, ExpositionToken token) noexcept;
    [[nodiscard]] State state() const noexcept { return m_state; }
    void setState(State state) noexcept { m_state = state; }

    /// [A-Za-z_] and digits from the second byte on; a metric name also has colons. The first byte is known
    /// to fit.
    void takeMetricName() noexcept;
    void takeLabelName() noexcept;
    enum class Newlines : std::uint8_t
    {
        Allowed,
        Refused
    };
    /// A double-quoted string from its opening quote on. False where it is not closed, has a NUL that the
    /// state does not pass over, a line feed after a backslash, or one anywhere where they are refused.
    bool takeQuoted(Newlines newlines) noexcept;
    /// The name behind HELP, TYPE or UNIT, quoted or not. Goes on with the text.
    ExpositionToken metadataName() noexcept;
    /// A token inside the braces of a series or an exemplar, from its first byte on: names and strings,
    /// commas, the equals sign and the closing brace, with the states that the last two lead to.
    ExpositionToken labelList(State afterEqual, State afterBrace, Newlines inNames) noexcept;
    /// The rest of a keyword behind its first letter.
    bool takeKeyword(std::string_view rest) noexcept;

private:
    [[nodiscard]] char at(std::size_t position) const noexcept;

    std::string_view m_body;
    std::size_t m_size;
    std::size_t m_position = 0;
    std::size_t m_start = 0;
    State m_state = State::LineStart;

    /// Where placeOf() last counted to.
    struct CountedLines
    {
        std::size_t offset = 0;
        std::size_t lineStart = 0;
        std::uint32_t line = 1;
    };
    mutable CountedLines m_counted;
};

/// Bytes of names, by class.
[[nodiscard]] constexpr bool isNameStart(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
[[nodiscard]] constexpr bool isAsciiDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

} // namespace sightglass
