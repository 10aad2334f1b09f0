// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlitems.h"

#include <algorithm>

namespace sightglass {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::size_t skipLine(std::string_view text, std::size_t at)
{
    return std::min(text.find('\n', at), text.size());
}

/// Skips blanks, comments, anchors and tags before a value.
std::size_t valueBegin(std::string_view text, std::size_t at)
{
    for (;;) {
        at = std::min(text.find_first_not_of(blanks, at), text.size());
        if (at < text.size() && text[at] == '#')
            at = skipLine(text, at);
        else if (at < text.size() && (text[at] == '&' || text[at] == '!'))
            at = std::min(text.find_first_of(blanks, at), text.size());
        else
            return at;
    }
}

/// Behind the quoted text that begins here.
std::size_t quotedEnd(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with('\''))
            ++at;
        else if (text[at] == quote)
            return at + 1;
    }
    return text.size();
}

/// Walks a list in brackets and notes its items.
class FlowScanner
{
public:
    FlowScanner(std::string_view text, std::size_t begin)
        : m_text(text)
        , m_at(begin)
    {
        m_found.flow = true;
        m_found.begin = begin;
    }

    [[nodiscard]] std::optional<YamlItems> scan()
    {
        while (m_at < m_text.size()) {
            step();
            if (m_depth == 0) {
                m_found.end = m_at;
                return std::move(m_found);
            }
        }
        return {};
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        const bool startsToken = std::string_view(" \t\r\n[{,:").find(m_before) != std::string_view::npos;
        m_before = c;
        if (blanks.find(c) != std::string_view::npos) {
            ++m_at;
        } else if (c == '#' && startsToken) {
            m_at = skipLine(m_text, m_at);
        } else if ((c == '"' || c == '\'') && startsToken) {
            take(quotedEnd(m_text, m_at));
        } else if (c == '[' || c == '{') {
            if (m_depth > 0)
                take(m_at + 1);
            else
                ++m_at;
            ++m_depth;
        } else if (c == ']' || c == '}') {
            --m_depth;
            if (m_depth > 0)
                take(m_at + 1);
            else
                endItem(m_at + 1);
        } else if (c == ',' && m_depth == 1) {
            endItem(m_at + 1);
        } else {
            take(m_at + 1);
        }
    }

    /// What stands up to there belongs to the item.
    void take(std::size_t end)
    {
        if (!m_item)
            m_item = SourceSpan{m_at, end};
        m_item->end = end;
        m_at = end;
    }
    void endItem(std::size_t next)
    {
        if (m_item)
            m_found.items.push_back(*m_item);
        m_item.reset();
        m_at = next;
    }

    const std::string_view m_text;
    std::size_t m_at;
    char m_before = ' ';
    int m_depth = 0;
    std::optional<SourceSpan> m_item;
    YamlItems m_found;
};

bool isDash(std::string_view line, std::size_t column)
{
    return line.size() > column && line[column] == '-' &&
           (line.size() == column + 1 || blanks.find(line[column + 1]) != std::string_view::npos);
}

YamlItems blockItems(const TextLines &lines, std::size_t first)
{
    YamlItems found;
    found.column = lines.indent(first);
    for (std::size_t line = first; line < lines.count(); ++line) {
        if (lines.isBlank(line))
            continue;
        const std::size_t indent = lines.indent(line);
        const SourceSpan span = {lines.begin(line), lines.begin(line + 1)};
        if (indent == found.column && isDash(lines.text(line), indent))
            found.items.push_back(span);
        else if (indent > found.column)
            found.items.back().end = span.end;
        else if (!lines.isComment(line))
            break;
    }
    return found;
}

} // namespace

std::optional<YamlItems> locateItems(std::string_view text, const TextLines &lines, const YamlNode &list)
{
    if (list.kind != YamlKind::Sequence || list.position.line == 0 || list.position.line > lines.count())
        return {};
    const std::size_t begin =
        valueBegin(text, lines.begin(list.position.line - 1) + list.position.column - 1);
    if (begin >= text.size())
        return {};
    std::optional<YamlItems> found;
    if (text[begin] == '[') {
        found = FlowScanner(text, begin).scan();
    } else {
        std::size_t line = list.position.line - 1;
        while (lines.begin(line + 1) <= begin)
            ++line;
        if (lines.begin(line) + lines.indent(line) == begin && isDash(lines.text(line), lines.indent(line)))
            found = blockItems(lines, line);
    }
    if (!found || found->items.size() != list.children.size())
        return {};
    return found;
}

} // namespace sightglass
