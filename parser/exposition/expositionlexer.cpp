// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionlexer.h"

#include <algorithm>

namespace sightglass {

ExpositionLexer::ExpositionLexer(std::string_view body, FinalLinebreak finalLinebreak) noexcept
    : m_body(body)
    , m_size(body.size() + (finalLinebreak == FinalLinebreak::Supplied ? 1 : 0))
{}

SourcePosition ExpositionLexer::placeOf(std::size_t offset) const noexcept
{
    if (offset < m_counted.offset)
        m_counted = {};
    const std::string_view piece = m_body.substr(0, offset).substr(m_counted.offset);
    m_counted.line += static_cast<std::uint32_t>(std::count(piece.begin(), piece.end(), '\n'));
    const std::size_t lineFeed = piece.rfind('\n');
    if (lineFeed != std::string_view::npos)
        m_counted.lineStart = m_counted.offset + lineFeed + 1;
    m_counted.offset += piece.size();
    return {m_counted.line, static_cast<std::uint32_t>(m_counted.offset - m_counted.lineStart + 1)};
}

void ExpositionLexer::moveToLineStart(std::size_t position) noexcept
{
    m_position = position;
    m_start = position;
    m_state = State::LineStart;
}

std::string_view ExpositionLexer::view(std::size_t begin, std::size_t end) const noexcept
{
    const std::size_t last = std::min(end, m_body.size());
    const std::size_t first = std::min(begin, last);
    return m_body.substr(first, last - first);
}

std::string ExpositionLexer::quotedBytes(std::size_t begin, std::size_t end) const
{
    std::string text(view(begin, end));
    if (begin < end && end > m_body.size())
        text += '\n';
    return text;
}

std::size_t ExpositionLexer::lookaheadEnd() const noexcept
{
    return std::min(m_size, m_position + 1);
}

char ExpositionLexer::at(std::size_t position) const noexcept
{
    if (position < m_body.size())
        return m_body[position];
    return position < m_size ? '\n' : '\0';
}

char ExpositionLexer::advance() noexcept
{
    const bool passNuls =
        m_state == State::LabelValue || m_state == State::MetadataText || m_state == State::Comment;
    ++m_position;
    while (passNuls && m_position < m_size && at(m_position) == '\0')
        ++m_position;
    m_position = std::min(m_position, m_size);
    return at(m_position);
}

ExpositionToken ExpositionLexer::take(State state, ExpositionToken token) noexcept
{
    advance();
    return enter(state, token);
}

ExpositionToken ExpositionLexer::enter(State state, ExpositionToken token) noexcept
{
    m_state = state;
    return token;
}

void ExpositionLexer::takeMetricName() noexcept
{
    char c = advance();
    while (isNameStart(c) || isAsciiDigit(c) || c == ':')
        c = advance();
}

void ExpositionLexer::takeLabelName() noexcept
{
    char c = advance();
    while (isNameStart(c) || isAsciiDigit(c))
        c = advance();
}

bool ExpositionLexer::takeQuoted(Newlines newlines) noexcept
{
    while (true) {
        char c = advance();
        if (c == '"') {
            advance();
            return true;
        }
        if (c == '\0' || (c == '\n' && newlines == Newlines::Refused))
            return false;
        if (c != '\\')
            continue;
        c = advance();
        if (c == '\0' || c == '\n')
            return false;
    }
}

ExpositionToken ExpositionLexer::metadataName() noexcept
{
    const char c = current();
    if (c == '"') {
        return takeQuoted(Newlines::Allowed) ? enter(State::MetadataText, ExpositionToken::MetricName)
                                             : ExpositionToken::Invalid;
    }
    if (!isNameStart(c) && c != ':')
        return ExpositionToken::Invalid;
    takeMetricName();
    return enter(State::MetadataText, ExpositionToken::MetricName);
}

ExpositionToken ExpositionLexer::labelList(State afterEqual, State afterBrace, Newlines inNames) noexcept
{
    const char c = current();
    switch (c) {
    case '"':
        return takeQuoted(inNames) ? ExpositionToken::QuotedString : ExpositionToken::Invalid;
    case ',':
        return take(m_state, ExpositionToken::Comma);
    case '=':
        return take(afterEqual, ExpositionToken::Equal);
    case '}':
        return take(afterBrace, ExpositionToken::BraceClose);
    default:
        break;
    }
    if (!isNameStart(c))
        return ExpositionToken::Invalid;
    takeLabelName();
    return ExpositionToken::LabelName;
}

bool ExpositionLexer::takeKeyword(std::string_view rest) noexcept
{
    return std::all_of(rest.begin(), rest.end(), [this](char expected) { return advance() == expected; });
}

} // namespace sightglass
