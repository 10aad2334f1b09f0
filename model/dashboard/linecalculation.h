// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/storage/snapshot.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <stop_token>

namespace sightglass {

/// Stored samples of thinned lines that are read again at most at each refresh, so that what a legend says is
/// of all of them: a few milliseconds.
inline constexpr std::size_t mostCalculatedSamples = 500'000;

/// A query of a panel whose answer is stored lines.
struct StoredQuery
{
    std::size_t index = 0; ///< PanelSeries::query
    const promql::Expr &expr;
    TimeRange range; ///< of what counts; open at its beginning
};

/// Reckons what the panel's legend says of its lines, as far as what is drawn of them does not tell (medians,
/// percentiles, deviations …), of all their samples in the range (StoredLine::results). Leaves out a line for
/// which `budget` is too small, which it takes the samples from.
void calculateLines(PanelData &data, const PanelSpec &panel, const StoredQuery &query,
                    const Snapshot &snapshot, std::size_t &budget, const std::stop_token &cancel);

} // namespace sightglass
