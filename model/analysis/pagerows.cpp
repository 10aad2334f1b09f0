// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pagerows.h"

#include "parser/base/utf8cut.h"

#include <algorithm>

namespace sightglass {

PageRows::PageRows(std::string_view text)
    : m_text(text)
{
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        addLine(begin, end);
        begin = end + 1;
    }
}

void PageRows::addLine(std::size_t begin, std::size_t end)
{
    m_begins.push_back(static_cast<std::uint32_t>(begin));
    while (end - begin > longestRow) {
        // A piece of damaged UTF-8 may have no beginning of a character at all: cut it anywhere.
        const std::size_t whole = utf8Prefix(m_text.substr(begin, end - begin), longestRow).size();
        const std::size_t length = whole > 0 ? whole : longestRow;
        m_widest = std::max(m_widest, length);
        begin += length;
        m_continuations.push_back(static_cast<std::uint32_t>(m_begins.size()));
        m_begins.push_back(static_cast<std::uint32_t>(begin));
    }
    m_widest = std::max(m_widest, end - begin);
}

SourceSpan PageRows::span(std::size_t row) const noexcept
{
    const std::size_t begin = m_begins[row];
    std::size_t end = row + 1 < m_begins.size() ? m_begins[row + 1] : m_text.size();
    if (end > begin && m_text[end - 1] == '\n')
        --end;
    return {begin, end};
}

std::string_view PageRows::bytes(std::size_t row) const noexcept
{
    const SourceSpan place = span(row);
    return m_text.substr(place.begin, place.end - place.begin);
}

std::size_t PageRows::rowAt(std::size_t offset) const noexcept
{
    const auto next = std::upper_bound(m_begins.begin(), m_begins.end(), offset);
    return next == m_begins.begin() ? 0 : static_cast<std::size_t>(next - m_begins.begin()) - 1;
}

std::size_t PageRows::lineOf(std::size_t row) const noexcept
{
    const auto behind = std::upper_bound(m_continuations.begin(), m_continuations.end(), row);
    return row + 1 - static_cast<std::size_t>(behind - m_continuations.begin());
}

bool PageRows::isContinuation(std::size_t row) const noexcept
{
    return std::binary_search(m_continuations.begin(), m_continuations.end(), row);
}

} // namespace sightglass
