// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/textexpositionparser.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/base/trimmed.h"
#include "parser/exposition/expositionerror.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/labellist.h"
#include "parser/exposition/regularline.h"
#include "parser/exposition/sampleplaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace sightglass {

using Token = ExpositionToken;

namespace {

struct TypeWord
{
    std::string_view word;
    MetricType type;
    std::optional<ExpositionFormat> onlyIn;
};

constexpr std::array<TypeWord, 9> typeWords = {{
    {"counter", MetricType::Counter, std::nullopt},
    {"gauge", MetricType::Gauge, std::nullopt},
    {"histogram", MetricType::Histogram, std::nullopt},
    {"summary", MetricType::Summary, std::nullopt},
    {"untyped", MetricType::Unknown, ExpositionFormat::PrometheusText},
    {"unknown", MetricType::Unknown, ExpositionFormat::OpenMetricsText},
    {"gaugehistogram", MetricType::GaugeHistogram, ExpositionFormat::OpenMetricsText},
    {"info", MetricType::Info, ExpositionFormat::OpenMetricsText},
    {"stateset", MetricType::StateSet, ExpositionFormat::OpenMetricsText},
}};

std::optional<MetricType> typeOf(std::string_view word, ExpositionFormat format) noexcept
{
    for (const TypeWord &candidate : typeWords) {
        if (candidate.word == word && candidate.onlyIn.value_or(format) == format)
            return candidate.type;
    }
    return std::nullopt;
}

} // namespace

TextExpositionParser::TextExpositionParser(ExpositionFormat format, ExpositionLexer &lexer,
                                           LineScanning scanning) noexcept
    : m_format(format)
    , m_lexer(lexer)
    , m_scanning(scanning)
{}

Result<ExpositionParser::Entry> TextExpositionParser::next()
{
    if (!m_leaveOut)
        return readEntry();
    Result<Entry> entry = readEntry();
    while (entry && *entry == Entry::Sample && leavesOut())
        entry = readEntry();
    return entry;
}

bool TextExpositionParser::resume()
{
    if (!m_final || m_final->ok())
        return false;
    // The line of the token that the error is about, which may be behind the one where the entry began.
    const std::string_view body = m_lexer.body();
    const std::size_t error = m_final->error().span.begin;
    // A quote that is not closed has swallowed lines that may be good.
    const auto open = openLabelValue(body, m_entryStart, error);
    const std::size_t lineFeed = body.find('\n', open ? open->end : std::max(m_entryStart, error));
    if (lineFeed == std::string_view::npos)
        return false;
    m_lexer.moveToLineStart(lineFeed + 1);
    m_final.reset();
    return true;
}

Result<ExpositionParser::Entry> TextExpositionParser::readEntry()
{
    if (m_final)
        return *m_final;
    beginEntry();
    m_isExpected = false;
    const std::string_view expected = std::exchange(m_expected, {});
    if (m_scanning == LineScanning::Fast && m_lexer.atLineStart()) {
        if (const auto entry = readRegularLine(expected))
            return *entry;
    }
    m_sample.name = {};
    m_sample.labels.clear();
    m_sample.timestampMs.reset();
    Result<Entry> entry = readStrictly();
    if (!entry || *entry == Entry::End)
        m_final = entry;
    return entry;
}

std::optional<ExpositionParser::Entry> TextExpositionParser::readRegularLine(std::string_view expected)
{
    const std::string_view body = m_lexer.body();
    if (m_entryStart >= body.size())
        return std::nullopt;
    const char *const line = body.data() + m_entryStart;
    const char *const end = body.data() + body.size();
    if (*line == '#')
        return readRegularMetadata(line, end);
    const char *next = readExpectedLine(line, end, expected);
    if (next == nullptr)
        next = scanRegularSample(line, end, m_sample);
    if (next == nullptr || (m_format == ExpositionFormat::OpenMetricsText && m_sample.timestampMs))
        return std::nullopt;
    m_lexer.moveToLineStart(static_cast<std::size_t>(next - body.data()));
    return Entry::Sample;
}

const char *TextExpositionParser::readExpectedLine(const char *line, const char *end,
                                                   std::string_view expected) noexcept
{
    // Samples that may have to be left out are known by their names.
    if (expected.empty() || m_leaveOut || static_cast<std::size_t>(end - line) <= expected.size() ||
        std::memcmp(line, expected.data(), expected.size()) != 0)
        return nullptr;
    const char *const next = scanRegularNumbers(line + expected.size(), end, m_sample);
    if (next == nullptr || (m_format == ExpositionFormat::OpenMetricsText && m_sample.timestampMs))
        return nullptr;
    m_isExpected = true;
    m_sample.series = {line, expected.size()};
    m_sample.name = {};
    m_sample.labels.clear();
    return next;
}

std::optional<SampleParts> TextExpositionParser::partsOfExpected() const
{
    // As it was read the first time, with a line around it that is like the one it had then.
    const bool openMetrics = m_format == ExpositionFormat::OpenMetricsText;
    const std::string line = std::string(m_sample.series) + (openMetrics ? " 0\n# EOF\n" : " 0\n");
    const auto parser = createExpositionParser(m_format, line);
    const auto entry = parser->next();
    if (!entry || *entry != Entry::Sample)
        return std::nullopt;
    SampleParts parts = static_cast<const TextExpositionParser &>(*parser).parts();
    // Views into the line, as views into the series text.
    const auto moved = [&](std::string_view &view) {
        if (!view.empty())
            view = m_sample.series.substr(static_cast<std::size_t>(view.data() - line.data()), view.size());
    };
    moved(parts.name);
    for (RawLabel &label : parts.labels) {
        moved(label.name);
        moved(label.value);
    }
    return parts;
}

