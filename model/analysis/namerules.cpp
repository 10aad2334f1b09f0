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
    "Prometheus stores it as untyped: nothing tells that rate() is right for it, or wrong.",
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
constexpr FindingRule reservedMetric{
    "reserved-metric", wrong, "%1 is a name that Prometheus itself writes",
    "Prometheus writes a series of this name for every target or alert; the two mix or collide.",
    "Rename the metric; from a federated page, keep it apart by its labels and honor_labels."};
constexpr FindingRule missingUnit{
    "missing-unit-line", advice, "the name of %1 ends in the unit %2, but there is no UNIT line",
    "Prometheus takes it; the unit is missing from the metadata.", "Write # UNIT with the unit."};
constexpr FindingRule infoName{"info-name", advice,
                               "%1 is always 1 and has labels that tell something: an info metric",
                               "Prometheus takes it; joins with info() look for names that end in _info.",
                               "Let its name end in _info, or declare it info in OpenMetrics."};
constexpr FindingRule infoValue{"info-value", wrong, "%1 is an info metric, but its value is not 1",
                                "Prometheus takes it; joins that multiply by it give wrong numbers.",
                                "Expose the value 1, and what it tells as labels."};
constexpr FindingRule stateSet{"state-set", advice,
                               "exactly one of the %2 series of %1 is 1, the others are 0: a state set",
                               "Prometheus takes it and stores every state as a series of its own.",
                               "Select the state by == 1 in queries; in OpenMetrics declare it stateset."};

void checkType(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const std::string_view name = in.page.name(family);
    if (!family.hasType)
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
            FindingSubject subject = aboutSample(in.page, sample);
            subject.label = name;
            sink.report(quotedLabel, subject, {goQuoted(name)});
        }
    }
}

void checkReservedName(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    static constexpr std::array<std::string_view, 12> reserved = {"up",
                                                                  "ALERTS",
                                                                  "ALERTS_FOR_STATE",
                                                                  "scrape_duration_seconds",
                                                                  "scrape_samples_scraped",
                                                                  "scrape_samples_post_metric_relabeling",
                                                                  "scrape_series_added",
                                                                  "scrape_timeout_seconds",
                                                                  "scrape_sample_limit",
                                                                  "scrape_body_size_bytes",
                                                                  "scrape_response_size_bytes",
                                                                  "scrape_native_histogram_bucket_limit"};
    const std::string_view name = in.page.name(family);
    if (std::find(reserved.begin(), reserved.end(), name) != reserved.end())
        sink.report(reservedMetric, aboutFamily(in.page, family), {name});
}

void checkUnitLine(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (in.page.format != ExpositionFormat::OpenMetricsText || family.hasUnit || !family.hasType)
        return;
    const std::string_view name = in.page.name(family);
    const NameUnit unit = unitInName(name);
    if (!unit.unit.empty() && isUnitOf(unit.unit, name))
        sink.report(missingUnit, aboutFamily(in.page, family), {name, unit.unit});
}

bool allAre(const ExposedPage &page, const PageFamily &family, double value)
{
    return std::all_of(family.samples.begin(), family.samples.end(),
                       [&](std::uint32_t number) { return page.samples[number].value == value; });
}

void checkInfo(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    const std::string_view name = page.name(family);
    const bool isInfo =
        family.type == MetricType::Info || (family.type == MetricType::Gauge && name.ends_with("_info"));
    const PageSample &first = page.samples[family.samples.front()];
    if (isInfo && !allAre(page, family, 1))
        sink.report(infoValue, aboutFamily(page, family), {name});
    // One series with several labels whose value tells nothing: build_info by another name.
    else if (!isInfo && family.type == MetricType::Gauge && family.samples.size() == 1 && first.value == 1 &&
             first.labelCount >= 2)
        sink.report(infoName, aboutFamily(page, family), {name});
}

void checkStateSet(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    if (family.type != MetricType::Gauge || family.samples.size() < 3)
        return;
    std::size_t ones = 0;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = page.samples[number];
        if (sample.labelCount != 1 || (sample.value != 0 && sample.value != 1))
            return;
        ones += sample.value == 1 ? 1 : 0;
    }
    if (ones == 1)
        sink.report(stateSet, aboutFamily(page, family),
                    {page.name(family), std::to_string(family.samples.size())});
}

constexpr std::array rules = {&missingType, &quotedName, &indentedName, &quotedLabel, &reservedMetric,
                              &missingUnit, &infoName,   &infoValue,    &stateSet};
constexpr std::array<PageCheck, 2> pageChecks = {checkIndent, checkQuotedLabels};
constexpr std::array<FamilyExamination, 6> familyChecks = {checkType,     checkQuotedName, checkReservedName,
                                                           checkUnitLine, checkInfo,       checkStateSet};

} // namespace

RuleSet nameRules()
{
    return {rules, pageChecks, familyChecks};
}

} // namespace sightglass
