// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"

#include "model/analysis/pagetext.h"
#include "model/analysis/ruleset.h"
#include "parser/base/utf8cut.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

namespace sightglass {

namespace {

PageFigures figuresOf(const ExposedPage &page)
{
    PageFigures figures;
    figures.format = page.format;
    figures.bytes = page.body.size();
    figures.samples = page.samples.size();
    const std::vector<std::size_t> series = seriesByFamily(page);
    figures.series = std::accumulate(series.begin(), series.end(), std::size_t{0});
    figures.exemplars = page.exemplars;
    figures.families = static_cast<std::size_t>(
        std::count_if(page.families.begin(), page.families.end(),
                      [](const PageFamily &family) { return !family.samples.empty(); }));
    figures.nativeHistograms = static_cast<std::size_t>(std::count_if(
        page.samples.begin(), page.samples.end(), [](const PageSample &sample) { return sample.isNative; }));
    return figures;
}

void examineFamilies(const Examination &examination, FamilyExamination check, FindingSink &sink)
{
    for (const PageFamily &family : examination.page.families) {
        if (examination.stop.stop_requested())
            return;
        if (!family.samples.empty())
            check(examination, family, sink);
    }
}

void examine(const Examination &examination, FindingSink &sink)
{
    for (const RuleSet &set : allRuleSets()) {
        for (const PageCheck check : set.pageChecks) {
            if (examination.stop.stop_requested())
                return;
            check(examination, sink);
        }
        for (const FamilyExamination check : set.familyChecks)
            examineFamilies(examination, check, sink);
    }
}

/// What was collected, with the series named where there are no lines.
std::vector<PageFinding> takeFindings(const ExposedPage &page, FindingSink &sink)
{
    constexpr std::size_t longestSeries = 1000;
    // One label may be in the series of very many findings.
    std::size_t left = std::size_t{64} << 20U;
    std::vector<PageFinding> findings = sink.take(page.textBody());
    for (PageFinding &finding : findings) {
        if (page.format != ExpositionFormat::Protobuf || !finding.sample || left == 0)
            continue;
        const std::string series = seriesText(page, page.samples[*finding.sample]);
        left -= std::min(left, series.size());
        finding.series = utf8Prefix(series, longestSeries);
    }
    return findings;
}

Diagnosis diagnosisOf(const ExposedPage *before, const ExposedPage &page, const ScrapeFacts &facts,
                      const DiagnosisOptions &options)
{
    Diagnosis diagnosis;
    diagnosis.figures = figuresOf(page);
    diagnosis.cardinality = cardinalityOf(page, options.families, options.stop);
    FindingSink sink(options.findingsPerRule);
    examine({page, facts, diagnosis.cardinality, diagnosis.figures.series, options.stop}, sink);
    if (before != nullptr && !options.stop.stop_requested())
        comparePages(*before, page, sink);
    diagnosis.findings = takeFindings(page, sink);
    diagnosis.omitted = sink.omitted();
    return diagnosis;
}

} // namespace

std::span<const RuleSet> allRuleSets()
{
    static const std::array<RuleSet, 13> sets = {
        formatRules(), syntaxRules(), promlintRules(),  promtoolRules(),  nameRules(),
        valueRules(),  seriesRules(), histogramRules(), timestampRules(), cardinalityRules(),
        scrapeRules(), answerRules(), comparisonRules()};
    return sets;
}

std::size_t Diagnosis::count(DiagnosticSeverity severity) const noexcept
{
    std::size_t result = 0;
    for (const PageFinding &finding : findings)
        result += finding.severity() == severity && !finding.approved ? 1 : 0;
    for (const OmittedFindings &each : omitted)
        result += each.rule->severity == severity ? each.count : 0;
    return result;
}

bool Diagnosis::isHealthy() const noexcept
{
    return count(DiagnosticSeverity::Rejected) == 0 && count(DiagnosticSeverity::Wrong) == 0;
}

Diagnosis diagnose(const ExposedPage &page, const ScrapeFacts &facts, const DiagnosisOptions &options)
{
    return diagnosisOf(nullptr, page, facts, options);
}

Diagnosis diagnose(const ExposedPage &before, const ExposedPage &page, const ScrapeFacts &facts,
                   const DiagnosisOptions &options)
{
    return diagnosisOf(&before, page, facts, options);
}

std::vector<PageFinding> compare(const ExposedPage &before, const ExposedPage &after,
                                 const DiagnosisOptions &options)
{
    FindingSink sink(options.findingsPerRule);
    comparePages(before, after, sink);
    return takeFindings(after, sink);
}

void markApproved(Diagnosis &diagnosis, const ApprovedFindings &approved)
{
    for (PageFinding &finding : diagnosis.findings)
        finding.approved = approved.contains(finding);
}

std::vector<const FindingRule *> allFindingRules()
{
    std::vector<const FindingRule *> result;
    for (const RuleSet &set : allRuleSets())
        result.insert(result.end(), set.rules.begin(), set.rules.end());
    return result;
}

std::vector<std::string_view> allFindingWords()
{
    std::vector<std::string_view> result;
    for (const RuleSet &set : allRuleSets())
        result.insert(result.end(), set.words.begin(), set.words.end());
    return result;
}

} // namespace sightglass
