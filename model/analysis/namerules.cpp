// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/promlintunits.h"
#include "model/analysis/ruleset.h"
#include "parser/base/quoting.h"
#include "parser/exposition/familynames.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr FindingRule missingType{
    "missing-type", wrong, "%1 has no TYPE line",
    "For Prometheus it is untyped: nothing tells that rate() is right for it, or wrong.",
    "Write # TYPE %1 counter, gauge, histogram or summary before its samples."};
constexpr FindingRule quotedName{"name-needs-quotes", advice, "%1 must be quoted in PromQL: {%2}",
                                 "Prometheus 3 takes it; older versions and other tools do not.",
                                 "Use letters, digits and underscores only."};
constexpr FindingRule quotedLabel{"label-needs-quotes", advice, "label %1 must be quoted in PromQL",
                                  "Prometheus 3 takes it; older versions and other tools do not.",
                                  "Use letters, digits and underscores only."};
constexpr FindingRule indentedName{
    "indented-name", wrong, "the line of %1 begins with a blank",
    "Prometheus takes the blank for a part of the name: a series that no query for %1 finds.",
    "Begin the line with the name."};
constexpr FindingRule reportSeries{
    "report-series", wrong, "%1 is a series that Prometheus itself writes for every target",
    "The exposed sample comes first: with equal labels Prometheus' own is dropped, and %1 says what the "
    "endpoint says; with more labels both answer to the same queries and alerts.",
    "Rename the metric, or drop it with metric_relabel_configs; a federated page is scraped with "
    "honor_labels: true."};
constexpr FindingRule alertsSeries{
    "alerts-series", wrong, "%1 is a series that Prometheus itself writes for every alert",
    "Prometheus takes it: queries and dashboards count it among this server's own alerts.",
    "Rename the metric; a federated page is scraped with honor_labels: true."};
constexpr FindingRule reservedPrefix{"report-prefix", advice,
                                     "%1 begins like the series that Prometheus writes about every scrape",
                                     "Prometheus takes it; a later version may write a series of this name.",
                                     "Use another prefix than scrape_."};
constexpr FindingRule missingUnit{
    "missing-unit-line", advice, "the name of %1 ends in the unit %2, but there is no UNIT line",
    "Prometheus takes it; the unit is missing from the metadata.", "Write # UNIT with the unit."};
void checkType(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const std::string_view name = in.page.name(family);
    if (!family.hasTypeLine)
        sink.report(missingType, aboutFamily(in.page, family), {name});
}

void checkQuotedName(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const std::string_view name = in.page.name(family);
    if (!isLegacyMetricName(name))
        sink.report(quotedName, aboutFamily(in.page, family), {name, goQuoted(name)});
}

void checkIndent(const Examination &in, FindingSink &sink)
{
    for (const PageSample &sample : in.page.samples) {
        const std::string_view name = in.page.text(sample.name);
        if (name.starts_with(' ') || name.starts_with('\t'))
            sink.report(indentedName, aboutSample(in.page, sample), {withoutIndent(name)});
    }
}

void checkQuotedLabels(const Examination &in, FindingSink &sink)
{
    std::set<Symbol> seen;
    for (const PageSample &sample : in.page.samples) {
        for (const PageLabel label : in.page.labelsOf(sample)) {
            const std::string_view name = in.page.text(label.name);
            if (isLegacyLabelName(name) || !seen.insert(label.name).second)
                continue;
            sink.report(quotedLabel, aboutLabel(in.page, sample, name), {goQuoted(name)});
        }
    }
}

void checkReservedName(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    static constexpr std::array<std::string_view, 10> ofScrapes = {"up",
                                                                   "scrape_duration_seconds",
                                                                   "scrape_samples_scraped",
                                                                   "scrape_samples_post_metric_relabeling",
                                                                   "scrape_series_added",
                                                                   "scrape_timeout_seconds",
                                                                   "scrape_sample_limit",
                                                                   "scrape_body_size_bytes",
                                                                   "scrape_response_size_bytes",
                                                                   "scrape_native_histogram_bucket_limit"};
    const std::string name = in.page.queriedName(family);
    const FindingSubject subject = aboutFamily(in.page, family);
    if (std::find(ofScrapes.begin(), ofScrapes.end(), name) != ofScrapes.end())
        sink.report(reportSeries, subject, {name});
    else if (name == "ALERTS" || name == "ALERTS_FOR_STATE")
        sink.report(alertsSeries, subject, {name});
    else if (name.starts_with("scrape_"))
        sink.report(reservedPrefix, subject, {name});
}

void checkUnitLine(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (in.page.format != ExpositionFormat::OpenMetricsText || family.hasUnit || !family.hasType ||
        in.page.isDamaged(family))
        return;
    const std::string_view name = in.page.name(family);
    const NameUnit unit = unitInName(name);
    if (!unit.unit.empty() && isUnitOf(unit.unit, name))
        sink.report(missingUnit, aboutFamily(in.page, family), {name, unit.unit});
}

constexpr std::array rules = {&missingType,  &quotedName,   &indentedName,   &quotedLabel,
                              &reportSeries, &alertsSeries, &reservedPrefix, &missingUnit};
constexpr std::array<PageCheck, 2> pageChecks = {checkIndent, checkQuotedLabels};
constexpr std::array<FamilyExamination, 4> familyChecks = {checkType, checkQuotedName, checkReservedName,
                                                           checkUnitLine};

} // namespace

RuleSet nameRules()
{
    return {rules, pageChecks, familyChecks};
}

} // namespace sightglass
