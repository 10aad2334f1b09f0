// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/linethinning.h"
#include "model/dashboard/sampleexpression.h"
#include "model/dashboard/sampleholes.h"
#include "model/query/queryresult.h"
#include "model/storage/snapshot.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace sightglass {

/// The range that stored lines are read for. Times are those at which samples are drawn: an offset later than
/// they were taken.
struct StoredRange
{
    TimestampMs start = 0;        ///< exclusive
    TimestampMs end = 0;          ///< inclusive
    std::int64_t lookbackMs = 0;  ///< a sample counts for so long: further apart, there is a gap
    std::int64_t sourceMs = 1000; ///< see SampleHoles
};

/// How far a line is read.
struct StoredProgress
{
    std::optional<TimestampMs> readTo; ///< inclusive; nothing: not at all, and nothing of it is known
    std::optional<TimestampMs> last;   ///< the last sample or stale marker read
    bool ended = false;                ///< there is a stale marker behind the last sample
    std::optional<Sample> behind; ///< the first sample behind the range's end, where nothing ends between
};

/// Reads lines of an expression's samples piece by piece, thinned out. One thread.
class StoredReader
{
public:
    /// The expression outlives the reader. The grid is one of stored samples.
    StoredReader(const SampleExpression &expression, const StoredRange &range, const ThinningGrid &grid)
        : m_expression(expression)
        , m_range(range)
        , m_grid(grid)
        , m_holes(range.lookbackMs, range.sourceMs)
    {}

    /// The store's samples that may be of use for a piece that begins behind `from` and ends at `to`.
    [[nodiscard]] TimeRange toSelect(TimestampMs from, TimestampMs to) const noexcept;

    /// Reads on up to `to`, the end of a column or of the range. The first time the last sample before the
    /// range comes along, if it still counts there; it is the line's first. Of native histograms the last of
    /// each column is kept. False where the expression reckons with native histograms, which takes an engine.
    [[nodiscard]] bool read(const SeriesView &series, TimestampMs to, StoredProgress &progress,
                            ThinnedLine &line);

    /// Of the last piece: those of native histograms that it has, to go behind the ones before.
    void addHistograms(std::vector<HistogramSample> &histograms) const;
    /// Stored samples of the last piece.
    [[nodiscard]] std::size_t readCount() const noexcept
    {
        return m_columns.times.size() + m_columns.histogramTimes.size();
    }

private:
    void takeFloats(const SampleHoles::Read &read, TimestampMs to, StoredProgress &progress,
                    ThinnedLine &line);

    const SampleExpression &m_expression;
    StoredRange m_range;
    ThinningGrid m_grid;
    SampleHoles m_holes;
    TimestampMs m_to = 0;
    SampleColumns m_columns; ///< of the last piece
    std::vector<double> m_calculated;
    std::vector<Sample> m_values;
    std::vector<TimestampMs> m_begins;
};

} // namespace sightglass