std::optional<ExpositionParser::Entry> TextExpositionParser::readRegularMetadata(const char *line,
                                                                                 const char *end)
{
    MetadataParts parts;
    const char *const next = scanRegularMetadata(line, end, parts);
    if (next == nullptr)
        return std::nullopt;
    const bool help = parts.keyword == MetadataParts::Keyword::Help;
    // A refusal is repeated by the strict path, which has the token that the error is about.
    if (acceptMetadata(help ? Token::Help : Token::Type, parts.name, parts.text))
        return std::nullopt;
    m_lexer.moveToLineStart(static_cast<std::size_t>(next - m_lexer.body().data()));
    return help ? Entry::Help : Entry::Type;
}

std::optional<Error> TextExpositionParser::readSeries(Token first, Token &after)
{
    if (first == Token::MetricName) {
        m_sample.name = m_lexer.view(m_entryStart, m_lexer.position());
        m_sample.series = m_sample.name;
        after = m_lexer.next();
        if (after != Token::BraceOpen)
            return std::nullopt;
    }
    const auto kind = m_format == ExpositionFormat::PrometheusText ? LabelListKind::PrometheusText
                                                                   : LabelListKind::OpenMetrics;
    if (auto error = readLabelList(m_lexer, m_entryStart, kind, m_sample))
        return error;
    m_sample.series = m_lexer.view(m_entryStart, m_lexer.position());
    after = m_lexer.next();
    if (!hasName(m_sample))
        return failureOfToken("metric name not set");
    return std::nullopt;
}

std::optional<Error> TextExpositionParser::readMetadata(Token keyword)
{
    Token token = m_lexer.next();
    if (token != Token::MetricName) {
        const std::string expectation = "expected metric name after " + std::string(tokenName(keyword));
        return unexpectedToken(m_lexer, m_entryStart, expectation, token);
    }
    std::string_view name = m_lexer.tokenText();
    if (name.front() == '"')
        name = name.substr(1, name.size() - 2);

    token = m_lexer.next();
    if (token != Token::Text)
        return expositionError(m_lexer, tokenSpan(m_lexer),
                               "expected text in " + std::string(tokenName(keyword)));
    std::string_view text = m_lexer.tokenText();
    text.remove_prefix(text.empty() ? 0 : 1);
    if (m_format == ExpositionFormat::OpenMetricsText)
        text.remove_suffix(text.empty() ? 0 : 1);
    if (auto reason = acceptMetadata(keyword, name, text))
        return expositionError(m_lexer, tokenSpan(m_lexer), std::move(*reason));
    return std::nullopt;
}

std::optional<std::string> TextExpositionParser::acceptMetadata(Token keyword, std::string_view name,
                                                                std::string_view text)
{
    m_metadataName = name;
    if (keyword == Token::Help)
        return acceptHelp(text);
    if (keyword == Token::Type) {
        if (m_trimTypes)
            text = trimmed(text, " \t");
        const auto type = typeOf(text, m_format);
        if (!type)
            return "invalid metric type " + goQuoted(text);
        m_typeInForce = *type;
    } else if (!text.empty() && !isUnitOf(text, name)) {
        return "unit " + goQuoted(text) + " not a suffix of metric " + goQuoted(name);
    }
    m_metadataText = text;
    return std::nullopt;
}

std::optional<std::string> TextExpositionParser::acceptHelp(std::string_view text)
{
    if (!isValidUtf8(text))
        return "help text " + goQuoted(text) + " is not a valid utf8 string";
    m_metadataText = text;
    if (text.find('\\') != std::string_view::npos) {
        const bool openMetrics = m_format == ExpositionFormat::OpenMetricsText;
        resolveEscapes(text, m_unescapedHelp, openMetrics ? labelEscapes : helpEscapes);
        m_metadataText = m_unescapedHelp;
    }
    return std::nullopt;
}

Result<double> TextExpositionParser::readNumber(std::string_view text) const
{
    const auto number = parseFloat(text);
    if (!number)
        return failureOfToken(floatFailure(text));
    return std::isnan(*number) ? exposedNaN() : *number;
}

Error TextExpositionParser::failureOfToken(std::string reason) const
{
    reason += whileParsing(m_lexer, {m_entryStart, m_lexer.position()});
    return expositionError(m_lexer, tokenSpan(m_lexer), std::move(reason));
}

void TextExpositionParser::decodeLabels(std::vector<Label> &out) const
{
    if (!m_isExpected)
        decodeSampleLabels(m_sample, m_typeInForce, out);
    else if (const auto parts = partsOfExpected())
        decodeSampleLabels(*parts, m_typeInForce, out);
}

SourcePosition TextExpositionParser::position() const noexcept
{
    const std::string_view body = m_lexer.body();
    const std::size_t target = std::min(m_entryStart, body.size());
    for (; m_counted.offset < target; ++m_counted.offset) {
        if (body[m_counted.offset] == '\n') {
            ++m_counted.line;
            m_counted.lineStart = m_counted.offset + 1;
        }
    }
    return {m_counted.line, static_cast<std::uint32_t>(target - m_counted.lineStart + 1)};
}

} // namespace sightglass
