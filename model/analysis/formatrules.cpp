// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "model/analysis/syntaxproblem.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/formatdetection.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity rejected = DiagnosticSeverity::Rejected;
constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::size_t mostDiagnostics = 200'000;

constexpr std::string_view refused = "Prometheus stops here and takes nothing of the page: up is 0.";
constexpr std::string_view takesIt = "Prometheus takes it; stricter readers refuse the page.";
constexpr std::string_view ignores = "Prometheus takes it as it is.";

// Messages are those of the parser and its strict checks.
constexpr std::array<FindingRule, 43> rules = {{
    {"invalid-series", rejected, "%1", refused, "Give the series a name, and every label once."},
    {"invalid-histogram", rejected, "%1", refused, "Let counts, spans and buckets agree."},
    {"invalid-passed-histogram", wrong, "%1",
     "Prometheus takes the classic series and does not look at the native part; with "
     "scrape_native_histograms: true it takes nothing of the page: up is 0.",
     "Let counts, spans and buckets agree."},
    {"missing-comma", wrong, "%1", takesIt, "Put a comma between labels."},
    {"missing-final-newline", wrong, "%1", takesIt, "End the last line in a line feed."},
    {"interleaved-families", wrong, "%1", "Prometheus takes it; metadata may be read for the wrong samples.",
     "Write all lines of a metric one after another."},
    {"interleaved-metrics", wrong, "%1", takesIt, "Write all samples of a label set one after another."},
    {"metadata-after-samples", wrong, "%1", "Prometheus reads the samples before it without their type.",
     "Write TYPE, UNIT and HELP before the samples."},
    {"metadata-name-invalid", wrong, "%1",
     "Prometheus files the line under the part of the name that it can read; promtool refuses the page.",
     "Let metric names be letters, digits, underscores and colons in lines of HELP and TYPE."},
    {"repeated-metadata", wrong, "%1", "Prometheus keeps the last one.", "Write each of them once."},
    {"missing-suffix", wrong, "%1", takesIt, "Give the samples the suffix of their type."},
    {"missing-total", wrong, "%1", takesIt, "Let a counter's sample end in _total."},
    {"clashing-name", wrong, "%1", takesIt, "Rename one of the metrics."},
    {"unit-not-allowed", wrong, "%1", takesIt, "Leave the UNIT line out."},
    {"mixed-timestamps", wrong, "%1", takesIt, "Give all samples of a metric a timestamp, or none."},
    {"timestamps-backwards", wrong, "%1", "Prometheus drops samples that are older than the last.",
     "Write points in the order of their times."},
    {"trailing-comma", wrong, "%1", takesIt, "Leave the last comma out."},
    {"line-feed", wrong, "%1", takesIt, "Write line feeds as \\n."},
    {"carriage-return", wrong, "%1", takesIt, "End lines in a line feed alone."},
    {"unescaped-quote", advice, "%1", ignores, "Write the quote with a backslash before it."},
    {"lone-backslash", advice, "%1", ignores, "Write the backslash twice."},
    {"invalid-escape", wrong, "%1", takesIt, "Write the backslash twice."},
    {"early-end", wrong, "%1", "Prometheus takes what is before it, and says nothing of the rest.",
     "Leave NUL bytes out."},
    {"reserved-name", advice, "%1", ignores, "Rename the metric."},
    {"exemplar-not-allowed", wrong, "%1", takesIt, "Leave the exemplar out."},
    {"exemplar-too-long", wrong, "%1", "Prometheus drops the exemplar.", "Keep to a trace id."},
    {"exemplar-outside-bucket", wrong, "%1", takesIt, "Put the exemplar onto the bucket that counted it."},
    {"exemplar-duplicate-label", wrong, "%1",
     "Prometheus keeps the exemplar with both labels; stricter readers refuse the page.",
     "Write every label of an exemplar once."},
    {"duplicate-empty-label", wrong, "%1",
     "Prometheus leaves the label out, because one of its values is empty; stricter readers refuse the page.",
     "Write every label once."},
    {"missing-label", wrong, "%1", "Prometheus takes it as a series that no function on buckets reads.",
     "Write the label."},
    {"canonical-number", wrong, "%1", takesIt, "Write the number in its one form."},
    {"reserved-label", wrong, "%1", takesIt, "Rename the label."},
    {"count-not-integer", wrong, "%1", takesIt, "Counts are whole numbers."},
    {"created-not-a-time", wrong, "%1", takesIt, "Write seconds since 1970."},
    {"quantile-negative", wrong, "%1", takesIt, "Expose the quantile's true value."},
    {"stateset-value", wrong, "%1", takesIt, "The state that holds is 1, the others are 0."},
    {"sum-with-negative-buckets", wrong, "%1", takesIt,
     "Leave the sum out, or declare it a gauge histogram."},
    {"negative-gsum", wrong, "%1", takesIt, "Expose the true sum."},
    {"quoted-name", wrong, "%1", takesIt, "Use letters, digits and underscores only."},
    {"eof-in-text", advice, "the page ends like OpenMetrics, but it is read as the text format",
     "Prometheus goes by the Content-Type, and takes the line for a comment.",
     "Send OpenMetrics as application/openmetrics-text; version=1.0.0, with # EOF spelt so; or leave the "
     "line "
     "out."},
    {"eof-inside", advice, "a line # EOF stands inside the page, which is read as the text format",
     "Prometheus goes by the Content-Type: it takes the line for a comment, or refuses what is behind it "
     "where "
     "the page is sent as OpenMetrics.",
     "Let # EOF be the last line alone, and send OpenMetrics as application/openmetrics-text; version=1.0.0; "
     "or "
     "leave the line out."},
    {"page-cut", wrong, "the page is examined up to here: %1 samples in %2 metrics",
     "Prometheus reads all of it, and keeps every series in memory.",
     "Expose less, or split the endpoint into several."},
    {"format", wrong, "%1", takesIt, "Write it as the format's specification has it."},
}};

