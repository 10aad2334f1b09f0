// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/promlintunits.h"
#include "model/analysis/ruleset.h"
#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;
constexpr std::string_view takesIt = "Prometheus takes it as it is.";

constexpr std::string_view nonHistogram = "non-histogram";
constexpr std::string_view nonSummary = "non-summary";
constexpr std::string_view neitherOfThem = "non-histogram and non-summary";

// The messages are promtool's own, word by word.
constexpr FindingRule noHelp{"promlint-help", advice, "no help text", takesIt,
                             "Give the metric a HELP text: what it counts, and in which unit."};
constexpr FindingRule baseUnit{
    "promlint-unit", advice, "use base unit \"%1\" instead of \"%2\"", takesIt,
    "Expose the base unit and rename the metric; dashboards choose the unit that they show."};
constexpr FindingRule counterTotal{
    "promlint-counter-total", advice, "counter metrics should have \"_total\" suffix",
    "Prometheus takes it; OpenMetrics clients rename it.", "Let the counter's name end in _total."};
constexpr FindingRule noncounterTotal{"promlint-noncounter-total", advice,
                                      "non-counter metrics should not have \"_total\" suffix",
                                      "Prometheus takes it; readers will take it for a counter.",
                                      "Drop the suffix, or declare the metric a counter if it is one."};
constexpr FindingRule reservedSuffix{
    "promlint-reserved-suffix",
    advice,
    "%1 metrics should not have \"%2\" suffix",
    "Prometheus takes it; it is easily mistaken for a part of a histogram or summary.",
    "Rename the metric.",
    1};
constexpr FindingRule reservedLabel{
    "promlint-reserved-label",
    advice,
    "%1 metrics should not have \"%2\" label",
    "Prometheus takes it; functions on histograms and summaries read this label.",
    "Rename the label.",
    1};
constexpr FindingRule typeInName{"promlint-type-in-name", advice, "metric name should not include type '%1'",
                                 takesIt, "Drop the type from the name: it stands in the TYPE line."};
constexpr FindingRule colonInName{"promlint-colon", advice, "metric names should not contain ':'",
                                  "Prometheus takes it; colons are meant for recording rules.",
                                  "Use underscores."};
constexpr FindingRule camelMetric{"promlint-camel-case", advice,
                                  "metric names should be written in 'snake_case' not 'camelCase'", takesIt,
                                  "Write words in lower case with underscores between them."};
constexpr FindingRule camelLabel{"promlint-camel-case-label", advice,
                                 "label names should be written in 'snake_case' not 'camelCase'", takesIt,
                                 "Write words in lower case with underscores between them."};
constexpr FindingRule abbreviatedUnit{"promlint-abbreviated-unit", advice,
                                      "metric names should not contain abbreviated units", takesIt,
                                      "Write the unit in full: seconds, bytes, …"};
constexpr FindingRule notUnique{"promlint-not-unique", DiagnosticSeverity::Wrong, "metric not unique",
                                "Prometheus keeps the first of equal series and drops the others.",
                                "Expose every series once."};

/// The name that promtool would print, and where it stands.
struct Named
{
    std::string name;
    FindingSubject subject;
};

Named named(const ExposedPage &page, const PageFamily &family)
{
    return {page.queriedName(family), aboutFamily(page, family)};
}

void report(FindingSink &sink, const FindingRule &rule, const Named &family,
            std::initializer_list<std::string_view> arguments = {}, std::string_view label = {})
{
    sink.report(rule, {family.subject.span, family.name, label, family.subject.sample}, arguments);
}

bool isHistogram(const PageFamily &family)
{
    return family.type == MetricType::Histogram || family.type == MetricType::GaugeHistogram;
}

bool isSummary(const PageFamily &family)
{
    return family.type == MetricType::Summary;
}

void checkHelp(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (!family.hasHelp)
        report(sink, noHelp, named(in.page, family));
}

void checkUnit(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const Named metric = named(in.page, family);
    for (const NameUnit &unit : unitsInName(metric.name)) {
        if (unit.unit != unit.base)
            report(sink, baseUnit, metric, {unit.base, unit.unit});
    }
}

void checkTotal(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const Named metric = named(in.page, family);
    const bool total = metric.name.ends_with("_total");
    if (family.type == MetricType::Counter && !total)
        report(sink, counterTotal, metric);
    else if (family.type != MetricType::Counter && family.type != MetricType::Unknown && total)
        report(sink, noncounterTotal, metric);
}

void checkReservedSuffix(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (family.type == MetricType::Unknown)
        return;
    const Named metric = named(in.page, family);
    if (!isHistogram(family) && metric.name.ends_with("_bucket"))
        report(sink, reservedSuffix, metric, {nonHistogram, "_bucket"});
    for (const std::string_view suffix : {"_count", "_sum"}) {
        if (!isHistogram(family) && !isSummary(family) && metric.name.ends_with(suffix))
            report(sink, reservedSuffix, metric, {neitherOfThem, suffix});
    }
}

