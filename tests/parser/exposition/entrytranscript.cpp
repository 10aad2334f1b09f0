// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/openmetricsparser.h"
#include "parser/exposition/prometheustextparser.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace sightglass::test {

namespace {

std::string place(SourcePosition position)
{
    return std::to_string(position.line) + ':' + std::to_string(position.column);
}

std::string numberText(double value)
{
    constexpr std::uint64_t canonical = 0x7FF8000000000001;
    if (std::isnan(value) && std::bit_cast<std::uint64_t>(value) != canonical)
        return "NaN with bits " + std::to_string(std::bit_cast<std::uint64_t>(value));
    return formatFloat(value);
}

std::string seriesText(const ExpositionParser &parser)
{
    std::string text = goQuoted(parser.seriesText());
    std::vector<Label> labels;
    parser.decodeLabels(labels);
    for (const Label &label : labels)
        text += ' ' + goQuoted(label.name) + '=' + goQuoted(label.value);
    return text;
}

std::string bucketsText(const NativeBuckets &buckets)
{
    std::string text = "[";
    forEachBucket(buckets, [&text](std::int32_t index, double count) {
        text += (text.size() > 1 ? " " : "") + std::to_string(index) + ':' + formatFloat(count);
    });
    return text + ']';
}

std::string exemplarsText(ExpositionParser &parser)
{
    std::string text;
    ExposedExemplar exemplar;
    while (parser.nextExemplar(exemplar)) {
        text += " exemplar {";
        for (const Label &label : exemplar.labels)
            text += (text.ends_with('{') ? "" : ",") + label.name + '=' + goQuoted(label.value);
        text += "} " + numberText(exemplar.value);
        if (exemplar.timestampMs)
            text += '@' + std::to_string(*exemplar.timestampMs);
    }
    return text;
}

std::string sampleText(ExpositionParser &parser, std::string value)
{
    std::string text = seriesText(parser) + " value " + std::move(value);
    if (parser.timestampMs())
        text += " at " + std::to_string(*parser.timestampMs());
    if (const auto start = parser.startTimestampMs())
        text += " since " + std::to_string(*start);
    return text + exemplarsText(parser);
}

std::string entryText(ExpositionParser &parser, ExpositionParser::Entry entry)
{
    const std::string name = goQuoted(parser.metadataName());
    switch (entry) {
    case ExpositionParser::Entry::Sample:
        return "sample " + sampleText(parser, numberText(parser.value()));
    case ExpositionParser::Entry::Histogram:
        return "histogram " + sampleText(parser, histogramText(parser.histogram()));
    case ExpositionParser::Entry::Help:
        return "help " + name + ' ' + goQuoted(parser.metadataText());
    case ExpositionParser::Entry::Unit:
        return "unit " + name + ' ' + goQuoted(parser.metadataText());
    case ExpositionParser::Entry::Type:
        return "type " + name + ' ' + std::string(metricTypeName(parser.metadataType()));
    case ExpositionParser::Entry::Comment:
        return "comment";
    case ExpositionParser::Entry::End:
        break;
    }
    return "end";
}

std::string errorText(const Error &error)
{
    return "error " + place(error.position) + " [" + std::to_string(error.span.begin) + ',' +
           std::to_string(error.span.end) + ") " + plainText(error);
}

/// What next() and the accessors say; `line` is the entry's line of the transcript.
bool readLine(ExpositionParser &parser, std::string &line)
{
    const auto entry = parser.next();
    if (!entry) {
        line = errorText(entry.error());
        return false;
    }
    const bool goesOn = *entry != ExpositionParser::Entry::End;
    line = goesOn ? place(parser.position()) + ' ' + entryText(parser, *entry) : "end";
    return goesOn;
}

std::vector<std::string> transcribeExpecting(ExpositionParser &parser, const std::vector<std::string> &texts)
{
    std::vector<std::string> lines;
    std::size_t expected = 0;
    std::string hint; // overwritten, so that a parser which keeps it is found out
    for (bool goesOn = true; goesOn;) {
        const bool some = expected < texts.size();
        hint = some ? texts[expected] : std::string();
        if (lines.size() % 8 != 7)
            parser.expectSeries(hint);
        goesOn = readLine(parser, lines.emplace_back());
        if (some && parser.isExpected() && parser.seriesText() != texts[expected])
            lines.back() += " which is not the one that was expected";
        if (lines.back().find(" sample ") == std::string::npos)
            continue;
        // Where another one came, the one behind it is expected, as by who looks it up.
        const auto found = std::find(texts.begin(), texts.end(), parser.seriesText());
        expected = found == texts.end() ? expected : static_cast<std::size_t>(found - texts.begin()) + 1;
    }
    return lines;
}

std::string firstDifference(const std::vector<std::string> &fast, const std::vector<std::string> &strict)
{
    for (std::size_t i = 0; i < std::max(fast.size(), strict.size()); ++i) {
        const std::string a = i < fast.size() ? fast[i] : "nothing";
        const std::string b = i < strict.size() ? strict[i] : "nothing";
        if (a != b)
            return "fast path: " + a + "\nstrict path: " + b;
    }
    return {};
}

template<typename Parser>
std::vector<std::string> transcribeWith(std::string_view body, LineScanning scanning)
{
    Parser parser(body, scanning);
    return transcribe(parser);
}

template<typename Parser>
std::string difference(std::string_view body)
{
    return firstDifference(transcribeWith<Parser>(body, LineScanning::Fast),
                           transcribeWith<Parser>(body, LineScanning::StrictOnly));
}

template<typename Parser>
std::string differenceOfExpectingWith(std::string_view body, const std::vector<std::string> &texts)
{
    Parser parser(body, LineScanning::Fast);
    return firstDifference(transcribeExpecting(parser, texts),
                           transcribeWith<Parser>(body, LineScanning::StrictOnly));
}

} // namespace

