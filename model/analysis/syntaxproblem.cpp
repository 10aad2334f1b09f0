// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/syntaxproblem.h"

#include "parser/base/asciicase.h"
#include "parser/exposition/sampleplaces.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view typeRefusal = "invalid metric type ";

/// The line that could not be read.
struct BadLine
{
    std::string_view message; ///< the parser's
    std::string_view line;    ///< without line feed
    std::size_t at = 0;       ///< where in it the parser stopped; at its end at most
    bool isOpenMetrics = false;
    bool isFirst = false;
    bool isCutOff = false; ///< the body ends in it

    [[nodiscard]] bool says(std::string_view text) const { return message.starts_with(text); }
    [[nodiscard]] std::string_view rest() const { return line.substr(at); }
    [[nodiscard]] char first() const { return at < line.size() ? line[at] : '\n'; }
    [[nodiscard]] char before() const { return at > 0 ? line[at - 1] : '\n'; }
    /// From the place to the next blank; the blanks that OpenMetrics' tokens begin with left out.
    [[nodiscard]] std::string_view word() const
    {
        const std::string_view text = rest();
        const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
        return text.substr(begin, text.find_first_of(blanks, begin) - begin);
    }
    /// The word follows a name without a blank between.
    [[nodiscard]] bool isInName() const
    {
        return at > 0 && at < line.size() && blanks.find(first()) == std::string_view::npos &&
               blanks.find(before()) == std::string_view::npos && before() != '}';
    }
};

bool isOneOf(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), asciiLower(word)) != words.end();
}

bool failsAtNumber(const BadLine &bad)
{
    return bad.says("strconv.Parse") || bad.says("unsupported character in float");
}

bool hasByteOrderMark(const BadLine &bad)
{
    return bad.isFirst && bad.line.starts_with("\xEF\xBB\xBF");
}

bool hasCarriageReturn(const BadLine &bad)
{
    return bad.line.ends_with('\r') &&
           (bad.word().ends_with('\r') || bad.says("invalid metric type") || bad.says("unit "));
}

bool lacksEnd(const BadLine &bad)
{
    return bad.says("data does not end with # EOF");
}

bool isMisspeltEnd(const BadLine &bad)
{
    return bad.isOpenMetrics && looksLikeEnd(bad.line);
}

bool isBehindEnd(const BadLine &bad)
{
    return bad.says("unexpected data after # EOF");
}

bool isCutOff(const BadLine &bad)
{
    return bad.isCutOff && !failsAtNumber(bad) && (bad.at >= bad.line.size() || bad.first() == '"');
}

bool isComment(const BadLine &bad)
{
    return bad.isOpenMetrics && bad.says("expected a valid start token") &&
           (bad.line.empty() || bad.line.starts_with('#'));
}

bool isBlank(char c)
{
    return blanks.find(c) != std::string_view::npos;
}

/// A blank too many, or none where one has to be.
bool hasBlanks(const BadLine &bad)
{
    if (!bad.isOpenMetrics || !bad.says("expected"))
        return false;
    const bool endsInBlank = bad.at == bad.line.size() && isBlank(bad.before());
    const bool lacksBlank =
        bad.says("expected value after metric") && bad.before() == '}' && bad.first() != '\n';
    const bool mayEnd =
        !bad.says("expected comma") || bad.word().starts_with(',') || bad.word().starts_with('}');
    return endsInBlank || lacksBlank || (isBlank(bad.first()) && mayEnd);
}

bool hasSingleQuotes(const BadLine &bad)
{
    return bad.first() == '\'' && bad.says("expected label");
}

bool hasTypographicQuotes(const BadLine &bad)
{
    static constexpr std::array<std::string_view, 7> quotes = {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C",
                                                               "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB",
                                                               "\xC2\xBB"};
    return bad.says("expected label") &&
           std::any_of(quotes.begin(), quotes.end(),
                       [&bad](std::string_view quote) { return bad.rest().starts_with(quote); });
}

bool hasOpenValue(const BadLine &bad)
{
    return bad.first() == '"' && (bad.says("expected label value") || bad.says("expected equal") ||
                                  bad.says("expected label name") || bad.says("expected comma"));
}

