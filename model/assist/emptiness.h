// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explain.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

/// A query that is being explained.
struct EmptinessSource
{
    std::string_view query;
    const ExplainSource &explain;
    std::stop_token cancel;
};

/// Why a node gives nothing though everything below it gives something: at least one finding.
[[nodiscard]] std::vector<Finding> diagnoseEmptiness(const EmptinessSource &source, const promql::Expr &expr);

/// Why the engine refused a node: its own words, and the mend where there is one (many-to-many joins).
[[nodiscard]] std::vector<Finding> diagnoseFailure(const EmptinessSource &source, const promql::Expr &expr,
                                                   const Error &error);

/// Why a selector finds nothing: its name, its matchers, or its time.
[[nodiscard]] std::vector<Finding> diagnoseSelector(const EmptinessSource &source, const promql::Expr &expr);

/// Why two vectors do not come together, and the on() or ignoring() by which they would.
[[nodiscard]] std::vector<Finding> diagnoseJoin(const EmptinessSource &source, const promql::Binary &binary);

/// The same where a side is empty because its comparisons hold for nothing now: what comes to nothing even if
/// they held. Empty where it would come to something, or there is no comparison.
[[nodiscard]] std::vector<Finding> diagnoseFilteredJoin(const EmptinessSource &source,
                                                        const promql::Binary &binary);

/// The same of two vectors whose elements match several times, which the engine refuses.
[[nodiscard]] std::vector<Finding> diagnoseManyToMany(const EmptinessSource &source,
                                                      const promql::Binary &binary);

} // namespace sightglass
