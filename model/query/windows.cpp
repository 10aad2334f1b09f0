// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/windows.h"

namespace sightglass {

std::span<const Window> WindowFinder::find(const std::vector<TimestampMs> &times)
{
    if (!m_windows.empty() && times == m_times)
        return m_windows;
    m_times = times;
    m_windows.resize(m_ranges.count);
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    for (std::size_t step = 0; step < m_ranges.count; ++step) {
        const TimestampMs ref = m_ranges.refs.at(step);
        while (end < times.size() && times[end] <= ref + m_ranges.afterMs)
            ++end;
        while (begin < end && times[begin] <= ref - m_ranges.rangeMs - m_ranges.beforeMs)
            ++begin;
        m_windows[step] = {begin, end};
    }
    return m_windows;
}

} // namespace sightglass
