// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace sightglass {

/// How long something took, in buckets of seconds as a classic histogram has them.
class DurationHistogram
{
public:
    static constexpr std::array<double, 12> bounds{0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05,
                                                   0.1,    0.5,    1,     5,     20,   60};

    void observe(double seconds) noexcept
    {
        std::size_t bucket = 0;
        while (bucket < bounds.size() && seconds > bounds[bucket])
            ++bucket;
        ++m_counts[bucket];
        m_sum += seconds;
    }

    /// Not cumulative; the last one is what is beyond all bounds.
    [[nodiscard]] const std::array<std::uint64_t, bounds.size() + 1> &counts() const noexcept
    {
        return m_counts;
    }
    [[nodiscard]] double sum() const noexcept { return m_sum; }

private:
    std::array<std::uint64_t, bounds.size() + 1> m_counts{};
    double m_sum = 0;
};

/// What the server counts of itself, for its /metrics page. A value of the listener's thread.
struct ServerCounters
{
    std::map<std::pair<std::string, int>, std::uint64_t> requests; ///< by handler and HTTP status
    DurationHistogram queries;            ///< query and query_range from request to answer
    std::uint64_t responseBytes = 0;      ///< of bodies, as they were sent
    std::uint64_t connections = 0;        ///< accepted since the start
    std::uint64_t refusedConnections = 0; ///< hung up on for there being too many: newcomers, or
                                          ///< those that gave way to one
    std::uint64_t droppedConnections = 0; ///< given up on: too slow to ask or to read
    std::size_t openConnections = 0;
    std::size_t queriesUnderWay = 0; ///< waiting ones included
};

} // namespace sightglass
