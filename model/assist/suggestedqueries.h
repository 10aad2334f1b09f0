// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/metriccatalog.h"

#include <string>
#include <vector>

namespace sightglass {

/// A query that makes sense of a metric, by its type.
struct SuggestedQuery
{
    enum class Kind : std::uint8_t
    {
        Rate,      ///< of a counter
        Value,     ///< of a gauge
        Quantile,  ///< 0.95 of a histogram
        Heatmap,   ///< rates of a histogram's buckets
        Average,   ///< sum by count of a histogram or summary
        Quantiles, ///< that a summary exposes
        Labels     ///< of an info metric
    };
    Kind kind = Kind::Value;
    std::string expr;
    std::string legend;
};

/// The queries for a family, the most telling first; never empty. Sums keep the label that tells most while
/// its values still fit one chart, as read from the snapshot. `range`: of rates, such as "5m".
[[nodiscard]] std::vector<SuggestedQuery>
suggestedQueries(const FamilyEntry &family, const Snapshot &snapshot, const std::string &range);

/// A few queries to begin with, of different types, made of metrics that are there; empty without any.
[[nodiscard]] std::vector<SuggestedQuery> exampleQueries(const MetricCatalog &catalog,
                                                         const Snapshot &snapshot, const std::string &range,
                                                         std::size_t most = 4);

} // namespace sightglass
