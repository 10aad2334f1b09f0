// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/dashboard/paneltime.h"
#include "model/query/queryengine.h"

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// An answer of a panel and what it was asked of: enough for the next answer to go on from it.
struct EarlierAnswer
{
    std::weak_ptr<const PanelData> answer;
    std::uint64_t version = 0; ///< of the snapshot
    PanelTime time;
    /// How finely each of the panel's queries was evaluated between its steps, see RangeQuery::fineMs; empty
    /// where nothing can go on from the answer.
    std::vector<std::int64_t> fineMs;
};

/// Before which time (exclusive) the values of the panel's series, asked of `snapshot` for `time`, are those
/// that were the answer before, as far as both ranges reach. Known without comparing them: from what the
/// store says to have changed between both snapshots, and only where each expression's value at a step
/// depends on samples up to that step alone. Nothing where that cannot be told: another step, a range that
/// begins earlier, instant queries, transformations, errors.
///
/// What retention dropped meanwhile is still there in values that go on from an earlier answer, until they
/// leave the range.
///
/// Both answers come from engines with these options over snapshots of one store.
[[nodiscard]] std::optional<TimestampMs> agreeBefore(const EarlierAnswer &before, const PanelSpec &panel,
                                                     const Snapshot &snapshot, const PanelTime &time,
                                                     const QueryOptions &options);

} // namespace sightglass
