// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <unordered_set>

namespace sightglass {

using SelectorSet = std::unordered_set<const promql::VectorSelector *>;

/// The selectors of which only counts and sums are used: below histogram_count, _sum or _avg, with nothing on
/// the way that looks at buckets (histogram_quantile(s), histogram_fraction, `</`, `>/`) and no subquery.
/// Prometheus reads these without buckets, and tells every counter reset by a hint instead, which shows in
/// its warnings of conflicting resets.
[[nodiscard]] SelectorSet selectorsOfStatistics(const promql::Expr &expr);

/// Leaves nothing but count, sum, schema and hint of every histogram. Where the hint is Unknown it becomes
/// what a comparison with the histogram before it yields; the first one keeps its own. Stale markers are
/// passed over.
void reduceToStatistics(SampleColumns &samples);

} // namespace sightglass
