// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/assist/metriccatalog.h"
#include "parser/promql/ast.h"
#include "parser/promql/features.h"

#include <string>
#include <vector>

namespace sightglass {

/// What advice on a query needs to know of its surroundings.
struct LintContext
{
    const MetricCatalog &catalog;
    std::int64_t scrapeIntervalMs = 0; ///< of the targets; 0 where it is not known
};

/// The range to write in a query that has none: "5m", "1m" where scrapes come at least every 15 s.
[[nodiscard]] std::string usualRange(std::int64_t scrapeIntervalMs);

/// What can be said of a query without evaluating it: names that do not exist, histograms by their bare name,
/// rates of gauges, raw counters, quantiles without le, ranges that are too short. `query` is the text that
/// `expr` was parsed from. An empty catalog knows nothing, and nothing is said of names. Pure; any thread.
[[nodiscard]] std::vector<Finding> lintQuery(std::string_view query, const promql::Expr &expr,
                                             const LintContext &context);

/// What is wrong with a query as it is typed: the first syntax or type error with its place, else what
/// lintQuery() finds. Interval variables count as durations.
[[nodiscard]] std::vector<Finding> checkQuery(std::string_view query, const LintContext &context,
                                              const promql::Features &features = {});

} // namespace sightglass
