// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/rangefunction.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// What extrapolation (extrapolation.h) knows of each step's window by its times alone. The series of a
/// target share their scrape times, so what was found for the series before is kept as long as the times stay
/// the same.
class RateSteps
{
public:
    void find(std::span<const TimestampMs> times, std::span<const Window> windows, const RangeGrid &ranges);

    /// Per step: whether there are two samples, as a mask of all bits; the times in seconds, 0 where there
    /// are not; the way to the range's borders by which the value is drawn out, as long as nothing else
    /// limits it.
    [[nodiscard]] std::span<const std::uint64_t> present() const noexcept { return m_present; }
    [[nodiscard]] std::span<const double> sampled() const noexcept { return m_sampled; }
    [[nodiscard]] std::span<const double> toStart() const noexcept { return m_toStart; }
    [[nodiscard]] std::span<const double> toEnd() const noexcept { return m_toEnd; }

private:
    [[nodiscard]] bool isFound(std::span<const TimestampMs> times, std::span<const Window> windows,
                               const RangeGrid &ranges) const noexcept;

    std::vector<TimestampMs> m_times;
    std::vector<Window> m_windows;
    ReferenceTimes m_refs;
    std::int64_t m_rangeMs = -1;
    std::vector<std::uint64_t> m_present;
    std::vector<double> m_sampled;
    std::vector<double> m_toStart;
    std::vector<double> m_toEnd;
};

} // namespace sightglass