void checkReservedLabel(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (family.type == MetricType::Unknown)
        return;
    struct Reserved
    {
        std::string_view label;
        std::string_view kind;
        bool allowed;
    };
    for (const Reserved &each : {Reserved{"le", nonHistogram, isHistogram(family)},
                                 Reserved{"quantile", nonSummary, isSummary(family)}}) {
        const auto has = [&](std::uint32_t sample) {
            return in.page.labelValue(in.page.samples[sample], each.label).has_value();
        };
        const auto found = each.allowed ? family.samples.end()
                                        : std::find_if(family.samples.begin(), family.samples.end(), has);
        if (found != family.samples.end())
            report(sink, reservedLabel,
                   {in.page.queriedName(family), aboutLabel(in.page, in.page.samples[*found], each.label)},
                   {each.kind, each.label}, each.label);
    }
}

bool hasPart(std::string_view name, std::string_view part)
{
    const std::string inner = '_' + std::string(part);
    return name.ends_with(inner) || name.find(inner + '_') != std::string_view::npos;
}

void checkTypeInName(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const Named metric = named(in.page, family);
    const std::string name = asciiLower(metric.name);
    for (const std::string_view type : {"counter", "gauge", "summary", "histogram", "gauge_histogram"}) {
        if (hasPart(name, type))
            report(sink, typeInName, metric, {type});
    }
}

void checkColon(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const Named metric = named(in.page, family);
    if (metric.name.find(':') != std::string::npos)
        report(sink, colonInName, metric);
}

bool isCamelCase(std::string_view name)
{
    const auto turn = [](char a, char b) { return a >= 'a' && a <= 'z' && b >= 'A' && b <= 'Z'; };
    return std::adjacent_find(name.begin(), name.end(), turn) != name.end();
}

void checkCamelCase(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const Named metric = named(in.page, family);
    if (isCamelCase(metric.name))
        report(sink, camelMetric, metric);
    std::set<Symbol> seen;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = in.page.samples[number];
        for (const PageLabel label : in.page.labelsOf(sample)) {
            const std::string_view name = in.page.text(label.name);
            if (isCamelCase(name) && seen.insert(label.name).second)
                report(sink, camelLabel, {metric.name, aboutLabel(in.page, sample, name)}, {}, name);
        }
    }
}

void checkAbbreviation(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    static constexpr std::array<std::string_view, 14> abbreviations = {
        "s", "ms", "us", "ns", "sec", "b", "kb", "mb", "gb", "tb", "pb", "m", "h", "d"};
    const Named metric = named(in.page, family);
    const std::string name = asciiLower(metric.name);
    const auto has = [&name](std::string_view part) { return hasPart(name, part); };
    if (std::any_of(abbreviations.begin(), abbreviations.end(), has))
        report(sink, abbreviatedUnit, metric);
}

/// The labels as they stand: another order is another series here. Histograms and summaries promtool puts
/// together before it looks, and OpenMetrics it does not read: there a series may have several points.
void checkUnique(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const bool hasPoints = in.page.format == ExpositionFormat::OpenMetricsText;
    if (isHistogram(family) || isSummary(family) || hasPoints)
        return;
    const auto before = [&in](std::uint32_t a, std::uint32_t b) {
        const auto labelsA = in.page.labelsOf(in.page.samples[a]);
        const auto labelsB = in.page.labelsOf(in.page.samples[b]);
        return std::lexicographical_compare(labelsA.begin(), labelsA.end(), labelsB.begin(), labelsB.end());
    };
    std::vector<std::uint32_t> sorted = family.samples;
    std::stable_sort(sorted.begin(), sorted.end(), before);
    const auto equal = [&before](std::uint32_t a, std::uint32_t b) { return !before(a, b); };
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end(), equal);
    if (twice != sorted.end())
        report(sink, notUnique,
               {in.page.queriedName(family), aboutSample(in.page, in.page.samples[*(twice + 1)])});
}

constexpr std::array rules = {&noHelp,         &baseUnit,      &counterTotal,    &noncounterTotal,
                              &reservedSuffix, &reservedLabel, &typeInName,      &colonInName,
                              &camelMetric,    &camelLabel,    &abbreviatedUnit, &notUnique};
constexpr std::array<FamilyExamination, 10> familyChecks = {
    checkHelp,       checkUnit,  checkTotal,     checkReservedSuffix, checkReservedLabel,
    checkTypeInName, checkColon, checkCamelCase, checkAbbreviation,   checkUnique};
constexpr std::array words = {nonHistogram, nonSummary, neitherOfThem};

} // namespace

RuleSet promlintRules()
{
    return {rules, {}, familyChecks, words};
}

} // namespace sightglass
