// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <span>
#include <stop_token>

namespace sightglass {

/// How many events of a panel go to the GUI at most. Where there are more, one of each kind and target stays
/// in each of eventCellsAcross parts of the range, then the restarts, then the newest.
inline constexpr std::size_t maxPanelEvents = 300;
inline constexpr std::int64_t eventCellsAcross = 150;

/// Samples of counters that are looked at for resets, and of `up` and process_start_time_seconds for the rest
/// (each): a millisecond or two. Where the panel's series have more, each target's first counters are looked
/// at first.
inline constexpr std::size_t maxCounterSamples = 400'000;
inline constexpr std::size_t maxTargetSamples = 200'000;

/// By so many seconds the start time of one and the same process may waver: some work it out from its age.
inline constexpr double startTimeJitter = 1;

/// What goes on from an earlier answer is looked through for events so often at most, and not more often than
/// a step comes: a mark cannot be placed finer, and looking costs a live wall of panels as much as reading.
inline constexpr std::int64_t eventPauseMs = 10'000;

/// Puts what happened inside data.range (as far as the answer that the data go on from does not say it
/// already, see Continuation) to the series that the expressions' selectors select, and to their targets (the
/// same job and instance), into the data, ascending in time.
///
/// A reset: a counter fell, stale markers in between or not. Counters are what rate, irate, increase or
/// resets is asked of, unless TYPE says it is a gauge, and metrics that are counters by TYPE or name. The
/// buckets, count and sum of one histogram are one counter. A restart: process_start_time_seconds of the
/// target changed; where the target has none, several of its counters fell in one scrape. The resets of that
/// scrape are the restart's. A failed scrape: `up` of the target is 0. Not scraped: `up` has a hole (see
/// SampleHoles) that ends in the range or goes on behind it; a target that is never scraped again has none.
void addEvents(PanelData &data, const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs,
               const std::stop_token &cancel);

} // namespace sightglass
