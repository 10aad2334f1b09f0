// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"

#include <cstdint>

namespace sightglass {

/// The device pixel columns of a plot as buckets of absolute time: column k covers [k * bucketUs, (k + 1) *
/// bucketUs) microseconds since the epoch, wherever the plot's left edge is. So a plot that moves on with
/// time keeps its columns, and a picture of them can be shifted by whole pixels.
struct ColumnGrid
{
    std::int64_t bucketUs = 1000; ///< > 0
    std::int64_t first = 0;       ///< the leftmost column
    int count = 0;                ///< columns in the plot

    /// The grid of `count` columns whose last column contains range.to and that reaches back to range.from at
    /// least.
    [[nodiscard]] static ColumnGrid covering(TimeRange range, int count) noexcept;

    /// One past the rightmost column.
    [[nodiscard]] std::int64_t end() const noexcept { return first + count; }
    [[nodiscard]] std::int64_t columnOf(TimestampMs t) const noexcept { return columnOfUs(t * 1000); }
    /// Of a time in microseconds.
    [[nodiscard]] std::int64_t columnOfUs(std::int64_t us) const noexcept;
    /// Where in its column a time lies, 0 <= f < 1, in 256ths: a function of the time alone, whatever the
    /// left edge.
    [[nodiscard]] double fractionOf(TimestampMs t) const noexcept { return fractionIn(columnOf(t), t); }
    /// The same of a time whose column is known.
    [[nodiscard]] double fractionIn(std::int64_t column, TimestampMs t) const noexcept;
    /// Device pixels right of the plot's left edge; outside [0, count) for times outside.
    [[nodiscard]] double xOf(TimestampMs t) const noexcept;
    /// The time at a distance of device pixels from the left edge.
    [[nodiscard]] TimestampMs timeAt(double x) const noexcept;

    friend bool operator==(const ColumnGrid &, const ColumnGrid &) = default;
};

} // namespace sightglass
