// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/fields/graphconfig.h"
#include "widgets/chart/columngrid.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace sightglass {

class MinMaxPyramid;

/// All that one device pixel column needs to know of a line. Values that are not there are NaN.
struct PlotColumn
{
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

    double first = none; ///< of the samples in the column
    double min = none;
    double max = none;
    double last = none;
    double enter = none;     ///< of the line at the left edge; NaN where no line crosses it
    double leave = none;     ///< of the line at the right edge
    double at = 0;           ///< of a sample that is alone, its place in the column: 0 <= at < 1
    std::uint32_t count = 0; ///< finite samples in the column

    /// A sample that no line reaches.
    [[nodiscard]] bool isolated() const noexcept { return count == 1 && enter != enter && leave != leave; }
    /// The lowest and highest value that the line takes in the column; none where it does not touch it.
    struct Extent
    {
        double low = none;
        double high = none;
    };
    [[nodiscard]] Extent extent() const noexcept;
};

/// Two samples further apart than this are not joined: one missing step makes a gap, a late scrape does not.
[[nodiscard]] constexpr std::int64_t gapThresholdMs(std::int64_t stepMs) noexcept
{
    return stepMs + stepMs * 3 / 4;
}

/// Samples and how they are joined.
struct PlotLine
{
    std::span<const Sample> samples; ///< ascending in time
    std::int64_t gapMs = 1750;       ///< those further apart are not joined
    LineInterpolation interpolation = LineInterpolation::Linear;
    /// Of these samples; may be null. Changes no result.
    const MinMaxPyramid *pyramid = nullptr;
};

/// Reduces a line to columns fromColumn, fromColumn + 1 … (absolute, see ColumnGrid), one for each element of
/// `out`. NaN and infinite values are gaps, as are distances above gapMs. The result for a column depends on
/// the samples in it and the next one on either side only; where the line is smooth, the next two.
///
/// A smooth line is a cubic between two samples that rises or falls throughout: it leaves out no extreme and
/// invents none. A step is at the sample's time, which its column covers from the one value to the other.
void decimate(const PlotLine &line, const ColumnGrid &grid, std::int64_t fromColumn,
              std::span<PlotColumn> out);
/// Straight lines.
void decimate(std::span<const Sample> samples, const ColumnGrid &grid, std::int64_t gapMs,
              std::int64_t fromColumn, std::span<PlotColumn> out);

/// What of bars lies in one device pixel column.
struct BarColumn
{
    double min = PlotColumn::none;
    double max = PlotColumn::none;
    std::uint32_t count = 0; ///< bars that cover it
    bool begins = false;     ///< a bar has its left side here
    bool ends = false;       ///< a bar has its right side here
};

/// How far a bar reaches to either side of its sample's time, microseconds.
struct BarReach
{
    std::int64_t beforeUs = 0;
    std::int64_t afterUs = 0;

    friend bool operator==(const BarReach &, const BarReach &) = default;
};

/// The bars of samples in columns fromColumn …: a bar covers whole columns, one at least, and all cover
/// equally many. NaN and infinite values have none.
void decimateBars(std::span<const Sample> samples, const ColumnGrid &grid, const BarReach &reach,
                  std::int64_t fromColumn, std::span<BarColumn> out);

/// The smallest and largest finite value; nothing where there is none.
struct ValueRange
{
    double low = 0;
    double high = 0;

    friend bool operator==(const ValueRange &, const ValueRange &) = default;
};
[[nodiscard]] std::optional<ValueRange> valueRange(std::span<const Sample> samples) noexcept;

} // namespace sightglass
