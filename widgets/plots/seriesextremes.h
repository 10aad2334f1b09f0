// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/decimate.h"

#include <limits>
#include <optional>
#include <span>

namespace sightglass {

/// The smallest and the largest finite value of a line with the times at which it last had them: with those
/// the range of a line that has moved on in time is known, or bounded, without reading all of it again.
class SeriesExtremes
{
public:
    /// Of no samples.
    SeriesExtremes() = default;
    explicit SeriesExtremes(std::span<const Sample> samples) noexcept;

    /// Those of `samples`, ascending, which are what these extremes are of, moved on: before `sameBefore`
    /// (exclusive) they are the same, but for some that are gone at the beginning. Reads the others alone: an
    /// extreme that is gone stays as a bound (see isExact()).
    [[nodiscard]] SeriesExtremes movedOn(std::span<const Sample> samples,
                                         TimestampMs sameBefore) const noexcept;

    /// Whether both are values of the line. Else no value lies outside range(), but all may lie within.
    [[nodiscard]] bool isExact() const noexcept { return !m_lowIsGone && !m_highIsGone; }
    /// Nothing where no sample is finite.
    [[nodiscard]] std::optional<ValueRange> range() const noexcept;

    friend bool operator==(const SeriesExtremes &, const SeriesExtremes &) = default;

private:
    void add(const Sample &sample) noexcept;

    double m_low = std::numeric_limits<double>::infinity();
    double m_high = -std::numeric_limits<double>::infinity();
    TimestampMs m_lowAt = 0; ///< means nothing without a finite sample, as m_highAt
    TimestampMs m_highAt = 0;
    bool m_lowIsGone = false; ///< only a bound
    bool m_highIsGone = false;
};

} // namespace sightglass
