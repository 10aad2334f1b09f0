// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/exposedpage.h"

#include <optional>
#include <vector>

namespace sightglass {

/// One bucket line of a histogram.
struct PointBucket
{
    std::uint32_t sample = 0; ///< of ExposedPage::samples
    double bound = 0;         ///< inclusive, not NaN
};

/// The classic series of one histogram or summary that belong together: equal labels but le and quantile,
/// equal time.
struct HistogramSeries
{
    std::uint32_t first = 0;          ///< the first of its samples
    std::vector<PointBucket> buckets; ///< or quantiles; in the order of the page
    std::optional<std::uint32_t> count;
    std::optional<std::uint32_t> sum;
};

/// Those of a family of histograms, gauge histograms or summaries, in order of appearance. Native histograms
/// and bounds that are no number are left out.
[[nodiscard]] std::vector<HistogramSeries> histogramSeries(const ExposedPage &page, const PageFamily &family);

} // namespace sightglass
