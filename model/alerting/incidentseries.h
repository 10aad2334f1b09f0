// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rule.h"
#include "model/query/queryengine.h"
#include "parser/base/result.h"

#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// A series as a unit test gives it.
struct IncidentSeries
{
    std::string series; ///< m{a="b"}
    std::string values; ///< the notation of promqltest: 1 1x4 _ stale
};

/// How samples are laid onto the time of a test.
struct IncidentSampling
{
    StepRange steps; ///< the evaluations
    /// The test's series have so many places per step, and a step's sample stands at the first of them. More
    /// than one keeps samples off the ends of ranges, which Prometheus 2 counts in and Prometheus 3 does not.
    int placesPerStep = 1;
    std::size_t mostSeries = 2000;
};

/// One place per step where no rule looks at a range, else a few, so that their distance is a round time.
[[nodiscard]] int placesPerStep(std::span<const RuleGroup> groups, std::int64_t stepMs);

/// What the rules' selectors found, the newest sample of each step, without what the rules themselves record.
/// ConfigValue: there are too many series. Native histograms are not in it: a promtool of Debian's age reads
/// none.
[[nodiscard]] Result<std::vector<IncidentSeries>>
incidentSeries(const Snapshot &snapshot, std::span<const RuleGroup> groups, const IncidentSampling &sampling);

/// How far back before its evaluation a rule looks at most: ranges, subqueries and offsets.
[[nodiscard]] std::int64_t lookBackMs(const promql::Expr &expr);

} // namespace sightglass
