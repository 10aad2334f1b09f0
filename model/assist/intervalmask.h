// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneltime.h"
#include "parser/base/sourcespan.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Where interval variables ($__interval, $__rate_interval, $__range and their numbers, however they are
/// written) stand in a query, in order.
[[nodiscard]] std::vector<SourceSpan> intervalVariables(std::string_view query);

/// What the variables stand for, in milliseconds.
struct IntervalValues
{
    std::int64_t intervalMs = 1000;
    std::int64_t rateIntervalMs = 4000;
    std::int64_t rangeMs = 3'600'000;
};

/// What they stand for where a query is asked for this time.
[[nodiscard]] IntervalValues intervalValuesAt(const PanelTime &time) noexcept;

/// The query with its interval variables written as durations of the same length in bytes ("$__interval" ->
/// "000001000ms"), those that are numbers as such ("$__interval_ms" -> "1000.000000000"), so that PromQL
/// can parse it and every place in the result is the same place in the query.
[[nodiscard]] std::string maskedIntervals(std::string_view query, const IntervalValues &values = {});

} // namespace sightglass
