// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// The values that a bar counts: low <= value < high where the panel has sorted them, low < value <= high of
/// a program's own histogram. Either may be infinite.
struct BinRange
{
    double low = 0;
    double high = 0;

    friend bool operator==(const BinRange &, const BinRange &) = default;
};

/// One series' counts.
struct BinSeries
{
    Labels labels;
    std::string name; ///< hostile
    std::size_t query = 0;
    std::shared_ptr<const FieldConfig> config; ///< null: the panel's
    std::vector<double> counts;                ///< one for each bin; >= 0, finite
};

/// Where a histogram's bars come from.
enum class BinOrigin : unsigned char
{
    Values,  ///< of the series, sorted into bins of equal width
    Classic, ///< counts of classic buckets at the range's end
    Native,  ///< a native histogram at the range's end
    Table    ///< a transformation has counted
};

/// What a histogram panel shows. All series have the same bins, ascending, without gaps between them.
struct BinnedData
{
    BinOrigin origin = BinOrigin::Values;
    std::vector<BinRange> bins;
    std::vector<BinSeries> series;
    bool perSecond = false; ///< the counts are rates

    [[nodiscard]] bool empty() const { return bins.empty() || series.empty(); }
};

/// More bins than a screen has room for; where the options ask for more, they grow.
inline constexpr std::size_t mostBins = 1000;
/// Bins that are aimed at where the options say nothing, as in Grafana.
inline constexpr int standardBins = 30;
/// What a native histogram's finer buckets are added up to.
inline constexpr std::size_t mostNativeBins = 80;

/// The width of the bins for values between these: the options' own, else a round one that gives about as
/// many bins as the options aim at; at least 1 where all values are whole numbers.
struct BinWidth
{
    double low = 0;
    double high = 0;
    bool isWhole = false;
};
[[nodiscard]] double binWidth(const BinWidth &values, const HistogramOptions &options);

/// From the panel's answer: a table with the columns xMin and xMax, as the histogram transformation makes it;
/// native histograms (what lies between two buckets is a bin without a count); series with `le`, of which one
/// histogram for each set of other labels; else the values of all series. NaN and infinite values are left
/// out. The bins of several histograms with other bounds are cut at all of their bounds, and what a bucket
/// counts is spread over its parts by their width. `combine` adds all series.
[[nodiscard]] BinnedData binnedData(const PanelData &data, const PanelSpec &spec);

} // namespace sightglass