bool lacksValue(const BadLine &bad)
{
    const bool ends = bad.first() == '}' || bad.first() == ',';
    return (bad.says("expected label value") || bad.says("expected equal")) && (ends || bad.first() == ':');
}

bool hasBareValue(const BadLine &bad)
{
    return bad.says("expected label value") && bad.at < bad.line.size();
}

bool hasOpenLabels(const BadLine &bad)
{
    const bool inLabels =
        bad.says("expected label") || bad.says("expected equal") || bad.says("expected comma");
    return inLabels && bad.rest().find('}') == std::string_view::npos;
}

bool hasWrongComma(const BadLine &bad)
{
    return bad.says("expected comma or brace close") ||
           (bad.says("expected label name") && (bad.first() == ',' || bad.first() == ';'));
}

bool hasBadLabelName(const BadLine &bad)
{
    return bad.says("expected label name") || bad.says("expected equal");
}

bool hasBadName(const BadLine &bad)
{
    const bool inMetadata = bad.line.starts_with('#') && !bad.says("unit ") && !bad.says("help text") &&
                            (bad.isInName() || bad.says("expected metric name"));
    const bool isStart = bad.says("expected a valid start token") && bad.at < bad.line.size();
    const bool inSample = !bad.line.starts_with('#') && bad.isInName() &&
                          (failsAtNumber(bad) || bad.says("expected value after metric"));
    return inMetadata || isStart || inSample;
}

bool lacksName(const BadLine &bad)
{
    return bad.says("metric name not set") || bad.says("metric name already set");
}

bool isInExemplar(const BadLine &bad)
{
    const std::size_t mark = bad.line.find(" # {");
    return bad.isOpenMetrics && mark < bad.at && mark > 0;
}

bool lacksNumber(const BadLine &bad)
{
    return bad.says("expected value after metric") && bad.word().empty();
}

bool isAtTimestamp(const BadLine &bad)
{
    const SourceSpan value = samplePlaces(bad.line, 0).value;
    const bool isNumber =
        !bad.word().empty() && (std::string(digits) + "+-.").find(bad.word().front()) != std::string::npos;
    const bool isBehind = bad.at >= value.end && value.end > value.begin;
    const bool isRead = bad.says("expected timestamp or new record") && isNumber;
    // Digits that go on as something else: 1.5, 2026-11-21T21:00:00Z.
    const bool goesOn = bad.says("expected next entry after timestamp") && bad.isInName();
    return (isBehind && failsAtNumber(bad)) || bad.says("invalid timestamp") || isRead || goesOn;
}

bool hasExemplarInText(const BadLine &bad)
{
    return !bad.isOpenMetrics && bad.rest().starts_with("# {") && bad.says("expected");
}

bool hasTextBehind(const BadLine &bad)
{
    return bad.says("expected timestamp or new record") || bad.says("expected next entry after timestamp");
}

bool isRanged(const BadLine &bad)
{
    return failsAtNumber(bad) && bad.message.find("value out of range") != std::string_view::npos;
}

bool isBoolean(const BadLine &bad)
{
    static constexpr std::array<std::string_view, 6> words = {"true", "false", "yes", "no", "on", "off"};
    return failsAtNumber(bad) && isOneOf(bad.word(), words);
}

bool isNone(const BadLine &bad)
{
    static constexpr std::array<std::string_view, 8> words = {"null", "none", "nil", "undefined",
                                                              "n/a",  "na",   "-",   "unknown"};
    return failsAtNumber(bad) && isOneOf(bad.word(), words);
}

bool isQuoted(const BadLine &bad)
{
    return failsAtNumber(bad) && bad.word().starts_with('"');
}

/// A number with something between its digits: 1,5 and 1'000 and 1_000.
bool isGrouped(const BadLine &bad)
{
    static constexpr std::string_view separators = ",'_";
    const std::string_view word = bad.word();
    return failsAtNumber(bad) && word.find_first_of(separators) != std::string_view::npos &&
           word.find_first_of(digits) <= 1 &&
           word.find_first_not_of(std::string(digits) + std::string(separators) + "+-.eE") ==
               std::string_view::npos;
}

