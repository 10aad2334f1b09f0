// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/rangeevaluation.h"
#include "model/query/queryengine.h"

#include <cstddef>
#include <vector>

namespace sightglass {

/// What is asked for behind the last step of a query.
struct ValuesAt
{
    const promql::Expr &expr;
    std::size_t query = 0;        ///< PanelSeries::query of series that begin here
    StepRange steps;              ///< of the query
    TimestampMs at = 0;           ///< behind the last of them
    std::int64_t layersMs = 0;    ///< of layers the distance of their values, else 0
    std::int64_t sourceMs = 1000; ///< see SampleHoles
};

/// Adds the values at that time to the series of the query's answer; those that are new come to their places
/// by labels. Layers have none that repeat a sample in a hole of its series, and know how old theirs are
/// where their other values do. Adds nothing where the query fails there.
void addValuesAt(std::vector<PanelSeries> &series, const ValuesAt &asked,
                 const RangeEvaluation::Source &source);

} // namespace sightglass
