// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sightglass {

/// Tells holes in stored series, where nobody scraped (the program stood still, or was off), from distances
/// that are usual for them. Without a hole PromQL's lookback would join samples that lie minutes apart.
///
/// Usual is, at each sample, the second longest of the four distances before it, as far as they lie within
/// the lookback: a single late or early scrape says nothing, and a series whose interval changes has two
/// holes at most. With fewer than three distances nothing is known. What it says of a time depends on the
/// store's samples before it alone, not on what was read. One thread.
class SampleHoles
{
public:
    /// `sourceMs`: about how far apart the fastest source's samples are; what is no longer than two of them
    /// is no hole.
    SampleHoles(std::int64_t lookbackMs, std::int64_t sourceMs) noexcept
        : m_lookbackMs(lookbackMs)
        , m_leastMs(2 * sourceMs)
    {}

    /// Samples of a series, as they were read from a time (inclusive) on.
    struct Read
    {
        const SeriesView &series;
        std::span<const TimestampMs> times;
        TimestampMs from = 0;
    };

    /// Whether two or more samples are missing in `lengthMs` behind the sample taken at `t`, which may lie
    /// before what was read; the store's own times.
    [[nodiscard]] bool isHole(const Read &read, TimestampMs t, std::int64_t lengthMs)
    {
        return lengthMs > m_leastMs && isLongerThanUsual(read, t, lengthMs);
    }

    /// How far apart samples usually are at one taken at `t`; nothing where too few lie before it.
    [[nodiscard]] std::optional<std::int64_t> usualMs(const Read &read, TimestampMs t);

private:
    [[nodiscard]] bool isLongerThanUsual(const Read &read, TimestampMs t, std::int64_t lengthMs);

    std::int64_t m_lookbackMs;
    std::int64_t m_leastMs;
    SampleColumns m_more; ///< what lies before what was read
};

} // namespace sightglass
