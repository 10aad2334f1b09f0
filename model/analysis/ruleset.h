// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/cardinality.h"
#include "model/analysis/exposedpage.h"
#include "model/analysis/findingsink.h"
#include "model/analysis/scrapefacts.h"

#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

/// What checks look at.
struct Examination
{
    const ExposedPage &page;
    const ScrapeFacts &facts;
    const std::vector<FamilyCardinality> &cardinality;
    std::stop_token stop = {}; ///< findings are not wanted any more
};

/// A check of a page as a whole.
using PageCheck = void (*)(const Examination &examination, FindingSink &sink);
/// A check of one family that has samples.
using FamilyExamination = void (*)(const Examination &examination, const PageFamily &family,
                                   FindingSink &sink);

/// The rules of one topic and the functions that find them. Every check may find any of the rules.
struct RuleSet
{
    std::span<const FindingRule *const> rules;
    std::span<const PageCheck> pageChecks;
    std::span<const FamilyExamination> familyChecks;
    std::span<const std::string_view> words = {}; ///< that FindingRule::wordArgument stands for
};

[[nodiscard]] RuleSet formatRules();      ///< what the parser and the strict checks of the formats say
[[nodiscard]] RuleSet promlintRules();    ///< promtool check metrics
[[nodiscard]] RuleSet nameRules();        ///< names of metrics and labels, TYPE, UNIT
[[nodiscard]] RuleSet seriesRules();      ///< duplicates, labels, values
[[nodiscard]] RuleSet histogramRules();   ///< histograms and summaries
[[nodiscard]] RuleSet timestampRules();   ///< times of samples, created lines, exemplars
[[nodiscard]] RuleSet cardinalityRules(); ///< too many series
[[nodiscard]] RuleSet scrapeRules();      ///< how the page was had
[[nodiscard]] RuleSet comparisonRules();  ///< what two scrapes tell; its checks are comparePages()

/// All of them, in this order.
[[nodiscard]] std::span<const RuleSet> allRuleSets();

/// The subject of a finding about a family: the place where the family is first met.
[[nodiscard]] inline FindingSubject aboutFamily(const ExposedPage &page, const PageFamily &family)
{
    return {family.span, page.name(family), {}};
}

/// About one sample.
[[nodiscard]] inline FindingSubject aboutSample(const ExposedPage &page, const PageSample &sample)
{
    return {sample.span, page.name(page.families[sample.family]), {}};
}

} // namespace sightglass
