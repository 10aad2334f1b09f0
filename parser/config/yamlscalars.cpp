// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlscalars.h"

#include "parser/config/yamlrefusal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {
namespace {

enum class Chomping : std::uint8_t
{
    Strip, ///< no line break at the end
    Clip,  ///< one
    Keep   ///< all
};

/// What stands behind | and >.
struct BlockHeader
{
    Chomping chomping = Chomping::Clip;
    std::size_t increment = 0; ///< of the indentation; 0: the first line's
};

BlockHeader readBlockHeader(YamlCursor &cursor, const YamlMark &start)
{
    BlockHeader header;
    bool chomped = false;
    for (int i = 0; i < 2; ++i) {
        const char c = cursor.at();
        if ((c == '+' || c == '-') && !std::exchange(chomped, true)) {
            header.chomping = c == '+' ? Chomping::Keep : Chomping::Strip;
        } else if (cursor.isDigit() && header.increment == 0) {
            if (c == '0')
                throw scanRefusal(start, cursor.mark(), "found an indentation indicator equal to 0");
            header.increment = static_cast<std::size_t>(c - '0');
        } else {
            break;
        }
        cursor.skip();
    }
    if (!cursor.skipRestOfLine())
        throw scanRefusal(start, cursor.mark(), "did not find expected comment or line break");
    cursor.skipBreak();
    return header;
}

/// Takes indentation and empty lines. `indent` 0 is found out by that.
void readBlockBreaks(YamlCursor &cursor, const YamlMark &start, std::size_t least, std::size_t &indent,
                     std::string &breaks)
{
    std::size_t widest = 0;
    for (;;) {
        const auto isInside = [&] { return indent == 0 || cursor.mark().column < indent; };
        while (isInside() && cursor.at() == ' ')
            cursor.skip();
        widest = std::max(widest, cursor.mark().column);
        if (isInside() && cursor.at() == '\t')
            throw scanRefusal(start, cursor.mark(),
                              "found a tab character where an indentation space is expected");
        if (!cursor.isBreak())
            break;
        cursor.readBreak(breaks);
    }
    if (indent == 0)
        indent = std::max(widest, least);
}

/// Joins the lines of a quoted or plain scalar: one break is a space, of more the first goes.
class LineFolding
{
public:
    /// Takes blanks and line breaks along.
    void take(YamlCursor &cursor)
    {
        if (cursor.isBlank()) {
            if (m_newLine)
                cursor.skip();
            else
                cursor.read(m_blanks);
        } else if (!m_newLine) {
            m_blanks.clear();
            cursor.readBreak(m_break);
            m_newLine = true;
        } else {
            cursor.readBreak(m_moreBreaks);
        }
    }
    /// A line break that joins without a space.
    void takeEscapedBreak(YamlCursor &cursor)
    {
        cursor.skipBreak();
        m_newLine = true;
    }
    [[nodiscard]] bool isNewLine() const { return m_newLine; }

    void join(std::string &text)
    {
        if (!m_newLine)
            text += m_blanks;
        else if (!m_break.starts_with('\n'))
            text += m_break + m_moreBreaks;
        else if (m_moreBreaks.empty())
            text += ' ';
        else
            text += m_moreBreaks;
        m_blanks.clear();
        m_break.clear();
        m_moreBreaks.clear();
        m_newLine = false;
    }

private:
    std::string m_blanks;
    std::string m_break;
    std::string m_moreBreaks;
    bool m_newLine = false;
};

void appendCodePoint(std::string &text, std::uint32_t value)
{
    const auto byte = [&text](std::uint32_t bits) { text += static_cast<char>(bits); };
    if (value <= 0x7F) {
        byte(value);
    } else if (value <= 0x7FF) {
        byte(0xC0 + (value >> 6U));
        byte(0x80 + (value & 0x3FU));
    } else if (value <= 0xFFFF) {
        byte(0xE0 + (value >> 12U));
        byte(0x80 + ((value >> 6U) & 0x3FU));
        byte(0x80 + (value & 0x3FU));
    } else {
        byte(0xF0 + (value >> 18U));
        byte(0x80 + ((value >> 12U) & 0x3FU));
        byte(0x80 + ((value >> 6U) & 0x3FU));
        byte(0x80 + (value & 0x3FU));
    }
}

void readCodePoint(YamlCursor &cursor, const YamlMark &start, int digits, std::string &text)
{
    std::uint32_t value = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = cursor.hexDigit(static_cast<std::size_t>(i));
        if (digit < 0)
            throw scanRefusal(start, cursor.mark(), "did not find expected hexdecimal number");
        value = (value << 4U) + static_cast<std::uint32_t>(digit);
    }
    if ((value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF)
        throw scanRefusal(start, cursor.mark(), "found invalid Unicode character escape code");
    appendCodePoint(text, value);
    cursor.skip(digits);
}

void readEscape(YamlCursor &cursor, const YamlMark &start, std::string &text)
{
    using namespace std::string_view_literals;
    constexpr std::array escapes = {std::pair('0', "\0"sv),
                                    std::pair('a', "\a"sv),
                                    std::pair('b', "\b"sv),
                                    std::pair('t', "\t"sv),
                                    std::pair('\t', "\t"sv),
                                    std::pair('n', "\n"sv),
                                    std::pair('v', "\v"sv),
                                    std::pair('f', "\f"sv),
                                    std::pair('r', "\r"sv),
                                    std::pair('e', "\x1B"sv),
                                    std::pair(' ', " "sv),
                                    std::pair('"', "\""sv),
                                    std::pair('\'', "'"sv),
                                    std::pair('\\', "\\"sv),
                                    std::pair('N', "\xC2\x85"sv),
                                    std::pair('_', "\xC2\xA0"sv),
                                    std::pair('L', "\xE2\x80\xA8"sv),
                                    std::pair('P', "\xE2\x80\xA9"sv)};
    const char code = cursor.at(1);
    const int digits = code == 'x' ? 2 : code == 'u' ? 4 : code == 'U' ? 8 : 0;
    const auto *const found = std::find_if(escapes.begin(), escapes.end(),
                                           [code](const auto &escape) { return escape.first == code; });
    if (digits == 0 && found == escapes.end())
        throw scanRefusal(start, cursor.mark(), "found unknown escape character");
    cursor.skip(2);
    if (digits > 0)
        readCodePoint(cursor, start, digits, text);
    else
        text += found->second;
}

/// Takes what stands up to a blank, a line break or the quote.
void readQuotedWord(YamlCursor &cursor, YamlToken &token, char quote, LineFolding &folding)
{
    while (!cursor.isBlankOrEnd()) {
        const char c = cursor.at();
        if (quote == '\'' && c == '\'' && cursor.at(1) == '\'') {
            token.text += '\'';
            cursor.skip(2);
        } else if (c == quote) {
            return;
        } else if (quote == '"' && c == '\\' && cursor.isBreak(1)) {
            cursor.skip();
            return folding.takeEscapedBreak(cursor);
        } else if (quote == '"' && c == '\\') {
            readEscape(cursor, token.start, token.text);
        } else {
            cursor.read(token.text);
        }
    }
}

/// Where a plain scalar ends within a line: at ": ", in brackets also at what parts their items.
bool endsPlain(const YamlCursor &cursor, YamlContext context)
{
    if (cursor.at() == ':' && cursor.isBlankOrEnd(1))
        return true;
    constexpr std::string_view parts = ",?[]{}";
    return context == YamlContext::Flow && parts.find(cursor.at()) != std::string_view::npos;
}

} // namespace

