// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/approvedfindings.h"
#include "model/analysis/cardinality.h"
#include "model/analysis/exposedpage.h"
#include "model/analysis/findingsink.h"
#include "model/analysis/pagefinding.h"
#include "model/analysis/scrapefacts.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// How a diagnosis is bounded.
struct DiagnosisOptions
{
    std::size_t findingsPerRule = 100;
    std::size_t families = 200; ///< in Diagnosis::cardinality
    std::stop_token stop = {};  ///< ends the examination early; what it then says is not all
};

/// The page in figures.
struct PageFigures
{
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    std::size_t bytes = 0;
    std::size_t families = 0; ///< that have samples
    std::size_t samples = 0;
    std::size_t series = 0; ///< distinct ones, what shares in cardinality are of
    std::size_t nativeHistograms = 0;
    std::size_t exemplars = 0;
};

/// What the endpoint doctor says about a page.
struct Diagnosis
{
    std::vector<PageFinding> findings;    ///< by severity, then in the order of the page
    std::vector<OmittedFindings> omitted; ///< beyond findingsPerRule
    PageFigures figures;
    std::vector<FamilyCardinality> cardinality; ///< families with most series first

    /// Findings of this severity that nobody approved, those left out too.
    [[nodiscard]] std::size_t count(DiagnosticSeverity severity) const noexcept;
    /// Nothing rejected, nothing wrong but what was approved.
    [[nodiscard]] bool isHealthy() const noexcept;
};

/// One family's series from one scrape to the next.
struct FamilyChurn
{
    std::string name;
    std::size_t series = 0; ///< now
    std::size_t added = 0;
    std::size_t gone = 0;
};

/// Examines a page (lint reference, sections 1 to 4): what Prometheus refuses, all of it; what is against the
/// format; promlint's checks; consistency, duplicates, times, names, cardinality; how it was scraped. Pure;
/// time n log n of the page.
[[nodiscard]] Diagnosis diagnose(const ExposedPage &page, const ScrapeFacts &facts = {},
                                 const DiagnosisOptions &options = {});

/// The same, and what the scrape before tells: counters that went down, types that changed, churn. Places are
/// in `page`.
[[nodiscard]] Diagnosis diagnose(const ExposedPage &before, const ExposedPage &page,
                                 const ScrapeFacts &facts = {}, const DiagnosisOptions &options = {});

/// What two scrapes of an endpoint tell, alone. Places are in `after`.
[[nodiscard]] std::vector<PageFinding> compare(const ExposedPage &before, const ExposedPage &after,
                                               const DiagnosisOptions &options = {});

/// The families whose series changed, most first. Nothing where one of the pages was cut.
[[nodiscard]] std::vector<FamilyChurn> churnBetween(const ExposedPage &before, const ExposedPage &after);

/// The checks of compare(), for whoever collects findings of several kinds.
void comparePages(const ExposedPage &before, const ExposedPage &after, FindingSink &sink);

/// Marks those that were approved.
void markApproved(Diagnosis &diagnosis, const ApprovedFindings &approved);

/// Every rule there is, by topic: for documentation, settings and translation. Ids are unique.
[[nodiscard]] std::vector<const FindingRule *> allFindingRules();

/// Every word that FindingRule::wordArgument may stand for: "a UUID", "non-histogram" ….
[[nodiscard]] std::vector<std::string_view> allFindingWords();

} // namespace sightglass
