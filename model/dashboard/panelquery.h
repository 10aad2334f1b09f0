// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/query/queryengine.h"

#include <stop_token>

namespace sightglass {

/// The times a panel asks for: range.to is "now" (or the end of a zoom); both ends get aligned down to the
/// step.
struct PanelTime
{
    TimeRange range;
    std::int64_t scrapeIntervalMs = 1000; ///< the smallest step, and what $__rate_interval is made of
    int maxPoints = 4000; ///< per series; the step grows (through round values) where the range has more
};

/// The step: the smallest round multiple (1, 2, 5, 10, 15, 30 s, 1, 2, 5 … min) of time that is at least the
/// scrape interval and needs at most maxPoints steps.
[[nodiscard]] std::int64_t panelStepMs(const PanelTime &time) noexcept;

/// Replaces $__interval by the step and $__rate_interval by max(step + scrape interval, 4 * scrape interval),
/// as Grafana does.
[[nodiscard]] std::string expandIntervals(std::string_view expr, const PanelTime &time);

/// Every answer as series: an instant one has a single sample or native histogram at the range's end `at`. A
/// string is none.
[[nodiscard]] std::vector<MatrixSeries> resultSeries(QueryResult result, TimestampMs at);

/// Evaluates all queries of a panel. A failing query sets the error and loses only itself. Any thread.
[[nodiscard]] PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine,
                                   const PanelSpec &panel, const PanelTime &time,
                                   std::stop_token cancel = {});

/// The legend text of a series: `legend` with {{label}} replaced by the label's value ("" where absent);
/// empty legend: Labels::toString().
[[nodiscard]] std::string legendText(std::string_view legend, const Labels &labels);

} // namespace sightglass
