// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/templatelexer.h"

#include "parser/base/quoting.h"
#include "parser/template/runes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

using Type = TemplateTokenType;

constexpr std::string_view leftMark = "{{";
constexpr std::string_view rightMark = "}}";
constexpr std::string_view commentBegin = "/*";
constexpr std::string_view commentEnd = "*/";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t trimMarkerLength = 2; ///< the minus and the blank that must stand beside it

/// No rune; unlike any that is.
constexpr char32_t endOfInput = 0xFFFFFFFF;

constexpr bool isBlank(char32_t rune) noexcept
{
    return rune == ' ' || rune == '\t' || rune == '\r' || rune == '\n';
}

constexpr bool isBlankAt(std::string_view text, std::size_t at) noexcept
{
    return at < text.size() && isBlank(static_cast<unsigned char>(text[at]));
}

constexpr bool hasLeftTrimMarker(std::string_view text) noexcept
{
    return text.starts_with('-') && isBlankAt(text, 1);
}

constexpr bool hasRightTrimMarker(std::string_view text) noexcept
{
    return isBlankAt(text, 0) && text.size() > 1 && text[1] == '-';
}

std::size_t blanksAtEnd(std::string_view text) noexcept
{
    const std::size_t last = text.find_last_not_of(blanks);
    return last == std::string_view::npos ? text.size() : text.size() - last - 1;
}

std::size_t blanksAtBegin(std::string_view text) noexcept
{
    return std::min(text.find_first_not_of(blanks), text.size());
}

Type wordType(std::string_view word) noexcept
{
    constexpr std::array<std::pair<std::string_view, Type>, 13> words = {{
        {"block", Type::Block},
        {"break", Type::Break},
        {"continue", Type::Continue},
        {"define", Type::Define},
        {"else", Type::Else},
        {"end", Type::End},
        {"false", Type::Bool},
        {"if", Type::If},
        {"nil", Type::Nil},
        {"range", Type::Range},
        {"template", Type::Template},
        {"true", Type::Bool},
        {"with", Type::With},
    }};
    const auto found =
        std::find_if(words.begin(), words.end(), [word](const auto &entry) { return entry.first == word; });
    return found == words.end() ? Type::Identifier : found->second;
}

} // namespace

TemplateToken TemplateLexer::next()
{
    return m_insideAction ? insideAction() : textToken();
}

TemplateToken TemplateLexer::textToken()
{
    for (;;) {
        const std::size_t length = std::min(rest().find(leftMark), rest().size());
        const bool action = length < rest().size();
        const bool trims = action && hasLeftTrimMarker(rest().substr(length + leftMark.size()));
        const std::size_t trimmed = trims ? blanksAtEnd(rest().substr(0, length)) : 0;
        skip(length - trimmed);
        if (m_position > m_start) {
            TemplateToken text = make(Type::Text);
            skip(trimmed);
            ignore();
            return text;
        }
        skip(trimmed);
        ignore();
        if (!action)
            return make(Type::EndOfText);
        const std::size_t marker = trims ? trimMarkerLength : 0;
        if (!rest().substr(leftMark.size() + marker).starts_with(commentBegin))
            return leftDelimiter();
        skip(leftMark.size() + marker);
        ignore();
        TemplateToken failure = comment();
        if (failure.type == Type::Error)
            return failure;
    }
}

TemplateToken TemplateLexer::leftDelimiter()
{
    m_position += leftMark.size();
    const bool trims = hasLeftTrimMarker(rest());
    TemplateToken token = make(Type::LeftDelimiter);
    m_insideAction = true;
    skip(trims ? trimMarkerLength : 0);
    ignore();
    m_openParentheses = 0;
    return token;
}

