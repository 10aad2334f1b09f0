// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/selectorreader.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sightglass {

/// The samples [begin, end) that one step's range holds. Floats and histograms of a series have windows of
/// their own, over their own columns.
struct Window
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// Finds each step's window in a series with two moving indices. Series of one target share their scrape
/// times, so the windows of the series before are kept as long as the times stay the same.
class WindowFinder
{
public:
    explicit WindowFinder(const RangeGrid &ranges)
        : m_ranges(ranges)
    {}

    /// One window per step; valid until the next call. Begins and ends never decrease from step to step.
    [[nodiscard]] std::span<const Window> find(const std::vector<TimestampMs> &times);

private:
    RangeGrid m_ranges;
    std::vector<TimestampMs> m_times;
    std::vector<Window> m_windows;
};

} // namespace sightglass
