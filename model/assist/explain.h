// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/explanation.h"
#include "model/assist/intervalmask.h"
#include "model/assist/metriccatalog.h"
#include "model/query/queryengine.h"

#include <optional>
#include <stop_token>

namespace sightglass {

/// What an explanation is made from. References outlive the call.
struct ExplainSource
{
    const Snapshot &snapshot;
    const MetricCatalog &catalog;
    QueryOptions options;
    TimestampMs at = 0;                ///< of `query` its end
    std::int64_t scrapeIntervalMs = 0; ///< 0: not known
    IntervalValues intervals;
    std::optional<StepRange> query =
        {}; ///< the range query that is explained at its last step; none: an instant query
};

inline constexpr std::size_t mostExplainedNodes = 200;
inline constexpr std::int64_t longestExplanationMs = 10'000;
inline constexpr std::size_t longestNodeText = 4096; ///< bytes; what is longer is cut off

/// Evaluates each part of a query by itself, at one time, and says where it became empty or failed, why, and
/// what would mend it. The engine is only asked, so the answers are those of the query itself. The parts of a
/// subquery are evaluated at the same time, not at its steps. Any thread.
[[nodiscard]] Explanation explainQuery(std::string_view query, const ExplainSource &source,
                                       const std::stop_token &cancel = {});

} // namespace sightglass
