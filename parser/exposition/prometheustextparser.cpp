// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/prometheustextparser.h"

#include "parser/base/quoting.h"
#include "parser/exposition/expositionerror.h"

#include <charconv>

namespace sightglass {

using Token = ExpositionToken;

Result<ExpositionParser::Entry> PrometheusTextParser::readStrictly()
{
    Token token = m_lexer.next();
    while (token == Token::Linebreak) {
        beginEntry();
        token = m_lexer.next();
    }
    switch (token) {
    case Token::Eof:
        return Entry::End;
    case Token::Help:
    case Token::Type:
        return readMetadataLine(token);
    case Token::Comment:
        token = m_lexer.next();
        if (token != Token::Linebreak)
            return unexpectedToken(m_lexer, entryStart(), "linebreak expected after comment", token);
        return Entry::Comment;
    case Token::BraceOpen:
    case Token::MetricName:
        return readSample(token);
    default:
        return unexpectedToken(m_lexer, entryStart(), "expected a valid start token", token);
    }
}

Result<ExpositionParser::Entry> PrometheusTextParser::readMetadataLine(Token keyword)
{
    if (auto error = readMetadata(keyword))
        return *std::move(error);
    const Token token = m_lexer.next();
    if (token != Token::Linebreak)
        return unexpectedToken(m_lexer, entryStart(), "linebreak expected after metadata", token);
    return keyword == Token::Help ? Entry::Help : Entry::Type;
}

Result<ExpositionParser::Entry> PrometheusTextParser::readSample(Token first)
{
    Token token = first;
    if (auto error = readSeries(first, token))
        return *std::move(error);
    if (token != Token::Value)
        return unexpectedToken(m_lexer, entryStart(), "expected value after metric", token);
    auto number = readNumber(m_lexer.tokenText());
    if (!number)
        return std::move(number).error();
    sample().value = *number;

    token = m_lexer.next();
    if (token == Token::Timestamp) {
        if (auto error = readTimestamp())
            return *std::move(error);
        token = m_lexer.next();
        if (token != Token::Linebreak)
            return unexpectedToken(m_lexer, entryStart(), "expected next entry after timestamp", token);
    } else if (token != Token::Linebreak) {
        return unexpectedToken(m_lexer, entryStart(), "expected timestamp or new record", token);
    }
    return Entry::Sample;
}

std::optional<Error> PrometheusTextParser::readTimestamp()
{
    std::string_view digits = m_lexer.tokenText();
    // std::from_chars() knows no plus.
    digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
    std::int64_t milliseconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), milliseconds);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return failureOfToken("strconv.ParseInt: parsing " + goQuoted(digits) + ": value out of range");
    sample().timestampMs = milliseconds;
    return std::nullopt;
}

} // namespace sightglass