const FindingRule &ruleOf(std::string_view id) noexcept
{
    const auto found =
        std::find_if(rules.begin(), rules.end(), [id](const FindingRule &rule) { return rule.id == id; });
    return found == rules.end() ? rules.back() : *found;
}

/// Whether a check of ours finds the same, in all formats.
bool isCovered(std::string_view id)
{
    if (id == "duplicate-label" || id == "count-without-sum")
        return true;
    return std::any_of(allRuleSets().begin() + 1, allRuleSets().end(), [id](const RuleSet &set) {
        return std::any_of(set.rules.begin(), set.rules.end(),
                           [id](const FindingRule *rule) { return rule->id == id; });
    });
}

/// Found by the parser, not by a rule of the strict checks.
bool isRefusal(const ExpositionDiagnostic &diagnostic)
{
    return diagnostic.rule == "syntax" || diagnostic.rule == "eof";
}

void checkStrictly(const Examination &in, FindingSink &sink)
{
    if (in.page.format == ExpositionFormat::Protobuf || in.page.body.empty())
        return;
    const std::string_view body = in.page.body.substr(0, in.page.cutAt.value_or(in.page.body.size()));
    auto diagnostics = in.page.format == ExpositionFormat::OpenMetricsText
                           ? checkOpenMetrics(body, mostDiagnostics, in.stop)
                           : checkPrometheusText(body, mostDiagnostics, in.stop);
    std::erase_if(diagnostics, [&](const ExpositionDiagnostic &diagnostic) {
        const bool isAtCut = in.page.cutAt && diagnostic.span.end >= body.size();
        return isAtCut || (!isRefusal(diagnostic) && isCovered(diagnostic.rule));
    });
    const auto others = std::stable_partition(diagnostics.begin(), diagnostics.end(), isRefusal);
    const std::span refusals(diagnostics.begin(), others);
    // That it is packed is said where it is told how the page came.
    if (!refusals.empty() && isPackedOtherwise(in.facts))
        return;
    reportRefusals(in, refusals, sink);
    if (!refusals.empty() && bodyProblem(in.page) != SyntaxProblem::Other)
        return;
    for (const ExpositionDiagnostic &diagnostic : std::span(others, diagnostics.end()))
        sink.report(ruleOf(diagnostic.rule),
                    {diagnostic.span, nameOnLine(in.page.body, diagnostic.span.begin), {}},
                    {diagnostic.text});
}

/// The strict checks read text only.
void checkBinary(const Examination &in, FindingSink &sink)
{
    if (in.page.format == ExpositionFormat::Protobuf)
        reportRefusals(in.page.syntaxErrors, sink);
}

void checkSeries(const Examination &in, FindingSink &sink)
{
    for (const auto &[error, sample] : in.page.seriesErrors) {
        const bool isHistogram = error.code == ErrorCode::ExpositionSyntax;
        FindingSubject subject = aboutSample(in.page, in.page.samples[sample]);
        subject.span = error.span;
        sink.report(ruleOf(isHistogram ? "invalid-histogram" : "invalid-series"), subject,
                    {plainText(error)});
    }
    for (const auto &[error, sample] : in.page.passedErrors)
        sink.report(ruleOf("invalid-passed-histogram"), aboutSample(in.page, in.page.samples[sample]),
                    {plainText(error)});
}

/// A page of the text format has no end to be marked.
void checkEndInText(const Examination &in, FindingSink &sink)
{
    const std::string_view body = in.page.textBody();
    if (in.page.format != ExpositionFormat::PrometheusText || in.page.cutAt)
        return;
    const std::size_t end = body.find_last_not_of(" \t\r\n") + 1;
    const std::size_t begin = body.substr(0, end).rfind('\n') + 1;
    if (looksLikeEnd(body.substr(begin, end - begin)))
        sink.report(ruleOf("eof-in-text"), {{begin, end}});
    else if (const auto inside = endInside(body))
        sink.report(ruleOf("eof-inside"), {*inside});
}

void checkCut(const Examination &in, FindingSink &sink)
{
    if (!in.page.cutAt)
        return;
    const std::string_view text = in.page.textBody();
    const std::size_t at = std::min(*in.page.cutAt, text.size());
    sink.report(ruleOf("page-cut"), {{at, std::min(text.find('\n', at), text.size())}},
                {std::to_string(in.page.samples.size()), std::to_string(in.page.families.size())});
}

constexpr auto pointers = pointersTo(rules);
constexpr std::array<PageCheck, 5> pageChecks = {checkStrictly, checkBinary, checkSeries, checkEndInText,
                                                 checkCut};

} // namespace

RuleSet formatRules()
{
    return {pointers, pageChecks, {}};
}

} // namespace sightglass
