// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass {

/// The rows in which a text of any size is shown: one for each line, and for a line that is longer than a row
/// may be as many as it needs, cut between characters. So whoever shows a row lays out little, whatever the
/// text. Four bytes a row. A line feed at the end of the text begins no further row.
class PageRows
{
public:
    static constexpr std::size_t longestRow = 2000; ///< bytes

    PageRows() = default;
    /// The text must outlive this and is shorter than 4 GiB.
    explicit PageRows(std::string_view text);

    [[nodiscard]] std::string_view text() const noexcept { return m_text; }
    [[nodiscard]] std::size_t count() const noexcept { return m_begins.size(); }
    [[nodiscard]] std::size_t lines() const noexcept { return m_begins.size() - m_continuations.size(); }
    /// The row's bytes without its line feed. row < count()
    [[nodiscard]] SourceSpan span(std::size_t row) const noexcept;
    [[nodiscard]] std::string_view bytes(std::size_t row) const noexcept;
    /// The row that the byte lies in; the last one for a place behind the text; 0 where there is none.
    [[nodiscard]] std::size_t rowAt(std::size_t offset) const noexcept;
    /// The number of the row's line, from 1.
    [[nodiscard]] std::size_t lineOf(std::size_t row) const noexcept;
    /// Whether the row begins in the middle of a line.
    [[nodiscard]] bool isContinuation(std::size_t row) const noexcept;
    /// Bytes of the longest row.
    [[nodiscard]] std::size_t widest() const noexcept { return m_widest; }

private:
    void addLine(std::size_t begin, std::size_t end);

    std::string_view m_text;
    std::vector<std::uint32_t> m_begins;
    std::vector<std::uint32_t> m_continuations; ///< rows that begin in the middle of a line, ascending
    std::size_t m_widest = 0;
};

} // namespace sightglass