std::string histogramText(const NativeHistogram &histogram)
{
    std::string text = histogram.isFloat ? "{float" : "{integer";
    text += histogram.isGauge ? " gauge" : "";
    text += " schema " + std::to_string(histogram.schema) + " count " + numberText(histogram.totalCount()) +
            " sum " + numberText(histogram.sum) + " zero " + numberText(histogram.zeroBucketCount()) + '/' +
            numberText(histogram.zeroThreshold);
    text += " positive " + bucketsText(histogram.positive) + " negative " + bucketsText(histogram.negative);
    if (!histogram.customBounds.empty())
        text += " bounds";
    for (const double bound : histogram.customBounds)
        text += ' ' + formatFloat(bound);
    return text + '}';
}

std::vector<std::string> transcribe(ExpositionParser &parser)
{
    std::vector<std::string> lines;
    while (readLine(parser, lines.emplace_back())) {
    }
    return lines;
}

std::vector<std::string> seriesTexts(ExpositionFormat format, std::string_view body)
{
    const auto parser = createExpositionParser(format, body);
    std::vector<std::string> texts;
    for (auto entry = parser->next(); entry && *entry != ExpositionParser::Entry::End;
         entry = parser->next()) {
        if (*entry == ExpositionParser::Entry::Sample)
            texts.emplace_back(parser->seriesText());
    }
    return texts;
}

std::string differenceOfPaths(ExpositionFormat format, std::string_view body)
{
    return format == ExpositionFormat::OpenMetricsText ? difference<OpenMetricsParser>(body)
                                                       : difference<PrometheusTextParser>(body);
}

std::string differenceOfExpecting(ExpositionFormat format, std::string_view body,
                                  const std::vector<std::string> &texts)
{
    return format == ExpositionFormat::OpenMetricsText
               ? differenceOfExpectingWith<OpenMetricsParser>(body, texts)
               : differenceOfExpectingWith<PrometheusTextParser>(body, texts);
}

} // namespace sightglass::test
