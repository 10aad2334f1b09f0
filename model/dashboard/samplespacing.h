// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <span>

namespace sightglass {

/// How far apart the newest samples in a range lie of the series that expressions select: of each the median
/// of some of their distances, where there are many series of some of them. `aboutMs`, what the distance is
/// thought to be, is where the search begins, and is the answer for distances that differ from it by a few
/// percent, as those of scrapes do. Any thread.
[[nodiscard]] SampleSpacing sampleSpacing(const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs,
                                          TimeRange range, std::int64_t aboutMs);

/// The median distance of the last times, ascending; 0 where there are not two.
[[nodiscard]] std::int64_t medianDistance(std::span<const TimestampMs> times);

} // namespace sightglass
