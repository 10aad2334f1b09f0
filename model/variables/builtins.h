// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/core/zonerule.h"
#include "model/variables/variablevalues.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// What Grafana's own variables of a dashboard stand for.
struct BuiltInContext
{
    TimeRange range;
    std::string dashboardTitle;
    std::string dashboardUid;
    std::string timezone = "browser";
    /// As the user said it ("now-1h"), for $__url_time_range; empty: by `now` where it is said, else the
    /// time.
    std::string rangeFrom = {};
    std::string rangeTo = {};
    /// When "now" is where the range is relative to it: ranges of panels of their own end there.
    std::optional<TimestampMs> now = std::nullopt;
    ZoneRule zone = {}; ///< where the dashboard's days begin; empty: the machine's
};

/// $__from, $__to, $__range, $__range_s, $__range_ms, $__dashboard, $__timezone, $__url_time_range, $__org,
/// ${__org.name}, $__user, $timeFilter and $__timeFilter (both as of no data source: empty text),
/// $__all_variables of what is in `values` already.
void addBuiltIns(VariableValues &values, const BuiltInContext &context);

/// $__from, $__to, $__range, $__range_s and $__range_ms of a range: those of a panel with one of its own are
/// laid over the dashboard's.
[[nodiscard]] VariableValues rangeValues(TimeRange range);

/// Adds $__all_variables: all that are chosen at present. To be called last.
void addAllVariables(VariableValues &values);

/// $__interval, $__interval_ms, $__rate_interval and $__rate_interval_ms for a query's step. They are those
/// of one query, and so are laid over the dashboard's.
[[nodiscard]] VariableValues intervalValues(std::int64_t stepMs, std::int64_t rateIntervalMs);

/// The names of all of these.
[[nodiscard]] bool isBuiltIn(std::string_view name) noexcept;

} // namespace sightglass
