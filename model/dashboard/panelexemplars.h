// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <optional>
#include <span>

namespace sightglass {

/// How many exemplars of a panel go to the GUI at most.
inline constexpr std::size_t maxPanelExemplars = 5000;

/// Whether a panel with these expressions shows exemplars: as its spec says; else heatmaps do, and time
/// series of a histogram's quantiles, where an exemplar's value means a place on the axis.
[[nodiscard]] bool showsExemplars(const PanelSpec &panel, std::span<const promql::ExprPtr> exprs);

/// Puts the exemplars that the expressions' selectors select inside data.range into the data, as
/// /api/v1/query_exemplars finds them; where the spec does not ask for them, those of histograms only. Where
/// there are many, the largest of each small cell of time and magnitude, so that rare ones stay.
void addExemplars(PanelData &data, const Snapshot &snapshot, const PanelSpec &panel,
                  std::span<const promql::ExprPtr> exprs);

/// The label that names a trace: trace_id, traceID, TraceId, uber-trace-id …; nothing where there is none.
/// The views live as long as a copy of the labels.
[[nodiscard]] std::optional<LabelView> traceLabel(const Labels &labels);

} // namespace sightglass