/// A number with letters or a percent sign behind it.
bool hasUnit(const BadLine &bad)
{
    const std::string_view word = bad.word();
    const std::size_t behind = word.find_first_not_of(std::string(digits) + "+-.,");
    const bool isHex = word.starts_with("0x") || word.starts_with("0X");
    return failsAtNumber(bad) && word.find_first_of(digits) <= 1 && behind != std::string_view::npos &&
           !isHex && word.find_first_of(digits, behind) == std::string_view::npos;
}

bool isBadType(const BadLine &bad)
{
    return isTypeRefusal(bad.message);
}

/// gauge_histogram is no word of Prometheus in any case.
bool isTypeInCapitals(const BadLine &bad)
{
    const auto format =
        bad.isOpenMetrics ? ExpositionFormat::OpenMetricsText : ExpositionFormat::PrometheusText;
    return meantType(bad.message, format).has_value() &&
           asciiLower(bad.message).find("gauge_histogram") == std::string::npos;
}

bool isBadUnit(const BadLine &bad)
{
    return bad.says("unit ");
}

bool isIncomplete(const BadLine &bad)
{
    return bad.says("invalid metric type \"\"") || bad.says("expected text in") ||
           bad.says("expected metric name after") || bad.says("linebreak expected");
}

bool isBadUtf8(const BadLine &bad)
{
    return bad.says("help text") || bad.says("invalid UTF-8");
}

struct Kind
{
    SyntaxProblem problem;
    bool (*is)(const BadLine &);
};

/// The first that fits.
constexpr std::array<Kind, 36> kinds = {{
    {SyntaxProblem::ByteOrderMark, hasByteOrderMark},
    {SyntaxProblem::LineEnds, hasCarriageReturn},
    {SyntaxProblem::EndMissing, lacksEnd},
    {SyntaxProblem::EndMisspelt, isMisspeltEnd},
    {SyntaxProblem::DataAfterEnd, isBehindEnd},
    {SyntaxProblem::Utf8Invalid, isBadUtf8},
    {SyntaxProblem::LineCutOff, isCutOff},
    {SyntaxProblem::OpenMetricsComment, isComment},
    {SyntaxProblem::ExemplarInvalid, isInExemplar},
    {SyntaxProblem::OpenMetricsBlanks, hasBlanks},
    {SyntaxProblem::SingleQuotes, hasSingleQuotes},
    {SyntaxProblem::TypographicQuotes, hasTypographicQuotes},
    {SyntaxProblem::LabelValueOpen, hasOpenValue},
    {SyntaxProblem::LabelWithoutValue, lacksValue},
    {SyntaxProblem::LabelValueUnquoted, hasBareValue},
    {SyntaxProblem::LabelsOpen, hasOpenLabels},
    {SyntaxProblem::LabelComma, hasWrongComma},
    {SyntaxProblem::LabelNameInvalid, hasBadLabelName},
    {SyntaxProblem::MetricNameMissing, lacksName},
    {SyntaxProblem::MetricNameInvalid, hasBadName},
    {SyntaxProblem::ValueMissing, lacksNumber},
    {SyntaxProblem::ExemplarInText, hasExemplarInText},
    {SyntaxProblem::TimestampInvalid, isAtTimestamp},
    {SyntaxProblem::TextBehindValue, hasTextBehind},
    {SyntaxProblem::ValueRange, isRanged},
    {SyntaxProblem::ValueBoolean, isBoolean},
    {SyntaxProblem::ValueNone, isNone},
    {SyntaxProblem::ValueQuoted, isQuoted},
    {SyntaxProblem::ValueSeparators, isGrouped},
    {SyntaxProblem::ValueUnit, hasUnit},
    {SyntaxProblem::ValueNoNumber, failsAtNumber},
    {SyntaxProblem::MetadataIncomplete, isIncomplete},
    {SyntaxProblem::TypeCase, isTypeInCapitals},
    {SyntaxProblem::TypeInvalid, isBadType},
    {SyntaxProblem::UnitSuffix, isBadUnit},
    {SyntaxProblem::ValueMissing, [](const BadLine &bad) { return bad.says("expected value"); }},
}};

