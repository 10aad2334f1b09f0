// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/nativehistograms.h"

#include "model/assist/lint.h"

#include <string>

namespace sightglass {

namespace {

std::vector<Mend> numbersOf(SourceSpan whole, const std::string &histograms)
{
    return {{whole, "histogram_quantile(0.95, " + histograms + ")"},
            {whole, "histogram_count(" + histograms + ")"},
            {whole, "histogram_sum(" + histograms + ")"}};
}

} // namespace

Finding nativeHistogramsFinding(std::string_view query, const promql::Expr &expr,
                                const NativeHistogramCount &count)
{
    const SourceSpan whole{0, query.size()};
    const std::string text(query);
    std::vector<Finding> findings{{FindingKind::NativeHistograms,
                                   FindingSeverity::Advice,
                                   whole,
                                   {std::to_string(count.histograms), std::to_string(count.series)},
                                   numbersOf(whole, text)}};
    if (expr.kind == promql::ExprKind::VectorSelector && !count.gauges) {
        std::vector<Finding> ofRates = findings;
        ofRates.front().mends =
            numbersOf(whole, "rate(" + text + "[" + usualRange(count.scrapeIntervalMs) + "])");
        // A selector that ends in an offset or a comment takes no range there.
        tidyFindings(ofRates, query);
        if (!ofRates.front().mends.empty())
            return std::move(ofRates.front());
    }
    tidyFindings(findings, query);
    return std::move(findings.front());
}

} // namespace sightglass
