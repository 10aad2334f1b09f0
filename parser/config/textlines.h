// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sightglass {

/// The lines of a text, which it does not copy, counted from 0. A byte order mark is not part of the first
/// one, as YAML counts columns; an empty text, and what stands behind a last line break, is no line.
class TextLines
{
public:
    explicit TextLines(std::string_view text);

    [[nodiscard]] std::size_t count() const { return m_begins.size(); }
    /// Without its line break.
    [[nodiscard]] std::string_view text(std::size_t line) const;
    /// Where it begins in the text; the text's end for the line behind the last.
    [[nodiscard]] std::size_t begin(std::size_t line) const;
    /// Blanks that it begins with.
    [[nodiscard]] std::size_t indent(std::size_t line) const;
    [[nodiscard]] bool isBlank(std::size_t line) const;
    [[nodiscard]] bool isComment(std::size_t line) const;

private:
    std::string_view m_text;
    std::vector<std::size_t> m_begins;
};

} // namespace sightglass
