// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "parser/promql/ast.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sightglass::test {

/// The arithmetic of NaiveEvaluator, each function as its definition reads (PromQL reference, sections 9 to
/// 12).

[[nodiscard]] double naiveSum(const std::vector<double> &values);
[[nodiscard]] double naiveMean(const std::vector<double> &values);
[[nodiscard]] double naiveLeast(const std::vector<double> &values);
[[nodiscard]] double naiveGreatest(const std::vector<double> &values);
[[nodiscard]] double naiveVariance(const std::vector<double> &values);
[[nodiscard]] double naiveQuantile(double q, std::vector<double> values);

/// Cumulated counts by upper bound.
[[nodiscard]] double naiveBucketQuantile(double q, const std::map<double, double> &buckets);

/// abs, floor, clamp … of one value.
[[nodiscard]] double naiveMath(const std::string &function, double x, const std::vector<double> &parameters);

/// One series' range: from is exclusive, to inclusive.
struct NaiveRange
{
    std::vector<Sample> samples; ///< at least one
    TimestampMs from = 0;
    TimestampMs to = 0;
    TimestampMs evaluatedAt = 0;
    double parameter = 0;
};

/// rate, avg_over_time … ; nothing where the samples do not suffice.
[[nodiscard]] std::optional<double> naiveOverTime(const std::string &function, const NaiveRange &range);

/// Whether the results are rounded, so that two good evaluators may differ in their last bits.
[[nodiscard]] bool naiveRounds(const std::string &function);
[[nodiscard]] bool naiveRounds(promql::AggregateOp op) noexcept;

} // namespace sightglass::test
