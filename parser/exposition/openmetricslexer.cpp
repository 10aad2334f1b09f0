// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/openmetricslexer.h"

namespace sightglass {

using Token = ExpositionToken;

Token OpenMetricsLexer::next()
{
    if (atEnd())
        return Token::Eof;
    beginToken();
    switch (state()) {
    case State::LineStart:
        return lineStart();
    case State::Comment:
        return keyword();
    case State::MetadataName:
        return metadataName();
    case State::MetadataText:
        return metadataText();
    case State::Labels:
        return labelList(State::LabelValue, State::Value, Newlines::Allowed);
    case State::LabelValue:
        return labelValue();
    case State::Value:
        return value();
    case State::Timestamp:
        return timestamp();
    case State::Exemplar:
        return labelList(State::ExemplarValue, State::ExemplarValue, Newlines::Refused);
    case State::ExemplarValue:
        return exemplarValue();
    case State::ExemplarTimestamp:
        return exemplarTimestamp();
    }
    return Token::Invalid;
}

Token OpenMetricsLexer::lineStart()
{
    const char c = current();
    if (c == '{')
        return take(State::Labels, Token::BraceOpen);
    if (c == '#') {
        if (advance() != ' ')
            return Token::Invalid;
        advance();
        setState(State::Comment);
        return keyword();
    }
    if (!isNameStart(c) && c != ':')
        return Token::Invalid;
    takeMetricName();
    return enter(State::Value, Token::MetricName);
}

Token OpenMetricsLexer::keyword()
{
    const char c = current();
    if (c == 'E') {
        if (!takeKeyword("OF"))
            return Token::Invalid;
        if (advance() == '\n')
            advance();
        return enter(State::LineStart, Token::EofWord);
    }
    if (c == 'H' && takeKeyword("ELP "))
        return take(State::MetadataName, Token::Help);
    if (c == 'T' && takeKeyword("YPE "))
        return take(State::MetadataName, Token::Type);
    if (c == 'U' && takeKeyword("NIT "))
        return take(State::MetadataName, Token::Unit);
    return Token::Invalid;
}

Token OpenMetricsLexer::metadataText()
{
    if (current() != ' ')
        return Token::Invalid;
    char c = advance();
    while (c != '\n' && c != '\0')
        c = advance();
    return c == '\n' ? take(State::LineStart, Token::Text) : Token::Invalid;
}

Token OpenMetricsLexer::labelValue()
{
    if (current() != '"' || !takeQuoted(Newlines::Refused))
        return Token::Invalid;
    return enter(State::Labels, Token::LabelValue);
}

/// One space and at least one byte that is neither space, line feed nor NUL.
Token OpenMetricsLexer::numberToken(State state, Token token)
{
    char c = advance();
    if (c == ' ' || c == '\n' || c == '\0')
        return Token::Invalid;
    while (c != ' ' && c != '\n' && c != '\0')
        c = advance();
    return enter(state, token);
}

Token OpenMetricsLexer::value()
{
    if (current() == '{')
        return take(State::Labels, Token::BraceOpen);
    return current() == ' ' ? numberToken(State::Timestamp, Token::Value) : Token::Invalid;
}

Token OpenMetricsLexer::timestamp()
{
    if (current() == '\n')
        return take(State::LineStart, Token::Linebreak);
    if (current() != ' ')
        return Token::Invalid;
    const Token token = numberToken(State::Timestamp, Token::Timestamp);
    // " #" alone is a timestamp token too; only " # {" makes it the mark of an exemplar, and " # x" neither.
    if (token != Token::Timestamp || tokenText() != " #" || current() != ' ')
        return token;
    return advance() == '{' ? take(State::Exemplar, Token::Comment) : Token::Invalid;
}

Token OpenMetricsLexer::exemplarValue()
{
    if (current() == '"')
        return takeQuoted(Newlines::Refused) ? enter(State::Exemplar, Token::LabelValue) : Token::Invalid;
    return current() == ' ' ? numberToken(State::ExemplarTimestamp, Token::Value) : Token::Invalid;
}

Token OpenMetricsLexer::exemplarTimestamp()
{
    if (current() == '\n')
        return take(State::LineStart, Token::Linebreak);
    return current() == ' ' ? numberToken(State::ExemplarTimestamp, Token::Timestamp) : Token::Invalid;
}

} // namespace sightglass