/// Passes over a comment up to the text behind it. An error token where it is not one.
TemplateToken TemplateLexer::comment()
{
    const std::size_t length = rest().find(commentEnd, commentBegin.size());
    if (length == std::string_view::npos)
        return fail("unclosed comment");
    m_position += length + commentEnd.size();
    const Delimiter delimiter = atRightDelimiter();
    if (!delimiter.here)
        return fail("comment ends before closing delimiter");
    m_position += (delimiter.trims ? trimMarkerLength : 0) + rightMark.size();
    if (delimiter.trims)
        m_position += blanksAtBegin(rest());
    const std::size_t end = std::exchange(m_position, m_start);
    skip(end - m_start);
    ignore();
    return {};
}

TemplateToken TemplateLexer::rightDelimiter()
{
    const bool trims = atRightDelimiter().trims;
    if (trims) {
        skip(trimMarkerLength);
        ignore();
    }
    m_position += rightMark.size();
    TemplateToken token = make(Type::RightDelimiter);
    if (trims) {
        skip(blanksAtBegin(rest()));
        ignore();
    }
    m_insideAction = false;
    return token;
}

TemplateToken TemplateLexer::insideAction()
{
    if (atRightDelimiter().here)
        return m_openParentheses == 0 ? rightDelimiter() : fail("unclosed left paren");
    if (atEnd())
        return fail("unclosed action");
    const char32_t rune = peek();
    if (isBlank(rune))
        return space();
    const char32_t after =
        m_position + 1 < m_input.size() ? static_cast<unsigned char>(m_input[m_position + 1]) : U'0';
    if ((rune >= '0' && rune <= '9') || rune == '+' || rune == '-')
        return number();
    if (rune == '.' && after >= '0' && after <= '9')
        return number();
    if (isAlphaNumeric(rune))
        return word();
    advance();
    switch (rune) {
    case '"':
        return quoted('"', Type::String, "unterminated quoted string");
    case '\'':
        return quoted('\'', Type::CharConstant, "unterminated character constant");
    case '`':
        return rawString();
    case '$':
        return fieldOrVariable(Type::Variable);
    case '.':
        return fieldOrVariable(Type::Field);
    default:
        return punctuation(rune);
    }
}

TemplateToken TemplateLexer::punctuation(char32_t rune)
{
    switch (rune) {
    case '=':
        return make(Type::Assign);
    case ':':
        return advance() == '=' ? make(Type::Declare) : fail("expected :=");
    case '|':
        return make(Type::Pipe);
    case '(':
        ++m_openParentheses;
        return make(Type::LeftParenthesis);
    case ')':
        return --m_openParentheses < 0 ? fail("unexpected right paren") : make(Type::RightParenthesis);
    default:
        if (rune > ' ' && rune < 0x7F)
            return make(Type::Char);
        return fail("unrecognized character in action: " + codePointText(rune));
    }
}

TemplateToken TemplateLexer::space()
{
    std::size_t count = 0;
    for (; isBlank(peek()); ++count)
        advance();
    // The last of the blanks may belong to a trim marker.
    const std::string_view fromLast = m_input.substr(m_position - 1);
    if (hasRightTrimMarker(fromLast) && fromLast.substr(trimMarkerLength).starts_with(rightMark)) {
        --m_position;
        if (m_input[m_position] == '\n')
            --m_line;
        if (count == 1)
            return rightDelimiter();
    }
    return make(Type::Space);
}

TemplateToken TemplateLexer::word()
{
    while (isAlphaNumeric(peek()))
        advance();
    if (!atTerminator())
        return fail("bad character " + codePointText(peek()));
    return make(wordType(m_input.substr(m_start, m_position - m_start)));
}

TemplateToken TemplateLexer::fieldOrVariable(Type type)
{
    if (atTerminator())
        return make(type == Type::Field ? Type::Dot : Type::Variable);
    while (isAlphaNumeric(peek()))
        advance();
    if (!atTerminator())
        return fail("bad character " + codePointText(peek()));
    return make(type);
}

TemplateToken TemplateLexer::quoted(char quote, Type type, std::string_view error)
{
    for (;;) {
        char32_t rune = advance();
        if (rune == static_cast<char32_t>(quote))
            return make(type);
        if (rune == '\\')
            rune = advance();
        if (rune == endOfInput || rune == '\n')
            return fail(std::string(error));
    }
}

