// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlcursor.h"

#include <algorithm>

namespace sightglass {

bool YamlCursor::isWord() const noexcept
{
    const char c = at();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit() || c == '_' || c == '-';
}

int YamlCursor::hexDigit(std::size_t ahead) const noexcept
{
    const char c = at(ahead);
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool YamlCursor::isDocumentMark() const noexcept
{
    return m_mark.column == 0 && (isAt("---") || isAt("...")) && isBlankOrEnd(3);
}

std::size_t YamlCursor::breakLength(std::size_t ahead) const noexcept
{
    const char c = at(ahead);
    if (c == '\r')
        return at(ahead + 1) == '\n' ? 2 : 1;
    if (c == '\n')
        return 1;
    if (c == '\xC2')
        return at(ahead + 1) == '\x85' ? 2 : 0;
    const bool separates =
        c == '\xE2' && at(ahead + 1) == '\x80' && (at(ahead + 2) == '\xA8' || at(ahead + 2) == '\xA9');
    return separates ? 3 : 0;
}

std::size_t YamlCursor::width() const noexcept
{
    const auto lead = static_cast<unsigned char>(at());
    const std::size_t bytes = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(bytes, m_text.size() - std::min(m_mark.offset, m_text.size()));
}

void YamlCursor::skip() noexcept
{
    m_mark.offset += width();
    ++m_mark.index;
    ++m_mark.column;
}

void YamlCursor::skip(int characters) noexcept
{
    for (int i = 0; i < characters; ++i)
        skip();
}

void YamlCursor::skipBlanks() noexcept
{
    while (isBlank())
        skip();
}

void YamlCursor::skipBreak() noexcept
{
    const std::size_t length = breakLength(0);
    if (length == 0)
        return;
    const bool endsTextLine = at(length - 1) == '\n';
    m_mark.index += length == 2 && endsTextLine ? 2 : 1; // "\r\n" is two characters
    m_mark.offset += length;
    m_mark.column = 0;
    ++m_mark.line;
    if (!endsTextLine)
        return;
    ++m_mark.textLine;
    m_mark.lineBegin = m_mark.offset;
}

bool YamlCursor::skipRestOfLine() noexcept
{
    skipBlanks();
    while (at() == '#' && !isBreakOrEnd()) {
        while (!isBreakOrEnd())
            skip();
    }
    return isBreakOrEnd();
}

void YamlCursor::read(std::string &target)
{
    const std::size_t begin = m_mark.offset;
    skip();
    target += m_text.substr(begin, m_mark.offset - begin);
}

void YamlCursor::readBreak(std::string &target)
{
    const std::size_t length = breakLength(0);
    if (length == 0)
        return;
    if (length == 3)
        target += m_text.substr(m_mark.offset, length);
    else
        target += '\n';
    skipBreak();
}

} // namespace sightglass
