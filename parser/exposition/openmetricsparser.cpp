// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/openmetricsparser.h"

#include "parser/base/numbertext.h"
#include "parser/exposition/expositionerror.h"
#include "parser/exposition/labellist.h"

#include <cmath>
#include <limits>

namespace sightglass {

using Token = ExpositionToken;

std::int64_t openMetricsMilliseconds(double seconds) noexcept
{
    const double milliseconds = seconds * 1000.0;
    constexpr double limit = 9223372036854775808.0; // 2^63
    if (!(milliseconds >= -limit && milliseconds < limit))
        return std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(milliseconds);
}

OpenMetricsParser::OpenMetricsParser(std::string_view body, LineScanning scanning, CreatedLineUse created)
    : TextExpositionParser(ExpositionFormat::OpenMetricsText, m_lexer, scanning)
    , m_lexer(body)
    , m_startTimestamps(created == CreatedLineUse::AsStartTimestamps)
{
    if (m_startTimestamps)
        leaveOutSamples();
}

bool OpenMetricsParser::leavesOut() const noexcept
{
    return CreatedLines::isOne(parts().name, metadataType());
}

bool OpenMetricsParser::nextExemplar(ExposedExemplar &out)
{
    if (exemplar() == nullptr || m_exemplarTakenOf == m_exemplarOf)
        return false;
    m_exemplarTakenOf = m_exemplarOf;
    out.labels.clear();
    for (const RawLabel &label : m_exemplar.labels)
        out.labels.push_back({std::string(label.name), std::string(label.value)});
    out.value = m_exemplar.value;
    out.timestampMs = m_exemplar.timestampMs;
    return true;
}

std::optional<std::int64_t> OpenMetricsParser::startTimestampMs() const
{
    if (!m_startTimestamps)
        return std::nullopt;
    return m_created.startOf(parts(), metadataType(), m_lexer.body(), m_lexer.position());
}

std::optional<double> OpenMetricsParser::timestampSeconds() const noexcept
{
    return m_timestampOf == entryOffset() ? std::optional(m_timestampSeconds) : std::nullopt;
}

Result<ExpositionParser::Entry> OpenMetricsParser::readStrictly()
{
    const Token token = m_lexer.next();
    switch (token) {
    case Token::EofWord: {
        const SourceSpan rest{m_lexer.position(), m_lexer.body().size()};
        if (m_lexer.next() != Token::Eof)
            return expositionError(m_lexer, rest, "unexpected data after # EOF");
        return Entry::End;
    }
    case Token::Eof:
        return missingEnd();
    case Token::Help:
    case Token::Type:
    case Token::Unit:
        if (auto error = readMetadata(token))
            return *std::move(error);
        return token == Token::Help ? Entry::Help : token == Token::Type ? Entry::Type : Entry::Unit;
    case Token::BraceOpen:
    case Token::MetricName:
        return readSample(token);
    default:
        return unexpectedToken(m_lexer, entryStart(), "expected a valid start token", token);
    }
}

Result<ExpositionParser::Entry> OpenMetricsParser::readSample(Token first)
{
    Token token = first;
    if (auto error = readSeries(first, token))
        return *std::move(error);
    if (auto error = readEndOfSample(token))
        return *std::move(error);
    return Entry::Sample;
}

std::optional<Error> OpenMetricsParser::readEndOfSample(Token value)
{
    auto number = readValue(value, "expected value after metric");
    if (!number)
        return std::move(number).error();
    sample().value = *number;

    Token token = m_lexer.next();
    if (token == Token::Eof)
        return missingEnd();
    if (token == Token::Comment)
        return readExemplar();
    // Prometheus accepts the sample here whatever else the token is; the next entry then fails.
    if (token != Token::Timestamp)
        return std::nullopt;
    auto timestamp = readTimestamp("timestamp");
    if (!timestamp)
        return std::move(timestamp).error();
    sample().timestampMs = openMetricsMilliseconds(*timestamp);
    m_timestampOf = entryStart();
    m_timestampSeconds = *timestamp;
    token = m_lexer.next();
    if (token == Token::Comment)
        return readExemplar();
    if (token != Token::Linebreak)
        return unexpectedToken(m_lexer, entryStart(), "expected next entry after timestamp", token);
    return std::nullopt;
}

std::optional<Error> OpenMetricsParser::readExemplar()
{
    m_exemplar.name = {};
    m_exemplar.labels.clear();
    m_exemplar.timestampMs.reset();
    const std::size_t brace = m_lexer.position() - 1;
    if (auto error = readLabelList(m_lexer, entryStart(), LabelListKind::Exemplar, m_exemplar))
        return error;
    m_exemplar.series = m_lexer.view(brace, m_lexer.position());
    auto number = readValue(m_lexer.next(), "expected value after exemplar labels");
    if (!number)
        return std::move(number).error();
    m_exemplar.value = *number;
    m_exemplarOf = entryStart();

    Token token = m_lexer.next();
    if (token == Token::Eof)
        return missingEnd();
    if (token == Token::Linebreak)
        return std::nullopt;
    if (token != Token::Timestamp)
        return unexpectedToken(m_lexer, entryStart(), "expected timestamp or comment", token);
    auto timestamp = readTimestamp("exemplar timestamp");
    if (!timestamp)
        return std::move(timestamp).error();
    m_exemplar.timestampMs = openMetricsMilliseconds(*timestamp);
    token = m_lexer.next();
    if (token != Token::Linebreak)
        return unexpectedToken(m_lexer, entryStart(), "expected next entry after exemplar timestamp", token);
    return std::nullopt;
}

Result<double> OpenMetricsParser::readValue(Token token, std::string_view expectation)
{
    if (token != Token::Value)
        return unexpectedToken(m_lexer, entryStart(), expectation, token);
    return readNumber(m_lexer.tokenText().substr(1));
}

Result<double> OpenMetricsParser::readTimestamp(std::string_view what)
{
    auto seconds = readNumber(m_lexer.tokenText().substr(1));
    if (!seconds)
        return std::move(seconds).error();
    if (!std::isfinite(*seconds)) {
        std::string text = "invalid ";
        text += what;
        return expositionError(m_lexer, tokenSpan(m_lexer), text + ' ' + formatFloat(*seconds));
    }
    return *seconds;
}

Error OpenMetricsParser::missingEnd() const
{
    const std::size_t end = m_lexer.body().size();
    return expositionError(m_lexer, {end, end}, "data does not end with # EOF");
}

} // namespace sightglass
