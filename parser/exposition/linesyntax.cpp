// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/linesyntax.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::string_view quotedName = "quoted-name";

void checkLabels(const SampleParts &parts, SourceSpan span, DiagnosticSink &sink)
{
    if (parts.series.ends_with(",}"))
        sink.wrong("trailing-comma", span, "a comma before the closing brace");
    // The views point into the line: a quoted name has its quote before it.
    const bool quoted = std::any_of(parts.labels.begin(), parts.labels.end(),
                                    [](const RawLabel &label) { return label.name.data()[-1] == '"'; });
    if (quoted)
        sink.wrong(quotedName, span, "a quoted label name, which OpenMetrics 1.0 does not have");
}

void checkText(std::string_view text, SourceSpan span, DiagnosticSink &sink)
{
    if (text.find('\n') != std::string_view::npos)
        sink.wrong("line-feed", span, "a line feed inside a line");
    if (text.ends_with('\r'))
        sink.wrong("carriage-return", span, "lines must end in a line feed, without a carriage return");
    // Readers in the wild take both, the suite of OpenMetrics itself among them.
    constexpr auto advice = DiagnosticSeverity::Advice;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            return sink.add(advice, "unescaped-quote", span, "a quote that is not escaped by a backslash");
        if (text[i] == '\\' && ++i == text.size())
            return sink.add(advice, "lone-backslash", span, "a backslash at the end of the line");
    }
}

} // namespace

void checkSampleSyntax(const SampleParts &sample, const SampleParts *exemplar, SourceSpan span,
                       DiagnosticSink &sink)
{
    if (sample.series.starts_with('{'))
        sink.wrong(quotedName, span, "a quoted metric name, which OpenMetrics 1.0 does not have");
    checkLabels(sample, span, sink);
    if (exemplar != nullptr)
        checkLabels(*exemplar, span, sink);
}

void checkMetadataSyntax(std::string_view line, SourceSpan span, DiagnosticSink &sink)
{
    constexpr std::size_t keyword = std::string_view("# HELP ").size();
    std::string_view rest = line.substr(std::min(keyword, line.size()));
    if (rest.ends_with('\n'))
        rest.remove_suffix(1);
    if (rest.starts_with('"')) {
        sink.wrong(quotedName, span, "a quoted metric name, which OpenMetrics 1.0 does not have");
        return;
    }
    if (line.starts_with("# HELP "))
        checkText(rest.substr(std::min(rest.find(' ') + 1, rest.size())), span, sink);
}

} // namespace sightglass
