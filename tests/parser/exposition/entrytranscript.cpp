// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/openmetricsparser.h"
#include "parser/exposition/prometheustextparser.h"

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

template<typename Parser>
std::vector<std::string> transcribeWith(std::string_view body, LineScanning scanning)
{
    Parser parser(body, scanning);
    return transcribe(parser);
}

template<typename Parser>
std::string difference(std::string_view body)
{
    const auto fast = transcribeWith<Parser>(body, LineScanning::Fast);
    const auto strict = transcribeWith<Parser>(body, LineScanning::StrictOnly);
    for (std::size_t i = 0; i < std::max(fast.size(), strict.size()); ++i) {
        const std::string a = i < fast.size() ? fast[i] : "nothing";
        const std::string b = i < strict.size() ? strict[i] : "nothing";
        if (a != b)
            return "fast path: " + a + "\nstrict path: " + b;
    }
    return {};
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
    while (true) {
        const auto entry = parser.next();
        if (!entry) {
            lines.push_back(errorText(entry.error()));
            return lines;
        }
        if (*entry == ExpositionParser::Entry::End) {
            lines.emplace_back("end");
            return lines;
        }
        lines.push_back(place(parser.position()) + ' ' + entryText(parser, *entry));
    }
}

std::string differenceOfPaths(ExpositionFormat format, std::string_view body)
{
    return format == ExpositionFormat::OpenMetricsText ? difference<OpenMetricsParser>(body)
                                                       : difference<PrometheusTextParser>(body);
}

} // namespace sightglass::test
