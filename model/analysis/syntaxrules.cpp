// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "model/analysis/syntaxproblem.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view refused = "Prometheus stops here and takes nothing of the page: up is 0.";

/// The message is the parser's own.
constexpr FindingRule refusal(std::string_view id, std::string_view remedy, std::string_view message = "%1")
{
    return {id, DiagnosticSeverity::Rejected, message, refused, remedy};
}

// In the order of SyntaxProblem.
constexpr std::array<FindingRule, syntaxProblemCount> rules = {{
    refusal("syntax", "Write the line as the format has it."),
    refusal("body-html", "Look at path and port: a page for browsers is no exposition; most serve /metrics.",
            "the body is HTML or XML, not an exposition"),
    refusal("body-json", "Look at the path, or put an exporter between: JSON is no exposition.",
            "the body is JSON, not an exposition"),
    refusal("body-utf16", "Write the page in UTF-8.", "the body is UTF-16"),
    refusal("body-packed", "Send Content-Encoding: gzip with packed bodies, or send them as they are.",
            "the body is packed, and no Content-Encoding says so"),
    refusal("byte-order-mark", "Write UTF-8 without the byte order mark (BOM) at the beginning.",
            "the page begins with a byte order mark"),
    refusal("crlf", "End lines in a line feed alone.", "lines end in carriage return and line feed"),
    refusal("eof", "End the page with one line # EOF."),
    refusal("eof-spelling",
            "Write # EOF in capitals, with one blank between and nothing behind it, as the last line."),
    refusal("data-after-eof", "Leave out what is behind # EOF: it is the last line."),
    refusal("line-cut-off", "Send the page to its end: the last line is cut off. Look at what writes it, at "
                            "Content-Length and at proxies between."),
    refusal("openmetrics-comment",
            "Leave out empty lines and comments, which OpenMetrics does not have, or send "
            "Content-Type: text/plain; version=0.0.4."),
    refusal("openmetrics-blanks",
            "Separate with exactly one blank: OpenMetrics takes no tabs, and no blanks at "
            "either end of a line."),
    refusal("single-quotes", "Put label values into double quotes: name=\"value\"."),
    refusal("typographic-quotes", "Put label values into straight double quotes: name=\"value\"."),
    refusal("label-value-unquoted", "Put the label's value into double quotes: name=\"value\"."),
    refusal("label-value-open",
            "Close the label's value with a double quote; write a quote in it as \\\" and a "
            "line feed as \\n."),
    refusal("label-without-value", "Write every label as name=\"value\"."),
    refusal("label-name-invalid",
            "Let label names be letters, digits and underscores, without a digit at the "
            "beginning; other names stand in double quotes."),
    refusal("label-comma", "Put exactly one comma between two labels."),
    refusal("labels-open", "Close the labels with } before the value."),
    refusal("metric-name-invalid",
            "Let metric names be letters, digits, underscores and colons, without a digit at "
            "the beginning; other names stand in braces: {\"a.b\"} 1."),
    refusal("metric-name-missing",
            "Give every series one name: before the braces, or in quotes between them."),
    refusal("value-missing", "Write the value behind the name, after a blank."),
    refusal("value-separators", "Write numbers with a decimal point and without grouping: 1234.5."),
    refusal("value-unit",
            "Write the number alone, in the base unit: 0.25, not 250ms; percent as a fraction."),
    refusal("value-boolean", "Write 1 for true and 0 for false."),
    refusal("value-none", "Leave the line out where there is no value, or write NaN."),
    refusal("value-quoted", "Write the number without quotes."),
    refusal("value-range", "Write numbers up to 1.8e308, or +Inf."),
    refusal("value-no-number",
            "Write one number behind the name: digits with a point or exponent, NaN, +Inf or "
            "-Inf. Texts belong into labels."),
    refusal("timestamp-invalid",
            "Write the time since 1970 as one number, in the text format whole milliseconds "
            "without a sign, in OpenMetrics seconds; or leave it out."),
    refusal("exemplar-in-text", "Serve exemplars as OpenMetrics: the text format has none."),
    refusal("exemplar-invalid",
            "Write exemplars as # {trace_id=\"…\"} with a value, and a time if there is one."),
    refusal("text-behind-value",
            "End the line behind value and timestamp; remarks are lines of their own that "
            "begin with #."),
    refusal("type-case",
            "Write the type in lower case: counter, gauge, histogram or summary. promtool reads it in any."),
    refusal("type-invalid",
            "Write counter, gauge, histogram or summary; untyped in the text format alone, and "
            "unknown, info, stateset and gaugehistogram in OpenMetrics alone."),
    refusal("unit-suffix",
            "Let the name end in an underscore and the unit, _total left out, or drop the UNIT "
            "line."),
    refusal("metadata-incomplete", "Write keyword, name and text with a blank between: # TYPE name counter."),
    refusal("utf8-invalid", "Write names, label values and HELP in UTF-8."),
}};
static_assert(rules.back().id == "utf8-invalid");

const FindingRule &ruleOf(SyntaxProblem problem)
{
    return rules[static_cast<std::size_t>(problem)];
}

/// The carriage return at the end of the line around this place.
SourceSpan lineEndOf(std::string_view body, std::size_t place)
{
    const std::size_t end = std::min(body.find('\n', place), body.size());
    return {std::max(end, std::size_t{1}) - 1, end};
}

} // namespace

RuleSet syntaxRules()
{
    static constexpr auto pointers = pointersTo(rules);
    return {pointers, {}, {}};
}

void reportRefusals(const Examination &in, std::span<const ExpositionDiagnostic> refusals, FindingSink &sink)
{
    if (refusals.empty())
        return;
    const std::string_view body = in.page.textBody();
    // What is no exposition at all has not one error per line.
    if (const SyntaxProblem problem = bodyProblem(in.page); problem != SyntaxProblem::Other)
        return sink.report(ruleOf(problem), {{0, std::min(body.find('\n'), body.size())}});
    bool saidLineEnds = false;
    bool saidEnd = false;
    for (const ExpositionDiagnostic &refusal : refusals) {
        const SyntaxProblem problem = lineProblem(in.page, refusal);
        saidEnd = saidEnd || problem == SyntaxProblem::EndMisspelt;
        if (problem == SyntaxProblem::EndMissing && saidEnd)
            continue;
        const FindingSubject subject{refusal.span, nameOnLine(body, refusal.span.begin), {}};
        if (problem != SyntaxProblem::LineEnds)
            sink.report(ruleOf(problem), subject, {refusal.text});
        else if (!std::exchange(saidLineEnds, true))
            sink.report(ruleOf(problem), {lineEndOf(body, refusal.span.begin), subject.metric, {}});
    }
}

void reportRefusals(std::span<const Error> refusals, FindingSink &sink)
{
    for (const Error &error : refusals)
        sink.report(ruleOf(SyntaxProblem::Other), {error.span}, {plainText(error)});
}

} // namespace sightglass
