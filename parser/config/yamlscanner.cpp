// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlscanner.h"

#include "parser/config/yamlproperties.h"
#include "parser/config/yamlrefusal.h"

#include <utility>

namespace sightglass {
namespace {

constexpr std::size_t longestKey = 1024;
constexpr std::size_t tokensAhead = 2;
constexpr std::size_t deepest = 10'000;

std::string tooDeep()
{
    return "exceeded max depth of " + std::to_string(deepest);
}

} // namespace

YamlScanner::YamlScanner(std::string_view text)
    : m_cursor(text)
{}

const YamlToken &YamlScanner::peek()
{
    while (!hasEnough())
        fetch();
    return m_tokens.front();
}

YamlToken YamlScanner::take()
{
    (void)peek();
    if (m_tokens.front().kind == YamlTokenKind::StreamEnd)
        return m_tokens.front();
    YamlToken token = std::move(m_tokens.front());
    m_tokens.pop_front();
    ++m_taken;
    return token;
}

bool YamlScanner::hasEnough()
{
    if (m_isAtEnd)
        return true;
    if (m_tokens.size() <= tokensAhead)
        return false;
    // The first must not be a key that is not known for one yet.
    for (PossibleKey &key : m_keys)
        if (key.isPossible && key.token == m_taken)
            return !isValid(key);
    return true;
}

void YamlScanner::fetch()
{
    const YamlMark behindLast = m_cursor.mark();
    skipToToken();
    if (isInBlock())
        unindent(static_cast<int>(m_cursor.mark().column), behindLast);
    const char c = m_cursor.at();
    if (m_cursor.isEnd())
        fetchStreamEnd();
    else if (m_cursor.mark().column == 0 && c == '%')
        fetchDirective();
    else if (m_cursor.isDocumentMark())
        fetchDocumentMark();
    else
        fetchIndicator(c);
}

void YamlScanner::fetchIndicator(char c)
{
    const bool beforeBlank = m_cursor.isBlankOrEnd(1);
    const bool inBlock = isInBlock();
    if (c == '[' || c == '{')
        fetchFlowStart(c == '[' ? YamlTokenKind::FlowSequenceStart : YamlTokenKind::FlowMappingStart);
    else if (c == ']' || c == '}')
        fetchFlowEnd(c == ']' ? YamlTokenKind::FlowSequenceEnd : YamlTokenKind::FlowMappingEnd);
    else if (c == ',') {
        dropKey();
        m_keyAllowed = true;
        fetchToken(YamlTokenKind::FlowEntry, 1);
    } else if (c == '-' && beforeBlank)
        fetchBlockEntry();
    else if (c == '?' && (!inBlock || beforeBlank))
        fetchKey();
    else if (c == ':' && (!inBlock || beforeBlank))
        fetchValue();
    else
        fetchScalar();
}

/// What may be a key as a whole: scalars, aliases, and what stands before them.
void YamlScanner::fetchScalar()
{
    const char c = m_cursor.at();
    if ((c == '|' || c == '>') && isInBlock()) {
        dropKey();
        m_keyAllowed = true;
        return add(scanBlockScalar(m_cursor, m_indent));
    }
    const bool isProperty = c == '*' || c == '&' || c == '!';
    const bool isQuoted = c == '\'' || c == '"';
    if (!isProperty && !isQuoted && !startsPlain())
        throw scanRefusal(m_cursor.mark(), m_cursor.mark(), "found character that cannot start any token");
    saveKey();
    m_keyAllowed = false;
    if (c == '!')
        return add(scanTag(m_cursor));
    if (isProperty)
        return add(scanAnchor(m_cursor, c == '*' ? YamlTokenKind::Alias : YamlTokenKind::Anchor));
    if (isQuoted)
        return add(scanQuotedScalar(m_cursor));
    YamlPlainScalar scalar =
        scanPlainScalar(m_cursor, m_indent, isInBlock() ? YamlContext::Block : YamlContext::Flow);
    m_keyAllowed = scalar.newLine;
    add(std::move(scalar.token));
}

bool YamlScanner::startsPlain() const
{
    constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
    const char c = m_cursor.at();
    if (!m_cursor.isBlankOrEnd() && indicators.find(c) == std::string_view::npos)
        return true;
    if (c == '-')
        return !m_cursor.isBlank(1);
    return (c == '?' || c == ':') && isInBlock() && !m_cursor.isBlankOrEnd(1);
}

void YamlScanner::skipToToken()
{
    for (;;) {
        // A tab does not indent.
        while (m_cursor.at() == ' ' || (m_cursor.at() == '\t' && (!isInBlock() || !m_keyAllowed)))
            m_cursor.skip();
        while (m_cursor.at() == '#' && !m_cursor.isBreakOrEnd()) {
            while (!m_cursor.isBreakOrEnd())
                m_cursor.skip();
        }
        if (!m_cursor.isBreak())
            return;
        m_cursor.skipBreak();
        m_keyAllowed = m_keyAllowed || isInBlock();
    }
}

void YamlScanner::fetchToken(YamlTokenKind kind, int characters)
{
    YamlToken token{kind, m_cursor.mark(), {}, {}, {}};
    m_cursor.skip(characters);
    token.end = m_cursor.mark();
    add(std::move(token));
}

void YamlScanner::fetchStreamEnd()
{
    m_cursor.endLine();
    unindent(-1, m_cursor.mark());
    dropKey();
    m_keyAllowed = false;
    fetchToken(YamlTokenKind::StreamEnd, 0);
    m_isAtEnd = true;
}

void YamlScanner::fetchDirective()
{
    unindent(-1, m_cursor.mark());
    dropKey();
    m_keyAllowed = false;
    add(scanDirective(m_cursor));
}

void YamlScanner::fetchDocumentMark()
{
    unindent(-1, m_cursor.mark());
    dropKey();
    m_keyAllowed = false;
    fetchToken(m_cursor.at() == '-' ? YamlTokenKind::DocumentStart : YamlTokenKind::DocumentEnd, 3);
}

void YamlScanner::fetchFlowStart(YamlTokenKind kind)
{
    saveKey();
    m_keys.push_back({});
    if (m_keys.size() > deepest)
        throw scanRefusal(m_cursor.mark(), m_cursor.mark(), tooDeep());
    m_keyAllowed = true;
    fetchToken(kind, 1);
}

void YamlScanner::fetchFlowEnd(YamlTokenKind kind)
{
    dropKey();
    if (!isInBlock())
        m_keys.pop_back();
    m_keyAllowed = false;
    fetchToken(kind, 1);
}

void YamlScanner::fetchBlockEntry()
{
    const YamlMark here = m_cursor.mark();
    if (isInBlock() && !m_keyAllowed)
        throw scanRefusal(here, here, "block sequence entries are not allowed in this context");
    if (isInBlock())
        indent(here.column, nextNumber(), YamlTokenKind::BlockSequenceStart, here);
    dropKey();
    m_keyAllowed = true;
    fetchToken(YamlTokenKind::BlockEntry, 1);
}

void YamlScanner::fetchKey()
{
    const YamlMark here = m_cursor.mark();
    if (isInBlock() && !m_keyAllowed)
        throw scanRefusal(here, here, "mapping keys are not allowed in this context");
    if (isInBlock())
        indent(here.column, nextNumber(), YamlTokenKind::BlockMappingStart, here);
    dropKey();
    m_keyAllowed = isInBlock();
    fetchToken(YamlTokenKind::Key, 1);
}

void YamlScanner::fetchValue()
{
    const YamlMark here = m_cursor.mark();
    PossibleKey &key = m_keys.back();
    if (isValid(key)) {
        const auto place = static_cast<std::ptrdiff_t>(key.token - m_taken);
        m_tokens.insert(m_tokens.begin() + place, {YamlTokenKind::Key, key.mark, key.mark, {}, {}});
        if (isInBlock())
            indent(key.mark.column, key.token, YamlTokenKind::BlockMappingStart, key.mark);
        key.isPossible = false;
        m_keyAllowed = false;
    } else {
        key.isPossible = false;
        if (isInBlock() && !m_keyAllowed)
            throw scanRefusal(here, here, "mapping values are not allowed in this context");
        if (isInBlock())
            indent(here.column, nextNumber(), YamlTokenKind::BlockMappingStart, here);
        m_keyAllowed = isInBlock();
    }
    fetchToken(YamlTokenKind::Value, 1);
}

bool YamlScanner::isValid(PossibleKey &key) const
{
    if (!key.isPossible)
        return false;
    const YamlMark &here = m_cursor.mark();
    if (key.mark.line == here.line && key.mark.index + longestKey >= here.index)
        return true;
    if (key.isRequired)
        throw scanRefusal(key.mark, here, "could not find expected ':'").shownAt(key.mark);
    key.isPossible = false;
    return false;
}

void YamlScanner::saveKey()
{
    if (!m_keyAllowed)
        return;
    const bool required = isInBlock() && m_indent == static_cast<int>(m_cursor.mark().column);
    dropKey();
    m_keys.back() = {true, required, nextNumber(), m_cursor.mark()};
}

void YamlScanner::dropKey()
{
    PossibleKey &key = m_keys.back();
    const YamlMark &here = m_cursor.mark();
    if (key.isPossible && key.isRequired)
        throw scanRefusal(key.mark, here, "could not find expected ':'").shownAt(key.mark);
    key.isPossible = false;
}

void YamlScanner::add(YamlToken token)
{
    m_tokens.push_back(std::move(token));
}

void YamlScanner::indent(std::size_t column, std::size_t number, YamlTokenKind kind, const YamlMark &mark)
{
    if (m_indent >= static_cast<int>(column))
        return;
    if (m_indents.size() >= deepest)
        throw scanRefusal(mark, mark, tooDeep());
    m_indents.push_back(std::exchange(m_indent, static_cast<int>(column)));
    m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(number - m_taken),
                    {kind, mark, mark, {}, {}});
}

void YamlScanner::unindent(int column, const YamlMark &mark)
{
    if (!isInBlock())
        return;
    while (m_indent > column) {
        add({YamlTokenKind::BlockEnd, mark, mark, {}, {}});
        m_indent = m_indents.back();
        m_indents.pop_back();
    }
}

} // namespace sightglass
