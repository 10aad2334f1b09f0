// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/cardinality.h"
#include "model/analysis/exposedpage.h"
#include "model/analysis/findingsink.h"
#include "model/analysis/scrapefacts.h"
#include "parser/exposition/expositiondiagnostic.h"

#include <array>
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
    std::size_t series;        ///< of the page, distinct ones
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
[[nodiscard]] RuleSet syntaxRules();      ///< what cannot be read, by what is wrong with it
[[nodiscard]] RuleSet promlintRules();    ///< promtool check metrics
[[nodiscard]] RuleSet promtoolRules();    ///< what that says of OpenMetrics, taking it for text
[[nodiscard]] RuleSet nameRules();        ///< names of metrics and labels, TYPE, UNIT
[[nodiscard]] RuleSet valueRules();       ///< info metrics, state sets, booleans
[[nodiscard]] RuleSet seriesRules();      ///< duplicates, labels, values
[[nodiscard]] RuleSet histogramRules();   ///< histograms and summaries
[[nodiscard]] RuleSet timestampRules();   ///< times of samples, created lines, exemplars
[[nodiscard]] RuleSet cardinalityRules(); ///< too many series
[[nodiscard]] RuleSet scrapeRules();      ///< how the page was had
[[nodiscard]] RuleSet answerRules();      ///< what came instead of a page
[[nodiscard]] RuleSet comparisonRules();  ///< what two scrapes tell; its checks are comparePages()

/// Reports what the strict checks say that Prometheus cannot read, each by the rule that fits it.
void reportRefusals(const Examination &examination, std::span<const ExpositionDiagnostic> refusals,
                    FindingSink &sink);
/// The same of the binary format.
void reportRefusals(std::span<const Error> refusals, FindingSink &sink);

/// All of them, in this order.
[[nodiscard]] std::span<const RuleSet> allRuleSets();

/// The subject of a finding about a family: the place where the family is first met.
[[nodiscard]] inline FindingSubject aboutFamily(const ExposedPage &page, const PageFamily &family)
{
    return {family.span, page.name(family), {}};
}

/// About one sample, at its name and labels.
[[nodiscard]] inline FindingSubject aboutSample(const ExposedPage &page, const PageSample &sample)
{
    return {sample.span, page.name(page.families[sample.family]), {}, page.numberOf(sample)};
}

/// About one sample, at its value.
[[nodiscard]] inline FindingSubject aboutValue(const ExposedPage &page, const PageSample &sample)
{
    FindingSubject subject = aboutSample(page, sample);
    subject.span = page.valueSpan(sample);
    return subject;
}

/// About one sample, at its timestamp.
[[nodiscard]] inline FindingSubject aboutTimestamp(const ExposedPage &page, const PageSample &sample)
{
    FindingSubject subject = aboutSample(page, sample);
    subject.span = page.timestampSpan(sample);
    return subject;
}

/// About one sample's label.
[[nodiscard]] inline FindingSubject aboutLabel(const ExposedPage &page, const PageSample &sample,
                                               std::string_view label)
{
    FindingSubject subject = aboutSample(page, sample);
    subject.span = page.labelSpan(sample, label);
    subject.label = label;
    return subject;
}

/// Of rules that stand in one array.
template<std::size_t count>
[[nodiscard]] constexpr std::array<const FindingRule *, count>
pointersTo(const std::array<FindingRule, count> &rules)
{
    std::array<const FindingRule *, count> result{};
    for (std::size_t i = 0; i < count; ++i)
        result[i] = &rules[i];
    return result;
}

} // namespace sightglass
