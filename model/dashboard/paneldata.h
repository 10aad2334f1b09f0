// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/query/queryresult.h"
#include "parser/base/error.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// One series of a panel, named.
struct PanelSeries
{
    Labels labels;
    std::string name;            ///< legend text; hostile, plain
    std::size_t query = 0;       ///< index into PanelSpec::queries
    std::vector<Sample> samples; ///< ascending; a gap where two are further apart than the step
    std::vector<HistogramSample> histograms = {}; ///< native ones, ascending; at no time of a sample
};

/// What a panel shows: the answers of its queries over one time range. A value; made on a query thread, read
/// by the GUI.
struct PanelData
{
    TimeRange range;
    std::int64_t stepMs = 1000;
    std::vector<PanelSeries> series;
    std::optional<Error> error; ///< of the first query that failed; the others' series are there all the same
    std::size_t failedQuery = 0;
    std::vector<Annotation> annotations;
};

} // namespace sightglass
