// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// A place in YAML text, all counted from 0.
struct YamlMark
{
    std::size_t offset = 0;
    std::size_t index = 0;  ///< characters before it
    std::size_t column = 0; ///< in characters
    std::uint32_t line =
        0; ///< as YAML counts: U+0085, U+2028, U+2029 and a lone carriage return end lines too
    std::uint32_t textLine = 0; ///< as editors count
    std::size_t lineBegin = 0;  ///< offset of that line

    [[nodiscard]] SourcePosition position() const noexcept
    {
        return {textLine + 1, static_cast<std::uint32_t>(offset - lineBegin) + 1};
    }
};

/// Walks over YAML text character by character. The text is UTF-8 without NUL, which here stands for the end.
class YamlCursor
{
public:
    /// The text outlives the cursor.
    explicit YamlCursor(std::string_view text)
        : m_text(text)
    {}

    [[nodiscard]] const YamlMark &mark() const noexcept { return m_mark; }

    /// The byte so far ahead; NUL behind the end.
    [[nodiscard]] char at(std::size_t ahead = 0) const noexcept
    {
        const std::size_t offset = m_mark.offset + ahead;
        return offset < m_text.size() ? m_text[offset] : '\0';
    }
    [[nodiscard]] bool isAt(std::string_view text) const noexcept
    {
        return m_text.substr(m_mark.offset).starts_with(text);
    }
    [[nodiscard]] bool isEnd(std::size_t ahead = 0) const noexcept { return at(ahead) == '\0'; }
    /// A space or a tab.
    [[nodiscard]] bool isBlank(std::size_t ahead = 0) const noexcept
    {
        return at(ahead) == ' ' || at(ahead) == '\t';
    }
    [[nodiscard]] bool isBreak(std::size_t ahead = 0) const noexcept { return breakLength(ahead) > 0; }
    [[nodiscard]] bool isBreakOrEnd(std::size_t ahead = 0) const noexcept
    {
        return isEnd(ahead) || isBreak(ahead);
    }
    [[nodiscard]] bool isBlankOrEnd(std::size_t ahead = 0) const noexcept
    {
        return isBlank(ahead) || isBreakOrEnd(ahead);
    }
    [[nodiscard]] bool isDigit(std::size_t ahead = 0) const noexcept
    {
        return at(ahead) >= '0' && at(ahead) <= '9';
    }
    /// [0-9A-Za-z_-]
    [[nodiscard]] bool isWord() const noexcept;
    /// The value of a hexadecimal digit; -1 where it is none.
    [[nodiscard]] int hexDigit(std::size_t ahead = 0) const noexcept;
    /// "---" or "..." alone at the begin of a line.
    [[nodiscard]] bool isDocumentMark() const noexcept;

    /// Behind the next character, which is no line break.
    void skip() noexcept;
    void skip(int characters) noexcept;
    void skipBlanks() noexcept;
    /// At the end a line that is begun counts as one, as in go-yaml.
    void endLine() noexcept
    {
        m_mark.line += m_mark.column == 0 ? 0 : 1;
        m_mark.column = 0;
    }
    /// Behind a line break, if here is one.
    void skipBreak() noexcept;
    /// Behind blanks and a comment; false where something else stands before the end of the line.
    [[nodiscard]] bool skipRestOfLine() noexcept;

    /// Takes the next character along.
    void read(std::string &target);
    /// Takes a line break along, if here is one: those of ASCII and U+0085 as "\n".
    void readBreak(std::string &target);

private:
    [[nodiscard]] std::size_t breakLength(std::size_t ahead) const noexcept;
    [[nodiscard]] std::size_t width() const noexcept;

    std::string_view m_text;
    YamlMark m_mark;
};

} // namespace sightglass
