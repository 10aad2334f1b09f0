// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/dashboard/paneltime.h"
#include "model/query/queryengine.h"

#include <memory>
#include <optional>

namespace sightglass {

/// An answer of a panel and what it was asked of: enough to tell what the next answer has in common with it.
struct AnsweredPanel
{
    std::weak_ptr<const PanelData> answer;
    std::uint64_t version = 0; ///< of the snapshot
    PanelTime time;
};

/// What the panel's next answer, asked of `snapshot` for `time`, has in common with an earlier one, known
/// without comparing them: from what the store says to have changed between both snapshots, and only where
/// each expression's value at a step depends on samples up to that step alone. Exact. Nothing where that
/// cannot be told: another step, a range that begins earlier, instant queries, transformations, errors, or
/// where retention dropped samples that could have been seen in the range.
///
/// Both answers come from engines with these options over snapshots of one store.
[[nodiscard]] std::optional<Continuation> continuationOf(const AnsweredPanel &before, const PanelSpec &panel,
                                                         const Snapshot &snapshot, const PanelTime &time,
                                                         const QueryOptions &options);

} // namespace sightglass
