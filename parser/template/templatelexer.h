// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/template/templatetoken.h"

namespace sightglass {

/// Cuts a template into tokens as Go's text/template does: text as it stands, actions between {{ and }} word
/// by word, with the white space that separates arguments. Trim markers and comments are gone. After an error
/// token there is nothing more to come.
class TemplateLexer
{
public:
    /// The text must outlive the lexer and its tokens.
    explicit TemplateLexer(std::string_view text) noexcept
        : m_input(text)
    {}

    [[nodiscard]] TemplateToken next();

private:
    struct Delimiter
    {
        bool here = false;
        bool trims = false;
    };

    TemplateToken textToken();
    TemplateToken leftDelimiter();
    TemplateToken rightDelimiter();
    TemplateToken comment();
    TemplateToken insideAction();
    TemplateToken punctuation(char32_t rune);
    TemplateToken space();
    TemplateToken word();
    TemplateToken fieldOrVariable(TemplateTokenType type);
    TemplateToken quoted(char quote, TemplateTokenType type, std::string_view error);
    TemplateToken rawString();
    TemplateToken number();
    bool scanNumber();
    std::string_view scanBase();

    [[nodiscard]] std::string_view rest() const noexcept { return m_input.substr(m_position); }
    [[nodiscard]] char32_t peek() const noexcept;
    [[nodiscard]] bool atEnd() const noexcept { return m_position >= m_input.size(); }
    [[nodiscard]] bool atTerminator() const noexcept;
    [[nodiscard]] Delimiter atRightDelimiter() const noexcept;
    char32_t advance() noexcept;
    void skip(std::size_t bytes) noexcept;
    void ignore() noexcept;
    bool accept(std::string_view valid) noexcept;
    void acceptRun(std::string_view valid) noexcept;
    TemplateToken make(TemplateTokenType type) noexcept;
    TemplateToken fail(std::string message);

    std::string_view m_input;
    std::size_t m_position = 0;
    std::size_t m_start = 0; ///< of the token under way
    std::size_t m_line = 1;
    std::size_t m_startLine = 1;
    int m_openParentheses = 0;
    bool m_insideAction = false;
};

} // namespace sightglass
