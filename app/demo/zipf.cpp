// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/zipf.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

Zipf::Zipf(std::uint32_t count, double exponent)
    : m_exponent(exponent)
{
    m_cumulative.reserve(count);
    double total = 0;
    for (std::uint32_t rank = 0; rank < count; ++rank) {
        total += std::pow(rank + 1.0, -exponent);
        m_cumulative.push_back(total);
    }
    for (double &share : m_cumulative)
        share /= total;
}

std::uint32_t Zipf::rankAt(double u) const noexcept
{
    const auto found = std::upper_bound(m_cumulative.begin(), m_cumulative.end(), u);
    const auto rank = std::min(found - m_cumulative.begin(), std::ssize(m_cumulative) - 1);
    return static_cast<std::uint32_t>(rank);
}

double Zipf::probability(std::uint32_t rank) const noexcept
{
    if (rank >= m_cumulative.size())
        return 0;
    return rank == 0 ? m_cumulative.front() : m_cumulative[rank] - m_cumulative[rank - 1];
}

} // namespace sightglass::demo
