// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/textlines.h"

#include <algorithm>

namespace sightglass {

TextLines::TextLines(std::string_view text)
    : m_text(text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    std::size_t begin = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    while (begin < text.size()) {
        m_begins.push_back(begin);
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    }
}

std::string_view TextLines::text(std::size_t line) const
{
    std::string_view all = m_text.substr(begin(line), begin(line + 1) - begin(line));
    if (all.ends_with('\n'))
        all.remove_suffix(1);
    if (all.ends_with('\r'))
        all.remove_suffix(1);
    return all;
}

std::size_t TextLines::begin(std::size_t line) const
{
    return line < m_begins.size() ? m_begins[line] : m_text.size();
}

std::size_t TextLines::indent(std::size_t line) const
{
    const std::string_view all = text(line);
    return std::min(all.find_first_not_of(' '), all.size());
}

bool TextLines::isBlank(std::size_t line) const
{
    return text(line).find_first_not_of(" \t") == std::string_view::npos;
}

bool TextLines::isComment(std::size_t line) const
{
    const std::string_view all = text(line);
    const std::size_t first = all.find_first_not_of(" \t");
    return first != std::string_view::npos && all[first] == '#';
}

} // namespace sightglass
