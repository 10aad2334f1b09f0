// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/minmaxpyramid.h"

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {

constexpr std::size_t fanOut = 16;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr MinMaxPyramid::Extent nothing{infinity, -infinity, 0};

void add(MinMaxPyramid::Extent &extent, const Sample &sample) noexcept
{
    // The difference of an infinity with itself is NaN, which compares false, as NaN does.
    const bool finite = sample.v - sample.v == 0;
    extent.low = finite && sample.v < extent.low ? sample.v : extent.low;
    extent.high = finite && sample.v > extent.high ? sample.v : extent.high;
    extent.count += finite ? 1 : 0;
}

void add(MinMaxPyramid::Extent &extent, const MinMaxPyramid::Extent &other) noexcept
{
    extent.low = std::min(extent.low, other.low);
    extent.high = std::max(extent.high, other.high);
    extent.count += other.count;
}

/// Each run of fanOut items as one; the last run may be shorter.
template<typename Items>
std::vector<MinMaxPyramid::Extent> level(const Items &items)
{
    std::vector<MinMaxPyramid::Extent> runs;
    runs.reserve((items.size() + fanOut - 1) / fanOut);
    for (std::size_t i = 0; i < items.size(); i += fanOut) {
        MinMaxPyramid::Extent extent = nothing;
        const std::size_t end = std::min(i + fanOut, items.size());
        for (std::size_t k = i; k < end; ++k)
            add(extent, items[k]);
        runs.push_back(extent);
    }
    return runs;
}

} // namespace

MinMaxPyramid::MinMaxPyramid(std::span<const Sample> samples)
    : m_samples(samples)
{
    if (samples.size() <= fanOut)
        return;
    m_levels.push_back(level(samples));
    while (m_levels.back().size() > fanOut)
        m_levels.push_back(level(m_levels.back()));
}

MinMaxPyramid::Extent MinMaxPyramid::extent(std::size_t from, std::size_t to) const noexcept
{
    Extent result = nothing;
    // Upwards while whole runs fit: the ends that stick out are added level by level.
    const auto addEnds = [&result, &from, &to](const auto &items) {
        const std::size_t runFrom = (from + fanOut - 1) / fanOut;
        const std::size_t runTo = to / fanOut;
        if (runFrom >= runTo)
            return false;
        for (std::size_t i = from; i < runFrom * fanOut; ++i)
            add(result, items[i]);
        for (std::size_t i = runTo * fanOut; i < to; ++i)
            add(result, items[i]);
        from = runFrom;
        to = runTo;
        return true;
    };
    const auto addAll = [&result, &from, &to](const auto &items) {
        for (std::size_t i = from; i < to; ++i)
            add(result, items[i]);
    };
    if (m_levels.empty() || !addEnds(m_samples)) {
        addAll(m_samples);
        return result;
    }
    std::size_t k = 0;
    while (k + 1 < m_levels.size() && addEnds(m_levels[k]))
        ++k;
    addAll(m_levels[k]);
    return result;
}

} // namespace sightglass
