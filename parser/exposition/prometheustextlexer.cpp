// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/prometheustextlexer.h"

namespace sightglass {

using Token = ExpositionToken;

namespace {

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

} // namespace

Token PrometheusTextLexer::next()
{
    Token token = nextWithBlanks();
    while (token == Token::Whitespace)
        token = nextWithBlanks();
    return token;
}

Token PrometheusTextLexer::nextWithBlanks()
{
    if (atEnd())
        return Token::Eof;
    beginToken();
    switch (state()) {
    case State::Comment:
        return comment();
    case State::MetadataName:
        return isBlank(current()) ? blanks() : metadataName();
    case State::MetadataText:
        return metadataText();
    case State::Labels:
        return isBlank(current()) ? blanks() : labelList(State::LabelValue, State::Value, Newlines::Allowed);
    case State::LabelValue:
        return labelValue();
    case State::Value:
        return value();
    case State::Timestamp:
        return timestamp();
    default:
        return lineStart();
    }
}

Token PrometheusTextLexer::blanks()
{
    while (isBlank(advance())) {
    }
    return Token::Whitespace;
}

Token PrometheusTextLexer::lineStart()
{
    const char c = current();
    if (isBlank(c))
        return blanks();
    if (c == '\n')
        return take(State::LineStart, Token::Linebreak);
    if (c == '\0')
        return take(State::LineStart, Token::Eof);
    if (c == '{')
        return take(State::Labels, Token::BraceOpen);
    if (c == '#') {
        if (!isBlank(advance()))
            return restOfComment();
        blanks();
        setState(State::Comment);
        return comment();
    }
    if (!isNameStart(c) && c != ':')
        return Token::Invalid;
    takeMetricName();
    return enter(State::Value, Token::MetricName);
}

Token PrometheusTextLexer::comment()
{
    const char c = current();
    const bool help = c == 'H' && takeKeyword("ELP");
    const bool type = c == 'T' && takeKeyword("YPE");
    if ((!help && !type) || !isBlank(advance()))
        return restOfComment();
    blanks();
    return enter(State::MetadataName, help ? Token::Help : Token::Type);
}

/// Up to the line feed, which stays. A NUL ends the input, as Prometheus' lexer has it, unless the state
/// passes over it.
Token PrometheusTextLexer::restOfComment()
{
    char c = current();
    while (c != '\n') {
        if (c == '\0')
            return Token::Eof;
        c = advance();
    }
    return enter(State::LineStart, Token::Comment);
}

/// Blanks followed by nothing are a token of their own, so that the text behind them is empty.
Token PrometheusTextLexer::metadataText()
{
    if (isBlank(current())) {
        blanks();
        if (current() == '\n' || current() == '\0')
            return Token::Whitespace;
    }
    for (char c = current(); c != '\n' && c != '\0';)
        c = advance();
    return enter(State::LineStart, Token::Text);
}

Token PrometheusTextLexer::labelValue()
{
    if (isBlank(current()))
        return blanks();
    if (current() != '"' || !takeQuoted(Newlines::Allowed))
        return Token::Invalid;
    return enter(State::Labels, Token::LabelValue);
}

Token PrometheusTextLexer::value()
{
    char c = current();
    if (isBlank(c))
        return blanks();
    if (c == '{')
        return take(State::Labels, Token::BraceOpen);
    if (c == '\0' || c == '\n')
        return Token::Invalid;
    while (c != '{' && !isBlank(c) && c != '\n' && c != '\0')
        c = advance();
    return enter(State::Timestamp, Token::Value);
}

Token PrometheusTextLexer::timestamp()
{
    const char c = current();
    if (isBlank(c))
        return blanks();
    if (c == '\n')
        return take(State::LineStart, Token::Linebreak);
    const bool isSign = m_rules == TextRules::Specification && (c == '-' || c == '+');
    if (!isAsciiDigit(isSign ? following() : c))
        return Token::Invalid;
    while (isAsciiDigit(advance())) {
    }
    return Token::Timestamp;
}

} // namespace sightglass
