// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sightglass {

/// What a query's result has of native histograms.
struct NativeHistogramCount
{
    std::size_t histograms = 0; ///< series of them
    std::size_t series = 0;     ///< in all
    std::int64_t scrapeIntervalMs = 1000;
    bool gauges = false; ///< not counted from a start on
};

/// That a result is native histograms, with the numbers that can be drawn of them as mends: a quantile, the
/// count and the sum. Of a metric as it is stored these are of its rate, unless it is a gauge: a histogram
/// counts from the start of its service.
[[nodiscard]] Finding nativeHistogramsFinding(std::string_view query, const promql::Expr &expr,
                                              const NativeHistogramCount &count);

} // namespace sightglass
