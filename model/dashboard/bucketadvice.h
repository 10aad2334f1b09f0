// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/query/classichistogram.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <optional>
#include <span>
#include <stop_token>

namespace sightglass {

/// The share of observations in one bucket from which on it is said. Nine of ten in one bucket put the
/// median, the 75th and (nearly) the 90th percentile on one straight line inside of it: whatever moves there,
/// they do not show it. Less than that is an ordinary peak.
inline constexpr double crowdedShare = 0.9;
/// The share above the highest finite bound from which on it is said: histogram_quantile answers that bound
/// for every quantile in there, so with 5 % the 95th percentile is a constant. Where a higher quantile is
/// asked for, what lies above that one is enough.
inline constexpr double overflowShare = 0.05;
/// Fewer observations in the range say nothing about buckets: ten of ten in one are chance.
inline constexpr double leastObservations = 100;
/// Series of buckets that are looked at, of one panel. Two short reads each.
inline constexpr std::size_t maxAdvisedSeries = 2000;

/// What is wrong with the bounds of a histogram with these cumulative counts. They come in any order; equal
/// bounds are added, counts that fall or are no number are raised to the one below. Nothing where there is no
/// +Inf bucket, none but it, or too few observations. `highestAsked`: the highest quantile that is asked of
/// them; that it lies above the last bound is said of however few observations, for its value is that bound
/// and nothing else.
[[nodiscard]] std::vector<BucketAdvice> bucketAdvice(const std::string &metric,
                                                     std::vector<Bucket> cumulative,
                                                     std::optional<double> highestAsked = {});

/// What makes quantiles of one histogram meaningless, if anything does: these are its newest cumulative
/// counts, in any order.
[[nodiscard]] std::optional<BucketAdvice> bucketProblem(const std::string &metric,
                                                        std::vector<Bucket> newest);

/// Adds the advice on the classic histograms that the expressions' selectors look at, by what they observed
/// in data.range: those that name a metric ending in _bucket and ask for no single `le`. The quantile asked
/// of them is that of a histogram_quantile(q, …) around the selector with a constant q. Counts of several
/// targets are added where their bounds are the same. Looks at both ends of each series only; where counting
/// began anew in between, the histogram's newest counts are taken. Of a metric one of whose histograms has a
/// problem, that is all that is said.
void addBucketAdvice(PanelData &data, const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs,
                     const std::stop_token &cancel);

} // namespace sightglass