YamlToken scanBlockScalar(YamlCursor &cursor, int indent)
{
    YamlToken token{YamlTokenKind::Scalar, cursor.mark(), {}, {}, {}};
    const bool literal = cursor.at() == '|';
    cursor.skip();
    const BlockHeader header = readBlockHeader(cursor, token.start);
    const std::size_t least = std::max(static_cast<std::size_t>(indent + 1), std::size_t{1});
    std::size_t column =
        header.increment == 0 ? 0 : static_cast<std::size_t>(std::max(indent, 0)) + header.increment;
    std::string lastBreak;
    std::string emptyLines;
    readBlockBreaks(cursor, token.start, least, column, emptyLines);
    bool indentedBefore = false;
    while (cursor.mark().column == column && !cursor.isEnd()) {
        const bool indented = cursor.isBlank(); // deeper than the text, whose breaks are kept
        const bool folds = !literal && !indentedBefore && !indented && lastBreak.starts_with('\n');
        if (!folds)
            token.text += lastBreak;
        else if (emptyLines.empty())
            token.text += ' ';
        token.text += emptyLines;
        lastBreak.clear();
        emptyLines.clear();
        indentedBefore = indented;
        while (!cursor.isBreakOrEnd())
            cursor.read(token.text);
        cursor.readBreak(lastBreak);
        readBlockBreaks(cursor, token.start, least, column, emptyLines);
    }
    if (header.chomping != Chomping::Strip)
        token.text += lastBreak;
    if (header.chomping == Chomping::Keep)
        token.text += emptyLines;
    token.end = cursor.mark();
    return token;
}

YamlToken scanQuotedScalar(YamlCursor &cursor)
{
    YamlToken token{YamlTokenKind::Scalar, cursor.mark(), {}, {}, {}};
    const char quote = cursor.at();
    cursor.skip();
    for (;;) {
        if (cursor.isDocumentMark())
            throw scanRefusal(token.start, cursor.mark(), "found unexpected document indicator");
        if (cursor.isEnd()) // where it begins tells more than where the file ends
            throw scanRefusal(token.start, cursor.mark(), "found unexpected end of stream")
                .shownAt(token.start);
        LineFolding folding;
        readQuotedWord(cursor, token, quote, folding);
        if (cursor.at() == quote)
            break;
        while (cursor.isBlank() || cursor.isBreak())
            folding.take(cursor);
        folding.join(token.text);
    }
    cursor.skip();
    token.end = cursor.mark();
    return token;
}

YamlPlainScalar scanPlainScalar(YamlCursor &cursor, int indent, YamlContext context)
{
    YamlPlainScalar scalar;
    YamlToken &token = scalar.token;
    token.kind = YamlTokenKind::Scalar;
    token.start = token.end = cursor.mark();
    token.plain = true;
    const auto least = static_cast<std::size_t>(indent + 1);
    LineFolding folding;
    bool isFolding = false;
    while (!cursor.isDocumentMark() && cursor.at() != '#') {
        while (!cursor.isBlankOrEnd() && !endsPlain(cursor, context)) {
            if (std::exchange(isFolding, false))
                folding.join(token.text);
            cursor.read(token.text);
            token.end = cursor.mark();
        }
        if (!cursor.isBlank() && !cursor.isBreak())
            break;
        isFolding = true;
        while (cursor.isBlank() || cursor.isBreak()) {
            if (folding.isNewLine() && cursor.mark().column < least && cursor.at() == '\t')
                throw scanRefusal(token.start, cursor.mark(),
                                  "found a tab character that violates indentation");
            folding.take(cursor);
        }
        if (context == YamlContext::Block && cursor.mark().column < least)
            break;
    }
    scalar.newLine = isFolding && folding.isNewLine();
    return scalar;
}

} // namespace sightglass
