// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/fields/fieldconfig.h"
#include "model/query/queryresult.h"
#include "parser/base/error.h"

#include <memory>
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
    /// The panel's field config with the overrides that match this series; null where none does.
    std::shared_ptr<const FieldConfig> config = {};
};

/// An exemplar of a series that a panel's queries look at. Text is hostile.
struct PanelExemplar
{
    TimestampMs t = 0;
    double value = 0;
    Labels labels;
    Labels series;
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
    std::vector<PanelExemplar> exemplars = {}; ///< ascending in time; no NaN
    std::size_t exemplarsLeftOut = 0;          ///< there are more of them in the range
};

} // namespace sightglass
