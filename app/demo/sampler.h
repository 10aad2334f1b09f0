// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>

namespace sightglass::demo {

/// Picks a share of a sequence evenly: with a rate of 0.25 every fourth, with 0 none, with 1 all. Any thread.
class Sampler
{
public:
    explicit Sampler(double rate)
        : m_rate(std::clamp(rate, 0.0, 1.0))
    {}

    [[nodiscard]] bool pick() noexcept
    {
        if (m_rate >= 1)
            return true;
        const auto before = static_cast<double>(m_seen.fetch_add(1, std::memory_order_relaxed));
        return std::floor((before + 1) * m_rate) > std::floor(before * m_rate);
    }

private:
    double m_rate;
    std::atomic<std::uint64_t> m_seen = 0;
};

} // namespace sightglass::demo