bool isMarkup(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> beginnings = {"<!doctype", "<html", "<?xml",
                                                                   "<head",     "<body", "<!--"};
    const std::string start = asciiLower(text.substr(0, 16));
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&start](std::string_view each) { return start.starts_with(each); });
}

/// {"a": …}, [ … ]: a series with a quoted name has no colon behind it.
bool isJson(std::string_view text)
{
    static constexpr std::string_view space = " \t\r\n";
    if (text.starts_with('['))
        return true;
    if (!text.starts_with('{'))
        return false;
    const std::size_t quote = text.find_first_not_of(space, 1);
    if (quote == std::string_view::npos || text[quote] == '}')
        return true;
    if (text[quote] != '"')
        return false;
    const std::size_t behind = text.find_first_not_of(space, endOfQuoted(text, quote));
    return behind != std::string_view::npos && text[behind] == ':';
}

} // namespace

SyntaxProblem bodyProblem(const ExposedPage &page) noexcept
{
    std::string_view text = page.textBody();
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return SyntaxProblem::Utf16;
    if (text.starts_with("\x1F\x8B") || text.starts_with("\x28\xB5\x2F\xFD"))
        return SyntaxProblem::Packed;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (isMarkup(text))
        return SyntaxProblem::Html;
    return isJson(text) ? SyntaxProblem::Json : SyntaxProblem::Other;
}

SyntaxProblem lineProblem(const ExposedPage &page, const ExpositionDiagnostic &refusal)
{
    const std::string_view body = page.textBody();
    const std::size_t place = std::min(refusal.span.begin, body.size());
    const std::size_t before = place == 0 ? std::string_view::npos : body.rfind('\n', place - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(body.find('\n', place), body.size());
    BadLine bad;
    bad.message = refusal.text;
    bad.line = body.substr(begin, end - begin);
    bad.at = place - begin;
    bad.isOpenMetrics = page.format == ExpositionFormat::OpenMetricsText;
    bad.isFirst = begin == 0;
    bad.isCutOff = end == body.size() && begin < end;
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&bad](const Kind &kind) { return kind.is(bad); });
    return found == kinds.end() ? SyntaxProblem::Other : found->problem;
}

bool isTypeRefusal(std::string_view message) noexcept
{
    return message.starts_with(typeRefusal);
}

std::optional<MetricType> meantType(std::string_view message, ExpositionFormat format)
{
    using Format = ExpositionFormat;
    struct Word
    {
        std::string_view quoted;
        MetricType type;
        std::optional<Format> onlyIn;
    };
    static constexpr std::array<Word, 10> words = {{
        {"\"counter\"", MetricType::Counter, {}},
        {"\"gauge\"", MetricType::Gauge, {}},
        {"\"histogram\"", MetricType::Histogram, {}},
        {"\"summary\"", MetricType::Summary, {}},
        {"\"untyped\"", MetricType::Unknown, Format::PrometheusText},
        {"\"gauge_histogram\"", MetricType::GaugeHistogram, Format::PrometheusText},
        {"\"unknown\"", MetricType::Unknown, Format::OpenMetricsText},
        {"\"info\"", MetricType::Info, Format::OpenMetricsText},
        {"\"stateset\"", MetricType::StateSet, Format::OpenMetricsText},
        {"\"gaugehistogram\"", MetricType::GaugeHistogram, Format::OpenMetricsText},
    }};
    if (!isTypeRefusal(message))
        return std::nullopt;
    const std::string word = asciiLower(message.substr(typeRefusal.size()));
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word &each) {
        return each.quoted == word && each.onlyIn.value_or(format) == format;
    });
    return found == words.end() ? std::nullopt : std::optional(found->type);
}

bool looksLikeEnd(std::string_view line)
{
    std::string letters;
    for (const char c : line) {
        if (c != ' ' && c != '\t' && c != '\r')
            letters += asciiLower(c);
    }
    return letters == "#eof";
}

} // namespace sightglass
