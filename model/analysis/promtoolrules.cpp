// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostFindings = 100'000;

constexpr FindingRule saidOfText{
    "promtool-as-text", DiagnosticSeverity::Advice,
    "promtool check metrics reads the page as the text format, and says: %1",
    "Prometheus takes it as it is, and reads the page as OpenMetrics where its Content-Type says so.",
    "Nothing to mend for Prometheus: in OpenMetrics a counter's HELP and TYPE name it without _total, where "
    "promtool does not look."};

/// Metric and promtool's words.
using Problem = std::pair<std::string, std::string>;

std::vector<PageFinding> promlint(const Examination &in)
{
    FindingSink sink(mostFindings);
    for (const FamilyExamination check : promlintRules().familyChecks) {
        for (const PageFamily &family : in.page.families) {
            if (in.stop.stop_requested())
                return {};
            if (!family.samples.empty())
                check(in, family, sink);
        }
    }
    return sink.take(in.page.textBody());
}

/// Whether something on the page is not text that promtool reads: it then says nothing but that.
bool isOpenMetricsOnly(const ExposedPage &page)
{
    const auto isUnknown = [](const PageFamily &family) {
        return family.hasTypeLine && family.hasType &&
               (family.type == MetricType::Unknown || family.type == MetricType::Info ||
                family.type == MetricType::StateSet || family.type == MetricType::GaugeHistogram);
    };
    return page.exemplars > 0 || std::any_of(page.families.begin(), page.families.end(), isUnknown);
}

/// promtool knows the text format alone, in which a line # EOF is a remark, and a counter's samples are
/// called what its family is called.
void checkAsText(const Examination &in, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    if (page.format != ExpositionFormat::OpenMetricsText || page.cutAt || isOpenMetricsOnly(page))
        return;
    PageReading reading;
    reading.stop = in.stop;
    const ExposedPage text = readPage(page.body, ExpositionFormat::PrometheusText, reading);
    if (!text.damagedNames.empty() || text.cutAt)
        return;
    std::set<Problem> known;
    for (const PageFinding &finding : promlint(in))
        known.emplace(finding.metric, findingText(finding));
    for (const PageFinding &finding : promlint({text, in.facts, in.cardinality, in.series, in.stop})) {
        const std::string says = findingText(finding);
        if (known.emplace(finding.metric, says).second)
            sink.report(saidOfText, {finding.span, finding.metric, finding.label}, {says});
    }
}

constexpr std::array rules = {&saidOfText};
constexpr std::array<PageCheck, 1> pageChecks = {checkAsText};

} // namespace

RuleSet promtoolRules()
{
    return {rules, pageChecks, {}};
}

} // namespace sightglass
