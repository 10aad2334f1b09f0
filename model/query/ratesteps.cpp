// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/ratesteps.h"

#include "model/query/extrapolation.h"

#include <algorithm>

namespace sightglass {

bool RateSteps::isFound(std::span<const TimestampMs> times, std::span<const Window> windows,
                        const RangeGrid &ranges) const noexcept
{
    return m_rangeMs == ranges.rangeMs && m_refs.first == ranges.refs.first &&
           m_refs.stepMs == ranges.refs.stepMs &&
           std::equal(windows.begin(), windows.end(), m_windows.begin(), m_windows.end(),
                      [](Window a, Window b) { return a.begin == b.begin && a.end == b.end; }) &&
           std::equal(times.begin(), times.end(), m_times.begin(), m_times.end());
}

void RateSteps::find(std::span<const TimestampMs> times, std::span<const Window> windows,
                     const RangeGrid &ranges)
{
    if (isFound(times, windows, ranges))
        return;
    m_times.assign(times.begin(), times.end());
    m_windows.assign(windows.begin(), windows.end());
    m_refs = ranges.refs;
    m_rangeMs = ranges.rangeMs;
    m_present.assign(windows.size(), 0);
    m_sampled.assign(windows.size(), 0);
    m_toStart.assign(windows.size(), 0);
    m_toEnd.assign(windows.size(), 0);
    for (std::size_t step = 0; step < windows.size(); ++step) {
        const Window window = windows[step];
        if (window.size() < 2)
            continue;
        const TimestampMs rangeEnd = ranges.refs.at(step);
        const Extent extent =
            extentOf({times[window.begin], times[window.end - 1], rangeEnd - ranges.rangeMs, rangeEnd},
                     window.size() - 1);
        m_present[step] = ~std::uint64_t{0};
        m_sampled[step] = extent.sampled;
        m_toStart[step] = reachedStart(extent);
        m_toEnd[step] = reachedEnd(extent);
    }
}

} // namespace sightglass