TemplateToken TemplateLexer::rawString()
{
    for (;;) {
        const char32_t rune = advance();
        if (rune == '`')
            return make(Type::RawString);
        if (rune == endOfInput)
            return fail("unterminated raw quoted string");
    }
}

TemplateToken TemplateLexer::number()
{
    const auto bad = [this] {
        return fail("bad number syntax: " + goQuoted(m_input.substr(m_start, m_position - m_start)));
    };
    if (!scanNumber())
        return bad();
    if (peek() != '+' && peek() != '-')
        return make(Type::Number);
    if (!scanNumber() || m_input[m_position - 1] != 'i')
        return bad();
    return make(Type::Complex);
}

/// Takes what looks like a number, not all of which is one: that is found when its value is made.
bool TemplateLexer::scanNumber()
{
    constexpr std::string_view decimal = "0123456789_";
    accept("+-");
    const std::string_view digits = scanBase();
    acceptRun(digits);
    if (accept("."))
        acceptRun(digits);
    const bool isDecimal = digits.size() == decimal.size();
    const bool isHex = digits.size() > decimal.size();
    if ((isDecimal && accept("eE")) || (isHex && accept("pP"))) {
        accept("+-");
        acceptRun(decimal);
    }
    accept("i");
    if (!isAlphaNumeric(peek()))
        return true;
    advance();
    return false;
}

/// Takes the prefix of a base and gives the digits that it has.
std::string_view TemplateLexer::scanBase()
{
    if (accept("0")) {
        if (accept("xX"))
            return "0123456789abcdefABCDEF_";
        if (accept("oO"))
            return "01234567_";
        if (accept("bB"))
            return "01_";
    }
    return "0123456789_";
}

char32_t TemplateLexer::peek() const noexcept
{
    return atEnd() ? endOfInput : firstRune(rest()).value;
}

bool TemplateLexer::atTerminator() const noexcept
{
    if (atEnd())
        return true;
    const char32_t rune = peek();
    if (isBlank(rune) || rest().starts_with(rightMark))
        return true;
    return rune < 0x80 && std::string_view(".,|:)(").find(static_cast<char>(rune)) != std::string_view::npos;
}

TemplateLexer::Delimiter TemplateLexer::atRightDelimiter() const noexcept
{
    const std::string_view text = rest();
    if (hasRightTrimMarker(text) && text.substr(trimMarkerLength).starts_with(rightMark))
        return {true, true};
    return {text.starts_with(rightMark), false};
}

char32_t TemplateLexer::advance() noexcept
{
    if (atEnd())
        return endOfInput;
    const Rune rune = firstRune(rest());
    m_position += rune.length;
    if (rune.value == '\n')
        ++m_line;
    return rune.value;
}

void TemplateLexer::skip(std::size_t bytes) noexcept
{
    m_line += static_cast<std::size_t>(std::ranges::count(rest().substr(0, bytes), '\n'));
    m_position += bytes;
}

/// What was passed since the last token is none.
void TemplateLexer::ignore() noexcept
{
    m_start = m_position;
    m_startLine = m_line;
}

bool TemplateLexer::accept(std::string_view valid) noexcept
{
    if (atEnd() || valid.find(m_input[m_position]) == std::string_view::npos)
        return false;
    ++m_position;
    return true;
}

void TemplateLexer::acceptRun(std::string_view valid) noexcept
{
    while (accept(valid)) {
    }
}

TemplateToken TemplateLexer::make(Type type) noexcept
{
    TemplateToken token{type, m_start, m_input.substr(m_start, m_position - m_start), m_startLine, {}};
    ignore();
    return token;
}

TemplateToken TemplateLexer::fail(std::string message)
{
    TemplateToken token{Type::Error, m_start, m_input.substr(m_start, m_position - m_start), m_startLine,
                        std::move(message)};
    m_input = m_input.substr(0, m_start);
    m_position = m_start;
    ignore();
    m_insideAction = false;
    return token;
}

} // namespace sightglass
