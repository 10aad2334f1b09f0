// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/linesyntax.h"

#include "parser/exposition/sampleplaces.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::string_view quotedName = "quoted-name";

/// `begin`: where the parts' text begins in the body.
void checkLabels(const SampleParts &parts, std::size_t begin, DiagnosticSink &sink)
{
    if (parts.series.ends_with(",}")) {
        const std::size_t brace = begin + parts.series.size() - 1;
        sink.wrong("trailing-comma", {brace - 1, brace}, "a comma before the closing brace");
    }
    // The views point into the line: a quoted name has its quote before it.
    const auto quoted = std::find_if(parts.labels.begin(), parts.labels.end(),
                                     [](const RawLabel &label) { return label.name.data()[-1] == '"'; });
    if (quoted == parts.labels.end())
        return;
    const std::size_t quote = begin + static_cast<std::size_t>(quoted->name.data() - parts.series.data()) - 1;
    sink.wrong(quotedName, {quote, quote + quoted->name.size() + 2},
               "a quoted label name, which OpenMetrics 1.0 does not have");
}

/// `begin`: where the text begins in the body.
void checkText(std::string_view text, std::size_t begin, DiagnosticSink &sink)
{
    const auto place = [begin](std::size_t at) { return SourceSpan{begin + at, begin + at + 1}; };
    if (const std::size_t at = text.find('\n'); at != std::string_view::npos)
        sink.wrong("line-feed", place(at), "a line feed inside a line");
    if (text.ends_with('\r'))
        sink.wrong("carriage-return", place(text.size() - 1),
                   "lines must end in a line feed, without a carriage return");
    // Readers in the wild take both, the suite of OpenMetrics itself among them.
    constexpr auto advice = DiagnosticSeverity::Advice;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            return sink.add(advice, "unescaped-quote", place(i),
                            "a quote that is not escaped by a backslash");
        if (text[i] == '\\' && ++i == text.size())
            return sink.add(advice, "lone-backslash", place(i - 1), "a backslash at the end of the line");
    }
}

} // namespace

void checkSampleSyntax(const SampleParts &sample, const SampleParts *exemplar, SourceSpan span,
                       DiagnosticSink &sink)
{
    const auto placeOf = [&](std::string_view text) {
        return span.begin + static_cast<std::size_t>(text.data() - sample.series.data());
    };
    if (sample.series.starts_with('{'))
        sink.wrong(quotedName, {placeOf(sample.name) - 1, placeOf(sample.name) + sample.name.size() + 1},
                   "a quoted metric name, which OpenMetrics 1.0 does not have");
    checkLabels(sample, placeOf(sample.series), sink);
    if (exemplar != nullptr)
        checkLabels(*exemplar, placeOf(exemplar->series), sink);
}

void checkMetadataSyntax(std::string_view line, SourceSpan span, DiagnosticSink &sink)
{
    constexpr std::size_t keyword = std::string_view("# HELP ").size();
    std::string_view rest = line.substr(std::min(keyword, line.size()));
    if (rest.ends_with('\n'))
        rest.remove_suffix(1);
    const std::size_t name = span.begin + keyword;
    if (rest.starts_with('"')) {
        sink.wrong(quotedName, {name, name + endOfQuoted(rest, 0)},
                   "a quoted metric name, which OpenMetrics 1.0 does not have");
        return;
    }
    const std::size_t text = std::min(rest.find(' ') + 1, rest.size());
    if (line.starts_with("# HELP "))
        checkText(rest.substr(text), name + text, sink);
}

} // namespace sightglass
